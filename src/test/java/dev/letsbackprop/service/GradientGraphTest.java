package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.limit.Tight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gradients as graphs, byte for byte, and what comes back when they are posted again. */
class GradientGraphTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static void assertGraph(String expected, String body) {
    assertEquals(expected.replace('\'', '"'), Ask.gradientGraph(body));
  }

  @Test
  void aGradientThatIsANodeIsABranchOfIt() {
    assertGraph(
        "{'nodes':{'x':{'value':-2},'z':{'value':-4},"
            + "'d_f/d_x':{'op':'branch','inputs':['z']}},'output':'d_f/d_x'}",
        "{'formula': 'q = x + y; f = q * z', 'values': {'x': -2, 'y': 5, 'z': -4}, 'wrt': ['x']}");
  }

  @Test
  void theFirstOfSeveralIsTheOutputAndWhatTheyShareIsThereOnce() {
    assertGraph(
        "{'nodes':{'x':{'value':2},'y':{'value':3},'x * y':{'op':'multiply','inputs':['x','y']},"
            + "'d_f/d_x * y':{'op':'cos','inputs':['x * y']},"
            + "'d_f/d_x':{'op':'multiply','inputs':['d_f/d_x * y','y']},"
            + "'d_f/d_y':{'op':'multiply','inputs':['d_f/d_x * y','x']}},'output':'d_f/d_y'}",
        "{'formula': 'f = sin(x * y)', 'values': {'x': 2, 'y': 3}, 'wrt': ['y', 'x']}");
  }

  @Test
  void oneGradientThatTwoNodesHaveHasTwoIds() {
    assertGraph(
        "{'nodes':{'x':{'value':2},'y':{'value':3},'q':{'op':'add','inputs':['x','y']},"
            + "'d_f/d_x':{'op':'cos','inputs':['q']},"
            + "'d_f/d_y':{'op':'branch','inputs':['d_f/d_x']}},'output':'d_f/d_x'}",
        "{'formula': 'q = x + y; f = sin(q)', 'values': {'x': 2, 'y': 3}}");
  }

  @Test
  void numbersAndZerosAreNodesToo() {
    assertGraph(
        "{'nodes':{'x':{'value':2},'u':{'value':[7,8]},'v':{'value':1},"
            + "'d_f/d_x':{'op':'branch','inputs':[3]},"
            + "'d_f/d_u':{'op':'broadcast_to','inputs':[0],'attributes':{'shape':[2]}},"
            + "'d_f/d_v':{'op':'branch','inputs':[0]}},'output':'d_f/d_x'}",
        "{'nodes': {'x': {'value': 2}, 'u': {'value': [7, 8]}, 'v': {'value': 1},"
            + "'f': {'op': 'multiply', 'inputs': [3, 'x']}}, 'output': 'f'}");
  }

  @Test
  void aVectorComesWithAnUpstreamOfOnesAndTheModelsOwnIsMultipliedIn() {
    assertGraph(
        "{'nodes':{'x':{'value':[1,2]},'exp(x)':{'op':'exp','inputs':['x']},"
            + "'constant1':{'value':[3,4],'constant':true},"
            + "'d_exp(x)/d_x':{'op':'multiply','inputs':['constant1','exp(x)']}},"
            + "'output':'d_exp(x)/d_x','upstream':[1,1]}",
        "{'formula': 'exp(x)', 'values': {'x': [1, 2]}, 'upstream': [3, 4]}");
  }

  @Test
  void anUpstreamNumberThatIsNotFiniteIsALeaf() {
    assertGraph(
        "{'nodes':{'x':{'value':1},'f':{'op':'exp','inputs':['x']},"
            + "'constant1':{'value':'NaN','constant':true},"
            + "'d_f/d_f':{'op':'branch','inputs':['constant1']}},'output':'d_f/d_f'}",
        "{'formula': 'f = exp(x)', 'values': {'x': 1}, 'upstream': 'NaN', 'wrt': ['f']}");
  }

  @Test
  void idsOfTheModelAreNotGivenAgain() {
    JsonNode graph =
        JSON.readTree(
            Ask.gradientGraph(
                "{'nodes': {'x': {'value': 2}, 'd_f/d_x': {'op': 'sin', 'inputs': ['x']},"
                    + "'multiply1': {'op': 'cos', 'inputs': ['d_f/d_x']}, 'f': {'op': 'multiply',"
                    + "'inputs': ['multiply1', 'd_f/d_x']}}}"));
    assertEquals("d_f/d_x_1", graph.path("output").stringValue());
    assertEquals("cos", graph.path("nodes").path("multiply1").path("op").stringValue());
    assertEquals("sin", graph.path("nodes").path("d_f/d_x").path("op").stringValue());
  }

  @ParameterizedTest
  @CsvSource({"994, true", "995, false"})
  void anIdThatWouldBeTooLongIsANumber(int length, boolean whole) {
    String id = "x".repeat(length);
    String graph =
        Ask.gradientGraph("{'formula': 'f = sin(" + id + ")', 'values': {'" + id + "': 2}}");
    String output = JSON.readTree(graph).path("output").stringValue();
    assertEquals(whole ? "d_f/d_" + id : "gradient1", output);
    assertTrue(Ask.gradients(graph).contains("\"output\":\"" + output));
  }

  /** Each order lowers each power by one, as in the documentation of JAX: 4, 10, 6 and 0 at 1. */
  @Test
  void fourOrdersOfACubic() {
    assertEquals(
        List.of(4.0, 10.0, 6.0, 0.0),
        orders("{'formula': 'x ** 3 + 2 * x ** 2 - 3 * x + 1', 'values': {'x': 1}}", 4));
  }

  /** The cookbook of JAX has these for tanh at 2, in float32. */
  @Test
  void threeOrdersOfTanh() {
    List<Double> orders = orders("{'formula': 'tanh(x)', 'values': {'x': 2}}", 3);
    assertEquals(0.070650935, orders.get(0), 5e-7);
    assertEquals(-0.13621889, orders.get(1), 5e-7);
    assertEquals(0.2526544, orders.get(2), 5e-7);
  }

  private static List<Double> orders(String body, int count) {
    List<Double> orders = new ArrayList<>();
    String graph = body;
    for (int order = 0; order < count; order++) {
      graph = Ask.gradientGraph(graph);
      JsonNode answer = JSON.readTree(Ask.gradients(graph));
      orders.add(
          answer.path("nodes").path(answer.path("output").stringValue()).path("value").asDouble());
    }
    return orders;
  }

  /** The slope of h alone is x², written anew: it must not be found in the node that h is. */
  @Test
  void aComputedNodeIsNotFoundWhereItWasNotUsed() {
    String graph =
        Ask.gradientGraph(
            "{'formula': 'h = square(b); f = atan2(h, b)', 'values': {'b': 2}, 'wrt': ['h']}");
    JsonNode second = JSON.readTree(Ask.gradients(graph)).path("nodes").path("h").path("gradient");
    // d/dh of b / (b² + h²) is -2bh / (b² + h²)².
    assertEquals(-2 * 2 * 4 / Math.pow(4 + 16, 2), second.asDouble(), 1e-15);
  }

  @Test
  void faults() {
    String model =
        "{'nodes': {'x': {'value': 2, 'constant': true}, 'y': {'op': 'sin', 'inputs': ['x']}}";
    assertEquals(
        List.of(": No leaf has a gradient, so 'wrt' must name the nodes to differentiate towards."),
        refused(model + "}"));
    assertEquals(
        List.of("/wrt: Name at least one node to differentiate towards."),
        refused(model + ", 'wrt': []}"));
    assertEquals(
        List.of(
            "/include: Unknown property 'include'. Expected one of nodes, formula, values, input,"
                + " layers, output, upstream, wrt, encoding.",
            "/wrt/0: No node 'z'."),
        refused(model + ", 'include': [], 'wrt': ['z']}"));
  }

  private static List<String> refused(String body) {
    return Ask.faults(() -> Ask.gradientGraph(body));
  }

  @Test
  void modelAndGradientsTogetherAreAsLargeAsAModelMayBe() {
    // x, x ** 2, f with three inputs; the upstream, cos, 2 · x and two products with seven.
    byte[] body =
        Ask.bytes("{'formula': 'f = sin(x ** 2)', 'values': {'x': [1]}, 'upstream': [1]}");
    Limits enough = Tight.model(8, 10, 1, 1_000, 1_000, 1_000);
    String graph = Ask.gradientGraph(body, enough);
    assertDoesNotThrow(() -> Ask.gradients(graph.getBytes(StandardCharsets.UTF_8), enough), graph);
    assertEquals(
        List.of(
            ": The limit 'model.nodes' is 7; with its derivatives the model needs at least 8. Ask"
                + " for fewer nodes in 'wrt'."),
        Ask.faults(() -> Ask.gradientGraph(body, Tight.model(7, 10, 1, 1_000, 1_000, 1_000))));
    assertEquals(
        List.of(
            ": The limit 'model.edges' is 9; with its derivatives the model needs at least 10. Ask"
                + " for fewer nodes in 'wrt'."),
        Ask.faults(() -> Ask.gradientGraph(body, Tight.model(8, 9, 1, 1_000, 1_000, 1_000))));
  }

  @Test
  void aChainOfTwentyThousandNodesIsAnOrdinaryRequest() {
    StringBuilder nodes = new StringBuilder("'n0': {'value': 0.5}");
    for (int i = 1; i < 20_000; i++) {
      nodes.append(", 'n" + i + "': {'op': 'sin', 'inputs': ['n" + (i - 1) + "']}");
    }
    String graph = Ask.gradientGraph("{'nodes': {" + nodes + "}}");
    assertTrue(graph.endsWith("\"output\":\"d_n19999/d_n0\"}"));
    assertTrue(Ask.gradients(graph).contains("\"d_n19999/d_n0\":{\"op\":\"multiply\""));
  }
}
