package dev.letsbackprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.service.Ask;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a stack is told as a teacher would. */
class StackFaultTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type': 'affine', 'name': 'hidden', 'weight':"
            + " [[1,1,1,1,1],[1,1,1,1,1],[1,1,1,1,1],[1,1,1,1,1]]} | /layers/0/weight: layer 1"
            + " 'hidden' (affine): the input has 3 features, the weight [4, 5] expects 4.",
        "{'type': 'affine', 'weight': [[1, 2], [1, 2], [1, 2]], 'bias': [1, 2, 3]} |"
            + " /layers/0/bias: layer 1 'affine1' (affine): the weight [3, 2] has 2 units, the bias"
            + " [3] expects 3.",
        "{'type': 'affine', 'weight': [1, 2, 3]} | /layers/0/weight: layer 1 'affine1' (affine):"
            + " the weight has shape [3], expected [D, H] (features, units).",
        "{'type': 'affine'} | /layers/0: layer 1 'affine1' (affine): it needs 'weight', what each"
            + " feature counts for each unit: [D, H].",
        "{'type': 'afine', 'weight': [[1]]} | /layers/0/type: No layer 'afine'. Did you mean"
            + " 'affine'?",
        "{'type': 'affine', 'weight': [[1], [1], [1]], 'stride': 2} | /layers/0/stride: layer 1"
            + " 'affine1' (affine): 'affine' has no 'stride'. It takes weight, bias.",
        "{'type': 'affine', 'wieght': [[1], [1], [1]]} | /layers/0/wieght: Unknown property"
            + " 'wieght'. Did you mean 'weight'? GET /v1/layers lists what each layer takes.",
        "{'type': 'conv2d', 'weight': [[[[1]]]]} | /input: layer 1 'conv2d1' (conv2d): the input"
            + " has shape [2, 3], expected [N, C, Y, X] (rows, channels, rows of a plane, columns"
            + " of a plane).",
        "{'type': 'softmax_with_loss', 'target': [0, 3]} | /layers/0/target: layer 1"
            + " 'softmax_with_loss1' (softmax_with_loss): the target 3 of row 1 is no class: they"
            + " are 0 to 2.",
        "{'type': 'softmax_with_loss', 'target': [0, 0.5]} | /layers/0/target: layer 1"
            + " 'softmax_with_loss1' (softmax_with_loss): the target 0.5 of row 1 is no class: they"
            + " are 0 to 2.",
        "{'type': 'softmax_with_loss', 'target': [[0, 0.5, 0.5], [0, 0.5, 0.6]]} |"
            + " /layers/0/target: layer 1 'softmax_with_loss1' (softmax_with_loss): the target's"
            + " row 1 adds up to 1.1, and probabilities add up to 1.",
        "{'type': 'cross_entropy', 'target': [[0, 0.5, 0.5], [0, -0.5, 1.5]]} | /layers/0/target:"
            + " layer 1 'cross_entropy1' (cross_entropy): the target has the probability -0.5 in"
            + " row 1, and none is below 0.",
        "{'type': 'mean_squared_error', 'target': [1, 2, 3]} | /layers/0/target: layer 1"
            + " 'mean_squared_error1' (mean_squared_error): the target has shape [3], and the input"
            + " [2, 3]: they must be the same.",
        "{'type': 'dropout', 'mask': [1, 0.5, 0]} | /layers/0/mask: layer 1 'dropout1' (dropout):"
            + " the mask holds 0 and 1 only, found 0.5.",
        "{'type': 'leaky_relu', 'slope': 'x'} | /layers/0/slope: layer 1 'leaky_relu1'"
            + " (leaky_relu): Expected a number, found the string 'x'.",
        "{'type': 'affine', 'weight': {'random': 'normal', 'shape': [3, 2]}} | /layers/0/weight:"
            + " 'normal' needs 'seed', an integer: the same seed gives the same numbers.",
        "{'type': 'affine', 'weight': {'random': 'nromal', 'shape': [3, 2], 'seed': 1}} |"
            + " /layers/0/weight/random: Expected one of normal, uniform, xavier, he, zeros, ones,"
            + " found 'nromal'. Did you mean 'normal'?",
        "{'type': 'affine', 'weight': {'random': 'zeros', 'shape': [3, 2], 'data': []}} |"
            + " /layers/0/weight: What is generated has no 'data' and no 'base64'.",
        "{'type': 'lstm', 'weight_x': [[1, 2], [1, 2], [1, 2]], 'weight_h': [[1, 2, 3, 4]]} |"
            + " /layers/0/weight_x: layer 1 'lstm1' (lstm): the weight_x [3, 2] has a side of 2,"
            + " expected a multiple of 4: it is [D, 4H] (features, units).",
        "{'type': 'relu', 'name': 'input'} | /layers/0/name: layer 1 'input' (relu): 'input' is"
            + " what goes in: no layer can be called that.",
        "{'name': 'x'} | /layers/0: A layer needs 'type', such as \"affine\".",
        "{'type': 'relu', 'attributes': {}} | /layers/0/attributes: Unknown property 'attributes'."
            + " A layer's attributes stand beside its type.",
      })
  void oneFault(String layer, String fault) {
    assertEquals(
        fault, Ask.faults("{'input': [[1, 2, 3], [4, 5, 6]], 'layers': [" + layer + "]}").get(0));
  }

  @Test
  void everyFaultOfTheStackIsTold() {
    assertEquals(
        List.of(
            "/layers/0/weight: layer 1 'affine1' (affine): the input has 3 features, the weight [2,"
                + " 4] expects 2.",
            "/layers/1/weight: layer 2 'hidden' (affine): the input has 4 features, the weight [5,"
                + " 2] expects 5.",
            "/layers/1/bias: layer 2 'hidden' (affine): the weight [5, 2] has 2 units, the bias [1]"
                + " expects 1.",
            "/layers/2/target: layer 3 'loss' (softmax_with_loss): the target 2 of row 0 is no"
                + " class: they are 0 to 1."),
        Ask.faults(
            "{'input': [[1, 2, 3]], 'layers': [{'type': 'affine', 'weight': [[1, 2, 3, 4], [1, 2,"
                + " 3, 4]]}, {'type': 'affine', 'name': 'hidden', 'weight': [[1, 1], [1, 1], [1,"
                + " 1], [1, 1], [1, 1]], 'bias': [1]}, {'type': 'softmax_with_loss', 'name':"
                + " 'loss', 'target': [2]}]}"));
  }

  @Test
  void aRowOfProbabilitiesIsNotGuessed() {
    assertEquals(
        List.of(
            "/layers/0/target: layer 1 'softmax_with_loss1' (softmax_with_loss): the target has"
                + " shape [3], but the input [1, 3] takes class indices [1] or rows of"
                + " probabilities [1, 3]: a vector of integers is indices; one row of probabilities"
                + " is written [[…]]."),
        Ask.faults(
            "{'input': [1, 2, 3], 'layers': [{'type': 'softmax_with_loss', 'target': [0, 1,"
                + " 0]}]}"));
  }

  @Test
  void anIndexBeyondTheTableIsTold() {
    assertEquals(
        List.of(
            "/input: layer 1 'embedding1' (embedding): the input has 2 among its indices; the table"
                + " has the rows 0 to 1."),
        Ask.faults(
            "{'input': [0, 2], 'layers': [{'type': 'embedding', 'table': [[1], [2]]}, {'type':"
                + " 'sum'}]}"));
  }

  @Test
  void twoLayersCannotHaveOneName() {
    assertEquals(
        List.of("/layers/1/name: layer 2 'a' (exp): another layer is called 'a' already."),
        Ask.faults(
            "{'input': 1, 'layers': [{'type': 'relu', 'name': 'a'}, {'type': 'exp', 'name':"
                + " 'a'}]}"));
  }

  @Test
  void aNameCannotHideANode() {
    assertEquals(
        List.of(
            "/layers/1/name: layer 2 'affine1.weight' (relu): two nodes would be called"
                + " 'affine1.weight'."),
        Ask.faults(
            "{'input': [[1]], 'layers': [{'type': 'affine', 'weight': [[1]]}, {'type': 'relu',"
                + " 'name': 'affine1.weight'}], 'upstream': [[1]]}"));
  }

  private static List<String> faults(String input, String layers) {
    return Ask.faults("{'input': " + input + ", 'layers': [" + layers + "]}");
  }

  @Test
  void aFaultOfOneValueIsTheOnlyOne() {
    for (String weight :
        List.of(
            "{'random': 'normal', 'shape': [2, 2]}", "[[1, 'x'], [1, 1]]", "null", "[[1], []]")) {
      for (String more :
          List.of("", ", 'output': 'sum1'", ", 'wrt': ['matmul1']", ", 'upstream': 1")) {
        String body =
            "{'input': [[1, 2]], 'layers': [{'type': 'matmul', 'weight': "
                + weight
                + "}, {'type': 'sum'}]"
                + more
                + "}";
        List<String> faults = Ask.faults(body);
        assertEquals(1, faults.size(), faults.toString());
      }
    }
  }

  @Test
  void aWrongParameterDoesNotMakeWrongWhatIsRight() {
    assertEquals(
        List.of(
            "/layers/0/bias: layer 1 'bias1' (bias): the input has 2 features, the bias [3] expects"
                + " 3."),
        faults(
            "[[1, 2]]",
            "{'type': 'bias', 'bias': [1, 2, 3]}, {'type': 'affine', 'weight': [[1], [2]]},"
                + " {'type': 'sum'}"));
    assertEquals(
        List.of(
            "/layers/0/initial_hidden: layer 1 'rnn1' (rnn): the input has 2 rows, the"
                + " initial_hidden [3, 2] expects 3."),
        faults(
            "[[[1]], [[2]]]",
            "{'type': 'rnn', 'weight_x': [[1, 2]], 'weight_h': [[1, 2], [1, 2]], 'initial_hidden':"
                + " [[0, 0], [0, 0], [0, 0]]}, {'type': 'flatten'}, {'type': 'softmax_with_loss',"
                + " 'target': [0, 1]}"));
  }

  @Test
  void groupsThatAreNoneAreToldOnce() {
    String conv = "{'type': 'conv2d', 'weight': [[[[1]], [[1]]], [[[1]], [[1]]]], 'groups': ";
    String input = "{'shape': [1, 4, 1, 1], 'data': [1, 2, 3, 4]}";
    for (String groups : List.of("0", "'2'", "3", "2147483647")) {
      List<String> faults = faults(input, conv + groups + "}, {'type': 'sum'}");
      assertEquals(1, faults.size(), faults.toString());
    }
  }

  @Test
  void anUnknownLayerLeavesOpenWhatIsARow() {
    assertEquals(
        List.of("/layers/1/type: No layer 'afine'. Did you mean 'affine'?"),
        faults(
            "[1, 2, 3]",
            "{'type': 'dropout', 'mask': [[1, 1, 0]]}, {'type': 'afine', 'weight': [[1], [1],"
                + " [1]]}"));
  }

  @Test
  void everyRowOfATargetIsTold() {
    assertEquals(
        3,
        faults(
                "[[1, 2], [1, 2], [1, 2]]",
                "{'type': 'softmax_with_loss', 'target': [-1, 1.5, 'NaN']}")
            .size());
  }

  @Test
  void whatIsMissingIsTold() {
    assertEquals(
        List.of(": A model with 'layers' needs 'input', a tensor."),
        Ask.faults("{'layers': [{'type': 'relu'}]}"));
    assertEquals(
        List.of("/layers: There is no layer. One is {\"type\": \"sigmoid\"}, for example."),
        Ask.faults("{'input': 1, 'layers': []}"));
    assertEquals(
        List.of(
            "/formula: A model has 'nodes', 'layers' or 'formula', and only one of them: found"
                + " 'layers' and 'formula'."),
        Ask.faults("{'input': 1, 'layers': [{'type': 'relu'}], 'formula': 'x'}"));
    assertEquals(
        "/input: Only a model with 'layers' has 'input'.",
        Ask.faults("{'input': 1, 'formula': 'x', 'values': {'x': 1}}").get(0));
  }
}
