package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.differentiation.Jacobian;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.limit.Tight;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Requests for Jacobians and their answers, byte for byte. */
class JacobianTest {
  private static void assertAnswer(String expected, String body) {
    assertEquals(expected.replace('\'', '"'), Ask.jacobians(body));
  }

  /** Textbook: diag(p) - p·pᵀ. */
  @Test
  void ofSoftmax() {
    assertAnswer(
        "{'output':'p','jacobians':{'z':[[0.25,-0.25],[-0.25,0.25]]}}",
        "{'formula': 'p = softmax(z)', 'values': {'z': [0, 0]}}");
  }

  @Test
  void theAxesOfTheOutputComeFirst() {
    assertAnswer(
        "{'output':'y','jacobians':{'A':[[[5,6],[0,0]],[[0,0],[5,6]]],'x':[[1,2],[3,4]],"
            + "'y':[[1,0],[0,1]],'u':[0,0]}}",
        "{'nodes': {'A': {'value': [[1, 2], [3, 4]]}, 'x': {'value': [5, 6]}, 'u': {'value': 1},"
            + "'y': {'op': 'matmul', 'inputs': ['A', 'x']}}, 'output': 'y',"
            + "'wrt': ['A', 'x', 'y', 'u'], 'upstream': [7, 7]}");
  }

  @Test
  void alongVectors() {
    assertAnswer(
        "{'output':'y','products':{'x':[2,0,0],'w':[1,2,3],'u':[0,0,0]}}",
        "{'nodes': {'x': {'value': [1, 2, 3]}, 'w': {'value': 2}, 'u': {'value': [0, 0]},"
            + "'y': {'op': 'multiply', 'inputs': ['x', 'w']}}, 'output': 'y',"
            + "'vector': {'x': [1, 0, 0], 'w': 1, 'u': [1, 1]}}");
  }

  @Test
  void alongTheOutputItself() {
    assertAnswer(
        "{'output':'y','products':{'y':[7,8]}}",
        "{'formula': 'y = exp(x)', 'values': {'x': [1, 2]}, 'wrt': ['y'], 'vector': {'y': [7,"
            + " 8]}}");
  }

  @Test
  void aCovector() {
    assertAnswer(
        "{'output':'y','products':{'x':[-2,-2],'A':[[5,6],[-5,-6]]}}",
        "{'formula': 'y = A @ x', 'values': {'A': [[1, 2], [3, 4]], 'x': [5, 6]},"
            + "'wrt': ['x', 'A'], 'covector': [1, -1]}");
  }

  /** Rows are gradients, and a product along a vector is that of the rows and the vector. */
  @Test
  void ofRandomGraphsOverTheWholeCatalogue() {
    Random random = new Random(5);
    for (long seed = 0; seed < 150; seed++) {
      Graph graph = RandomGraphs.draw(seed, 20);
      List<Tensor> values = graph.read(Numbers.NUMBERS, Node::value);
      Map<Node, Tensor> vectors = new LinkedHashMap<>();
      for (Node node : graph.nodes()) {
        if (!node.isConstant()) {
          Tensor zeros = Tensor.filled(node.shape(), 0);
          vectors.put(node, zeros.map(zero -> random.nextDouble(-1, 1)));
        }
      }
      Map<Node, Tensor> jacobians = Jacobian.of(graph, values, vectors.keySet());
      Map<Node, Tensor> products = Jacobian.products(graph, values, vectors, node -> {});
      for (int row = 0; row < graph.output().shape().size(); row++) {
        Tensor unit = Jacobian.unit(graph.output().shape(), row);
        Pullback<Tensor> pullback =
            Pullback.of(Numbers.NUMBERS, graph, values, unit, Pullback.everything(graph));
        for (Map.Entry<Node, Tensor> each : vectors.entrySet()) {
          Tensor gradient = pullback.adjoint(each.getKey());
          Tensor vector = each.getValue();
          double sum = 0;
          double scale = 1;
          for (int at = 0; at < vector.size(); at++) {
            double slope = gradient == null ? 0 : gradient.at(at);
            int place = row * vector.size() + at;
            assertEquals(
                slope,
                Objects.requireNonNull(jacobians.get(each.getKey())).at(place),
                "seed " + seed);
            sum += slope * vector.at(at);
            scale += Math.abs(slope);
          }
          String told = "seed " + seed + ", " + each.getKey();
          assertEquals(
              sum,
              Objects.requireNonNull(products.get(each.getKey())).at(row),
              1e-12 * scale,
              told);
        }
      }
    }
  }

