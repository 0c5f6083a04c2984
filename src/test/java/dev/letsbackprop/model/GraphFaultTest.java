package dev.letsbackprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.service.Ask;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a graph is told with its place, what was expected and what was found. */
class GraphFaultTest {
  private static final String X =
      "'x': {'value': 2}, 'v': {'value': [1, 2, 3]}, 'm': {'value': [[1, 2], [3, 4]]}, ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'op': 'mulitply', 'inputs': ['x', 'x']} | /nodes/f/op: No operation 'mulitply'. Did you"
            + " mean 'multiply'?",
        "{'op': 'exp', 'inputs': ['xx']} | /nodes/f/inputs/0: No node 'xx'. Did you mean 'x'?",
        "{'op': 'exp', 'inputs': ['x', 'v']} | /nodes/f/inputs: 'exp' takes 1 input, found 2.",
        "{'op': 'add', 'inputs': []} | /nodes/f/inputs: 'add' takes 2 inputs, found 0.",
        "{'op': 'add', 'inputs': ['v', 'm']} | /nodes/f: Shapes [3] and [2, 2] do not broadcast:"
            + " counted from the right, sides must be equal or 1, and 3 meets 2. Here 'v' is [3]"
            + " and 'm' is [2, 2].",
        "{'op': 'matmul', 'inputs': ['m', 'v']} | /nodes/f: Shapes [2, 2] and [3] do not multiply:"
            + " each row of the first has 2 entries, each column of the second 3. Here 'm' is [2,"
            + " 2] and 'v' is [3].",
        "{'op': 'matmul', 'inputs': ['x', 'v']} | /nodes/f: A matrix product needs vectors or"
            + " matrices, found [] and [3]; use multiply for scalars. Here 'x' is [] and 'v' is"
            + " [3].",
        "{'op': 'sum', 'inputs': ['m'], 'attributes': {'axis': 2}} | /nodes/f/attributes/axis: Axis"
            + " 2 is out of range for rank 2: from -2 to 1.",
        "{'op': 'sum', 'inputs': ['m'], 'attributes': {'axis': [0, -2]}} |"
            + " /nodes/f/attributes/axis: Axis -2 is named twice.",
        "{'op': 'sum', 'inputs': ['m'], 'attributes': {'axis': 0.5}} | /nodes/f/attributes/axis:"
            + " Expected an integer or a list of integers, found the number 0.5.",
        "{'op': 'sum', 'inputs': ['m'], 'attributes': {'axes': 0}} | /nodes/f/attributes/axes:"
            + " 'sum' has no attribute 'axes'. Did you mean 'axis'? It takes axis, keepdims.",
        "{'op': 'exp', 'inputs': ['m'], 'attributes': {'axis': 0}} | /nodes/f/attributes/axis:"
            + " 'exp' has no attribute 'axis'. It takes none.",
        "{'op': 'reshape', 'inputs': ['m']} | /nodes/f: 'reshape' needs the attribute 'shape': a"
            + " list of integers.",
        "{'op': 'reshape', 'inputs': ['m'], 'attributes': {'shape': [3]}} |"
            + " /nodes/f/attributes/shape: Shape [2, 2] has 4 elements and cannot become [3].",
        "{'op': 'reshape', 'inputs': ['m'], 'attributes': {'shape': [-1, -1]}} |"
            + " /nodes/f/attributes/shape: Only one side can be -1, found [-1, -1].",
        "{'op': 'repeat', 'inputs': ['m'], 'attributes': {'count': -1}} |"
            + " /nodes/f/attributes/count: A count cannot be -1.",
        "{'op': 'broadcast_to', 'inputs': ['v'], 'attributes': {'shape': [2]}} |"
            + " /nodes/f/attributes/shape: Shape [3] does not broadcast to [2].",
        "{'op': 'softmax', 'inputs': ['x']} | /nodes/f/attributes: Axis -1 is out of range for rank"
            + " 0: a scalar has no axes.",
        "{'op': 'softmax_with_loss', 'inputs': ['m', 'v']} | /nodes/f: Logits [2, 2] need class"
            + " indices of shape [2] or probabilities of shape [2, 2], found [3]. Here 'm' is [2,"
            + " 2] and 'v' is [3].",
        "{'op': 'softmax_with_loss', 'inputs': ['m', 'v'], 'attributes': {'reduction': 'avg'}} |"
            + " /nodes/f/attributes/reduction: Expected `mean` or `sum` or `none`, found the string"
            + " 'avg'.",
      })
  void aStep(String step, String expected) {
    String sentence = expected.replace('`', '"').replace("/nodes/f/attributes: ", "/nodes/f: ");
    assertEquals(
        List.of(sentence), Ask.faults("{'nodes': {" + X + "'f': " + step + "}, 'output': 'f'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'nodes': {}} | : Which node is the output? There are no nodes. Name one in 'output'.",
        "{'nodes': {'a': {'value': 1}, 'b': {'value': 1}}} | : Which node is the output? Nothing"
            + " consumes 'a', 'b'. Name one in 'output'.",
        "{'nodes': {'ab': {'value': 1}}, 'output': 'ac'} | /output: No node 'ac'. Did you mean"
            + " 'ab'?",
        "{'nodes': {'a': {'value': 1, 'constant': true}}} | /nodes/a: 'a' is constant: nothing can"
            + " be differentiated.",
        "{'nodes': {'a': {'value': [1, 2]}}} | : The output 'a' has shape [2], so 'upstream' must"
            + " say dL/d(output): a tensor of that shape, such as [1, 1]. Or let a 'sum' or 'mean'"
            + " of it be the output.",
        "{'nodes': {'a': {'value': [1, 2]}}, 'upstream': 1} | /upstream: The output 'a' has shape"
            + " [2], but 'upstream' has shape [].",
        "{'nodes': {'ab': {'value': 1}}, 'wrt': ['ac']} | /wrt/0: No node 'ac'. Did you mean 'ab'?",
        "{'nodes': {'a': {'value': 1}}, 'wrt': ['a', 'a']} | /wrt/1: 'a' is named twice.",
        "{'nodes': {'a': {'value': [[1, 2], [3]]}}} | /nodes/a/value/1: Row 1 has 1 entry, row 0"
            + " has 2: a tensor is rectangular.",
        "{'output': 'a'} | : A model needs 'nodes', an object of nodes by id, 'layers' with their"
            + " 'input', or 'formula', a text.",
        "{'nodes': {'a': {}}} | /nodes/a: A node is an object with 'value', or with 'op' and"
            + " 'inputs': found neither.",
        "{'nodes': {'a': {'value': 1, 'op': 'exp'}}} | /nodes/a: A node is an object with 'value',"
            + " or with 'op' and 'inputs': found both.",
        "{'nodes': {'a': {'value': 1, 'inputs': []}}} | /nodes/a/inputs: A node with 'value' has no"
            + " 'inputs'.",
        "{'nodes': {'a': {'op': 'exp'}}} | /nodes/a: A node with 'op' needs 'inputs', a list of"
            + " node ids and numbers.",
        "{'nodes': {'a': {'value': 1}}, 'include': ['grads']} | /include/0: Expected one of values,"
            + " gradients, flows, local, derivations, found 'grads'.",
        "{'nodes': {'a': {'value': 1}}, 'encoding': 'Flat'} | /encoding: Expected one of nested,"
            + " flat, base64, found 'Flat'. Did you mean 'flat'?",
      })
  void aRequest(String body, String expected) {
    List<String> faults = Ask.faults(body).stream().map(fault -> fault.replace('"', '\'')).toList();
    assertEquals(List.of(expected), faults);
  }

  @Test
  void everyFaultIsToldAtOnceAndNothingThatOnlyFollowsFromOne() {
    assertEquals(
        List.of(
            "/nodes/f/inputs/1: No node 'zz'. Did you mean 'z'?",
            "/nodes/g/op: No operation 'mulitply'. Did you mean 'multiply'?",
            "/nodes/s/attributes/foo: 'sum' has no attribute 'foo'. It takes axis, keepdims.",
            "/nodes/s/attributes/axis: Axis 7 is out of range for rank 0: a scalar has no axes."),
        Ask.faults(
            "{'nodes': {'z': {'value': 1}, 'f': {'op': 'add', 'inputs': ['z', 'zz']},'g': {'op':"
                + " 'mulitply', 'inputs': ['z', 'f']},'h': {'op': 'add', 'inputs': ['g', 'f']},'s':"
                + " {'op': 'sum', 'inputs': ['z'], 'attributes': {'axis': 7, 'foo': 1}}},'output':"
                + " 'h'}"));
  }

  @Test
  void faultsOfFormAndOfTheGraphAreToldTogether() {
    List<String> faults =
        Ask.faults(
            "{'nodes': {'x': {'value': 'two'}, 'y': {'op': 'exp', 'inputs': ['x']},'z': {'op':"
                + " 'epx', 'inputs': ['y']}}, 'otuput': 'z'}");
    assertEquals(3, faults.size(), faults.toString());
    assertTrue(faults.get(0).startsWith("/nodes/x/value: "), faults.get(0));
    assertTrue(
        faults.get(1).startsWith("/otuput: Unknown property 'otuput'. Did you mean 'output'?"));
    assertEquals("/nodes/z/op: No operation 'epx'. Did you mean 'exp'?", faults.get(2));
  }

  @Test
  void aCycleIsToldWithItsPath() {
    assertEquals(
        List.of("/nodes/a: A cycle: 'a' → 'c' → 'b' → 'a'. A value cannot depend on itself."),
        Ask.faults(
            "{'nodes': {'a': {'op': 'exp', 'inputs': ['b']}, 'b': {'op': 'exp', 'inputs':"
                + " ['c']},'c': {'op': 'exp', 'inputs': ['a']}, 'y': {'op': 'exp', 'inputs':"
                + " ['a']}}}"));
    assertEquals(
        List.of("/nodes/a: A cycle: 'a' → 'a'. A value cannot depend on itself."),
        Ask.faults("{'nodes': {'a': {'op': 'exp', 'inputs': ['a']}}, 'output': 'a'}"));
  }

  @Test
  void aFaultOfANodeThatTheOutputDoesNotNeedIsAFaultAllTheSame() {
    assertEquals(
        List.of("/nodes/b/inputs: Expected a list of node ids and numbers, found the string 'a'."),
        Ask.faults(
            "{'nodes': {'a': {'value': 1}, 'b': {'op': 'exp', 'inputs': 'a'}}, 'output': 'a'}"));
  }

  @Test
  void whatTheOutputIsIsAskedOnlyWhereNothingElseIsWrong() {
    assertEquals(
        List.of("/nodes/b/inputs/0: No node 'aa'. Did you mean 'a'?"),
        Ask.faults("{'nodes': {'a': {'value': 1}, 'b': {'op': 'exp', 'inputs': ['aa']}}}"));
    assertEquals(
        List.of("/nodes/a: A cycle: 'a' → 'a'. A value cannot depend on itself."),
        Ask.faults("{'nodes': {'a': {'op': 'exp', 'inputs': ['a']}}}"));
  }

  @Test
  void oneKnotIsOneFaultHoweverManyCyclesItHas() {
    StringBuilder nodes = new StringBuilder("'n3000': {'value': 1}");
    for (int i = 0; i < 3_000; i++) {
      String inputs = "['n" + (i + 1) + "', 'n0']";
      nodes.append(", 'n" + i + "': {'op': 'add', 'inputs': " + inputs + "}");
    }
    assertEquals(1, Ask.faults("{'nodes': {" + nodes + "}, 'output': 'n0'}").size());
  }

  @Test
  void aNodeAskedForIsCheckedAlsoWhereTheModelIsAtFault() {
    assertEquals(
        List.of(
            "/nodes/y/op: No operation 'expp'. Did you mean 'exp'?",
            "/wrt/0: No node 'xx'. Did you mean 'x'?"),
        Ask.faults(
            "{'nodes': {'x': {'value': 1}, 'y': {'op': 'expp', 'inputs': ['x']}}, 'wrt': ['xx']}"));
  }

  @Test
  void anAttributeWrittenBesideTheOperationIsToldWhereItBelongs() {
    assertEquals(
        List.of(
            "/nodes/y/axis: Unknown property 'axis'. It is an attribute: write \"attributes\":"
                + " {\"axis\": …}."),
        Ask.faults(
            "{'nodes': {'x': {'value': 1}, 'y': {'op': 'sum', 'inputs': ['x'], 'axis': 0}}}"));
  }

  @Test
  void everyIndexOfNoClassIsTold() {
    assertEquals(
        2,
        Ask.faults(
                "{'nodes': {'z': {'value': [1, 2]}, 't': {'value': 7, 'constant': true},"
                    + "'a': {'op': 'softmax_with_loss', 'inputs': ['z', 't']},"
                    + "'b': {'op': 'softmax_with_loss', 'inputs': ['z', 't']},"
                    + "'c': {'op': 'add', 'inputs': ['a', 'b']}}}")
            .size());
  }

  @Test
  void aLongCycleIsShortened() {
    StringBuilder nodes = new StringBuilder("'n0': {'op': 'exp', 'inputs': ['n49999']}");
    for (int i = 1; i < 50_000; i++) {
      nodes
          .append(", 'n")
          .append(i)
          .append("': {'op': 'exp', 'inputs': ['n")
          .append(i - 1)
          .append("']}");
    }
    List<String> faults = Ask.faults("{'nodes': {" + nodes + "}, 'output': 'n0'}");
    assertEquals(1, faults.size());
    assertTrue(faults.get(0).contains("'n11' → … (49989 more) → 'n0'"), faults.get(0));
  }

  @Test
  void anIndexOfNoClassIsAFaultOfItsNode() {
    assertEquals(
        List.of("/nodes/L: The index 7 is not a whole number from 0 to 1."),
        Ask.faults(
            "{'nodes': {'z': {'value': [1, 2]}, 't': {'value': 7, 'constant': true},'L': {'op':"
                + " 'softmax_with_loss', 'inputs': ['z', 't']}}}"));
  }

  @Test
  void aNodeAtFaultThatTheOutputDoesNotDependOnIsToldAsWell() {
    List<String> faults =
        Ask.faults("{'nodes': {'x': {'value': 'two'}, 'y': {'value': 1}}, 'output': 'y'}");
    assertEquals(1, faults.size(), faults.toString());
  }
}
