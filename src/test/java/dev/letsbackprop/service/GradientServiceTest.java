package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.limit.Limits;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Requests for gradients and their answers, byte for byte. */
class GradientServiceTest {
  private static final String QUESTION =
      "{'nodes': {'x': {'value': -2}, 'y': {'value': 5}, 'z': {'value': -4},"
          + "'q': {'op': 'add', 'inputs': ['x', 'y']},"
          + "'f': {'op': 'multiply', 'inputs': ['q', 'z']}}, 'output': 'f'";

  private static void assertAnswer(String expected, String body) {
    assertEquals(expected.replace('\'', '"'), Ask.gradients(body));
  }

  @Test
  void theAnswerIsTheGraphAnnotatedInTopologicalOrder() {
    assertAnswer(
        "{'output':'f','nodes':{"
            + "'x':{'shape':[],'value':-2,'gradient':-4},"
            + "'y':{'shape':[],'value':5,'gradient':-4},"
            + "'z':{'shape':[],'value':-4,'gradient':3},"
            + "'q':{'op':'add','inputs':['x','y'],'shape':[],'value':3,'gradient':-4},"
            + "'f':{'op':'multiply','inputs':['q','z'],'shape':[],'value':-12,'gradient':1}}}",
        QUESTION + "}");
  }

  @Test
  void withWrtItHasThoseNodesAndTheOutputOnly() {
    assertAnswer(
        "{'output':'f','nodes':{'z':{'shape':[],'gradient':3},"
            + "'f':{'op':'multiply','inputs':['q','z'],'shape':[],'gradient':1}}}",
        QUESTION + ", 'wrt': ['z'], 'include': ['gradients']}");
  }

  @Test
  void flowsOfANodeInWrtAreAllWorkedOut() {
    String answer = Ask.gradients(QUESTION + ", 'wrt': ['z'], 'include': ['flows', 'local']}");
    assertTrue(answer.contains("\"flows\":[-4,3],\"local\":[-4,3]"), answer);
  }

  @Test
  void includeNothingLeavesTheShapes() {
    assertAnswer(
        "{'output':'f','nodes':{'f':{'op':'multiply','inputs':['q','z'],'shape':[]}}}",
        QUESTION + ", 'wrt': [], 'include': []}");
  }

  @Test
  void flowsAndLocalDerivativesTowardsConstantsAreNull() {
    assertAnswer(
        "{'output':'z','nodes':{'x':{'shape':[]},"
            + "'y':{'op':'multiply','inputs':['x',3],'shape':[],'flows':[6,null],'local':[3,null]},"
            + "'c':{'constant':true,'shape':[]},"
            + "'z':{'op':'add','inputs':['y','c'],'shape':[],'flows':[2,null],'local':[1,null]}}}",
        "{'nodes': {'z': {'op': 'add', 'inputs': ['y', 'c']}, 'c': {'value': 1, 'constant': true},"
            + "'y': {'op': 'multiply', 'inputs': ['x', 3]}, 'x': {'value': 1}},"
            + "'upstream': 2, 'include': ['flows', 'local']}");
  }

  @Test
  void aNodeThatTheOutputDoesNotDependOnHasAGradientOfZeros() {
    String answer =
        Ask.gradients(
            "{'output': 'y', 'nodes': {'x': {'value': [1, 2]}, 'a': {'op': 'exp', 'inputs': ['x']},"
                + "'u': {'value': [7]}, 'y': {'op': 'sum', 'inputs': ['x']}},"
                + "'include': ['gradients', 'flows']}");
    assertTrue(answer.contains("\"u\":{\"shape\":[1],\"gradient\":[0]}"), answer);
    assertTrue(answer.contains("\"gradient\":[0,0],\"flows\":[[0,0]]"), answer);
  }

  @Test
  void anAliasIsAnsweredByTheCanonicalName() {
    String answer =
        Ask.gradients("{'nodes': {'x': {'value': 2}, 'y': {'op': 'Mul', 'inputs': ['x', 'x']}}}");
    assertTrue(answer.contains("\"op\":\"multiply\",\"inputs\":[\"x\",\"x\"]"), answer);
    assertTrue(answer.contains("\"x\":{\"shape\":[],\"value\":2,\"gradient\":4}"), answer);
  }