  /** The seed's 0 times an infinite slope is NaN, as it is in PyTorch. */
  @Test
  void warnings() {
    assertEquals(
        "{\"output\":\"y\",\"jacobians\":{\"x\":[[0.5,\"NaN\"],[0,\"Infinity\"]]},"
            + "\"warnings\":[{\"node\":\"y\",\"reason\":"
            + "\"What flows back to 'x' is NaN at [1], where 'x' is 0.\"}]}",
        Ask.jacobians("{'formula': 'y = sqrt(x)', 'values': {'x': [1, 0]}}"));
  }

  private static List<String> refused(String body) {
    return Ask.faults(() -> Ask.jacobians(body));
  }

  @Test
  void faults() {
    String model = "{'formula': 'y = exp(x)', 'values': {'x': [1, 2]}";
    assertEquals(
        List.of("/covector: The output 'y' has shape [2], but this tensor has shape [3]."),
        refused(model + ", 'covector': [1, 2, 3]}"));
    assertEquals(
        List.of("/covector: 'vector' and 'covector' are two products: ask for one of them."),
        refused(model + ", 'covector': [1, 2], 'vector': {'x': [1, 2]}}"));
    assertEquals(
        List.of(
            "/vector: Expected an object that maps each node of 'wrt' to a tensor of its shape,"
                + " found an array."),
        refused(model + ", 'vector': [1, 2]}"));
    assertEquals(
        List.of("/upstream: The output 'y' has shape [2], but 'upstream' has shape []."),
        refused(model + ", 'upstream': 1}"));
  }

  @Test
  void limits() {
    byte[] body = Ask.bytes("{'formula': 'y = exp(x)', 'values': {'x': [1, 2]}}");
    String advice =
        " Ask for a product instead, with 'vector' or 'covector', or for fewer nodes in 'wrt'.";
    // Two rows and the values, each 2 + 2 400 for the step and 10 a node, three times
    // because the limit is for both ways; four entries.
    assertDoesNotThrow(() -> Ask.jacobians(body, Tight.model(9, 9, 9, 9, 3816, 4)));
    assertEquals(
        List.of(": The limit 'model.answer' is 3; this needs 4 elements." + advice),
        Ask.faults(() -> Ask.jacobians(body, Tight.model(9, 9, 9, 9, 3816, 3))));
    assertEquals(
        List.of(
            ": The limit 'model.arithmetic' is 3815; this needs 3816 additions and multiplications."
                + advice),
        Ask.faults(() -> Ask.jacobians(body, Tight.model(9, 9, 9, 9, 3815, 4))));
  }

  @Test
  void aLargeJacobianIsRefused() {
    String model =
        "{'nodes': {'x': {'value': 1}, 'y': {'op': 'broadcast_to', 'inputs': ['x'],"
            + "'attributes': {'shape': [1000000]}}, 'z': {'op': 'exp', 'inputs': ['y']}},"
            + "'output': 'z', 'wrt': ['y'], ";
    assertEquals(
        List.of(
            ": The limit 'model.arithmetic' is 12000000000; this needs 9002502002493 additions and"
                + " multiplications. Ask for a product instead, with 'vector' or 'covector', or for"
                + " fewer nodes in 'wrt'.",
            ": The limit 'model.answer' is 16777216; this needs 1000000000000 elements. Ask for a"
                + " product instead, with 'vector' or 'covector', or for fewer nodes in 'wrt'."),
        refused(model + "'encoding': 'base64'}"));
  }
}