  @Test
  void tensorsComeAndGoInEveryEncoding() {
    String nodes =
        "{'nodes': {'x': {'value': {'shape': [2], 'base64': 'AAAAAAAA8D8AAAAAAAAAwA=='}},'y':"
            + " {'op': 'square', 'inputs': ['x']}}, 'upstream': [1, 0.5], 'wrt': ['x'], 'encoding':"
            + " ";
    assertTrue(Ask.gradients(nodes + "'nested'}").contains("\"value\":[1,-2],\"gradient\":[2,-2]"));
    assertTrue(
        Ask.gradients(nodes + "'flat'}").contains("\"gradient\":{\"shape\":[2],\"data\":[2,-2]}"));
    assertTrue(
        Ask.gradients(nodes + "'base64'}")
            .contains("\"value\":{\"shape\":[2],\"base64\":\"AAAAAAAA8D8AAAAAAAAAwA==\"}"));
  }

  @Test
  void theAnswerKeepsTheOrderOfTheRequestButThatInputsComeFirst() {
    String answer =
        Ask.gradients(
            "{'nodes': {'b': {'value': 1}, 'y': {'op': 'add', 'inputs': ['s', 'b']},"
                + "'a': {'value': 2}, 's': {'op': 'sin', 'inputs': ['a']}}, 'include': []}");
    assertEquals(
        List.of("b", "a", "s", "y"),
        Pattern.compile("\"(\\w)\":\\{").matcher(answer).results().map(m -> m.group(1)).toList());
  }

  @Test
  void aMatrixThatMeetsABatchNeedsNoTensorLargerThanTheBatch() {
    // A product for each of 1,000 matrices, summed afterwards, would be 120 million elements.
    String answer =
        Ask.gradients(
            "{'nodes': {'one': {'value': 1, 'constant': true},'c': {'op': 'broadcast_to', 'inputs':"
                + " ['one'], 'attributes': {'shape': [1000, 400, 1]}},'w': {'op': 'broadcast_to',"
                + " 'inputs': ['v'], 'attributes': {'shape': [300, 400]}},'v': {'value': 1}, 'y':"
                + " {'op': 'matmul', 'inputs': ['w', 'c']},'s': {'op': 'sum', 'inputs': ['y']}},"
                + " 'wrt': ['v']}");
    assertTrue(answer.contains("\"gradient\":120000000}"), answer);
  }

  @Test
  void aChainOfAHundredThousandNodesIsAnOrdinaryRequest() {
    StringBuilder nodes = new StringBuilder("'n0': {'value': 0.5}");
    for (int i = 1; i < 100_000; i++) {
      nodes.append(", 'n" + i + "': {'op': 'sin', 'inputs': ['n" + (i - 1) + "']}");
    }
    String answer = Ask.gradients("{'nodes': {" + nodes + "}, 'wrt': ['n0']}");
    assertTrue(answer.contains("\"n99999\":{\"op\":\"sin\""), answer);
  }

  @Test
  void attributesThatWereGivenAreToldAgain() {
    String answer =
        Ask.gradients(
            "{'nodes': {'x': {'value': [[1, 2]]}, 'y': {'op': 'sum', 'inputs': ['x'],"
                + "'attributes': {'keepdims': false, 'axis': [-1]}}}, 'upstream': [1]}");
    assertTrue(
        answer.contains("\"inputs\":[\"x\"],\"attributes\":{\"axis\":-1},\"shape\":[1]"), answer);
  }

  @Test
  void theOrderOfTheRequestDoesNotMatterToTheLastBit() {
    JsonMapper mapper = new JsonMapper();
    for (long seed = 0; seed < 60; seed++) {
      Graph graph = RandomGraphs.draw(seed, 30);
      String first = Ask.gradients(RandomGraphs.request(graph, 1), Limits.DEFAULT);
      String second = Ask.gradients(RandomGraphs.request(graph, 2), Limits.DEFAULT);
      assertNotEquals(first, second);
      // Objects are equal whatever the order of their properties; numbers must be to the last bit.
      assertEquals(mapper.readTree(first), mapper.readTree(second), "seed " + seed);
    }
  }

  @Test
  void theSameRequestGivesTheSameBytes() {
    for (long seed = 0; seed < 20; seed++) {
      byte[] request = RandomGraphs.request(RandomGraphs.draw(seed, 30), 1);
      assertEquals(Ask.gradients(request, Limits.DEFAULT), Ask.gradients(request, Limits.DEFAULT));
    }
  }
}
