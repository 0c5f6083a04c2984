package dev.letsbackprop.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.differentiation.Cost;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.limit.Tight;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.service.Ask;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Limits hold at N and not before, and are known before anything is computed. */
class LimitsTest {
  private static final String CHAIN =
      "{'nodes': {'x': {'value': [1, 2]}, 'y': {'op': 'add', 'inputs': ['x', 3]},"
          + "'z': {'op': 'sum', 'inputs': ['y']}}}";

  private static void passes(String body, Limits limits) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    assertDoesNotThrow(() -> Ask.gradients(bytes, limits));
  }

  @Test
  void nodes() {
    passes(CHAIN, Tight.model(3, 100, 9, 100, 1_000, 1_000));
    assertEquals(
        List.of("/nodes: The limit 'model.nodes' is 2; the model has more."),
        Ask.faults(CHAIN, Tight.model(2, 100, 9, 100, 1_000, 1_000)));
  }

  @Test
  void edges() {
    passes(CHAIN, Tight.model(10, 3, 9, 100, 1_000, 1_000));
    assertEquals(
        List.of("/nodes: The limit 'model.edges' is 2; the model has more."),
        Ask.faults(CHAIN, Tight.model(10, 2, 9, 100, 1_000, 1_000)));
  }

  @Test
  void rank() {
    passes(CHAIN, Tight.model(10, 10, 1, 100, 1_000, 1_000));
    assertEquals(
        List.of("/nodes/x: The limit 'model.rank' is 0; this node has rank 1."),
        Ask.faults(CHAIN, Tight.model(10, 10, 0, 100, 1_000, 1_000)));
  }

  @Test
  void elements() {
    passes(CHAIN, Tight.model(10, 10, 9, 5, 1_000, 1_000));
    assertEquals(
        List.of("/nodes/z: The limit 'model.elements' is 4; up to here the model needs 5."),
        Ask.faults(CHAIN, Tight.model(10, 10, 9, 4, 1_000, 1_000)));
  }

  @Test
  void arithmeticOfTheValues() {
    // 2 + 2 + 1 elements for the sum with a constant, 2 + 1 for the total.
    assertEquals(
        List.of("/nodes/z: The limit 'model.arithmetic' is 7; up to here the model needs 8."),
        Ask.faults(CHAIN, Tight.model(10, 10, 9, 100, 7, 100)));
  }

  @Test
  void arithmeticOfTheGradients() {
    // Besides the 8, backward: the total and what arrives there are made lists of one, 1 + 1 each,
    // and stretched to two, 1 + 2.
    passes(CHAIN, Tight.model(10, 10, 9, 100, 15, 100));
    assertEquals(
        List.of(
            "/nodes: The limit 'model.arithmetic' is 14; with its gradients the model needs 15."),
        Ask.faults(CHAIN, Tight.model(10, 10, 9, 100, 14, 100)));
  }

  @Test
  void allocation() {
    // Ten numbers and nine times mish of them are 100. Backward each mish makes nine times ten and
    // a
    // constant, and ten come in from above: 829 more. Eight times 117 are enough for 929.
    StringBuilder chain = new StringBuilder("{'nodes': {'x0': {'value': [1,2,3,4,5,6,7,8,9,0]}");
    for (int at = 1; at <= 9; at++) {
      chain.append(", 'x" + at + "': {'op': 'mish', 'inputs': ['x" + (at - 1) + "']}");
    }
    String body = chain + "}, 'upstream': [1,1,1,1,1,1,1,1,1,1]}";
    passes(body, Tight.model(10, 10, 9, 117, 10_000, 1_000));
    assertEquals(
        List.of(
            "/nodes: The limit 'model.allocation' is 928; with its gradients the model needs 929."),
        Ask.faults(body, Tight.model(10, 10, 9, 116, 10_000, 1_000)));
  }

  /**
   * The window lies in the padding but for one element: its weights alone are a thousand million.
   */
  @Test
  void theWeightsOfAMean() {
    assertEquals(
        List.of(
            "/nodes/y: The limit 'model.elements' is 8388608; up to here the model needs"
                + " 1073741826."),
        Ask.faults(
            "{'nodes': {'x': {'value': [[[[1]]]]}, 'y': {'op': 'avg_pool2d', 'inputs': ['x'],"
                + "'attributes': {'size': 32768, 'padding': 16384}},"
                + "'z': {'op': 'sum', 'inputs': ['y']}}}"));
  }

  /** A net for images of 784 pixels, 256 of them, and as many numbers as there may be nodes. */
  @Test
  void whatIsUsualIsFarWithinTheLimits() {
    GraphBuilder builder = new GraphBuilder();
    Node h = builder.leaf("x", Tensor.filled(Shape.of(256, 784), 0), true);
    for (int[] sides : new int[][] {{784, 512}, {512, 10}}) {
      Node weight = builder.leaf("W", Tensor.filled(Shape.of(sides), 0), false);
      Node bias = builder.leaf("b", Tensor.filled(Shape.of(sides[1]), 0), false);
      Node product = builder.step("s", operation("matmul"), List.of(h, weight));
      h = builder.step("r", operation("relu"), List.of(builder.add(product, bias)));
    }
    within(0.2, builder.build(h));
    Node x = builder.leaf("x", Tensor.ONE, false);
    for (int step = 1; step < Limits.DEFAULT.count(Limit.NODES); step++) {
      x = builder.step("s", operation("multiply"), List.of(x, x));
    }
    within(0.2, builder.build(x));
  }

  private static void within(double share, Graph graph) {
    Cost cost = Cost.forward(graph).plus(Cost.backward(graph, Pullback.everything(graph)));
    Limits limits = Limits.DEFAULT;
    assertTrue(cost.elements() < share * limits.of(Limit.ALLOCATION), cost::toString);
    assertTrue(cost.arithmetic() < share * limits.of(Limit.ARITHMETIC), cost::toString);
  }

  private static Operation operation(String name) {
    return Objects.requireNonNull(Catalogue.find(name)).example();
  }

  @Test
  void answer() {
    // Values and gradients of 2, 2 and 1 elements.
    passes(CHAIN, Tight.model(10, 10, 9, 100, 100, 10));
    assertEquals(
        List.of(
            ": The limit 'model.answer' is 9 elements; with what is to be included the answer has"
                + " 10. Ask for fewer nodes in 'wrt', or for less in 'include'."),
        Ask.faults(CHAIN, Tight.model(10, 10, 9, 100, 100, 9)));
  }

  @Test
  void sidesBesideASideOfZeroCountAllTheSame() {
    assertEquals(
        List.of(
            "/nodes/b: The limit 'model.elements' is 8388608; up to here the model needs"
                + " 2147483648."),
        Ask.faults(
            "{'nodes': {'x': {'value': 1}, 'b': {'op': 'broadcast_to', 'inputs': ['x'],"
                + "'attributes': {'shape': [0, 2147483647]}},"
                + "'y': {'op': 'sum', 'inputs': ['b']}}}"));
    assertEquals(
        List.of(
            "/nodes/x/value/shape: A tensor may have 16777216 elements (limit 'tensor.elements');"
                + " this one has 100000000."),
        Ask.faults("{'nodes': {'x': {'value': {'shape': [10000, 0, 10000], 'data': []}}}}"));
  }

  @Test
  void channelsThatDoNotFitAnInt() {
    assertEquals(
        List.of("/nodes/y/attributes/groups: 2147483647 groups of 2 channels are too many."),
        Ask.faults(
            "{'nodes': {'g': {'value': {'shape': [1, 0, 2, 2], 'data': []}},"
                + "'w': {'value': {'shape': [0, 2, 1, 1], 'data': []}},"
                + "'y': {'op': 'conv_transpose2d', 'inputs': ['g', 'w'],"
                + "'attributes': {'groups': 2147483647}},"
                + "'z': {'op': 'sum', 'inputs': ['y']}}}"));
  }

  @Test
  void whatDoesNotFitALongIsStillCounted() {
    assertEquals(
        List.of(
            "/nodes/y: The limit 'model.elements' is 8388608; up to here the model needs more"
                + " than 9 · 10^18."),
        Ask.faults(
            "{'nodes': {'x': {'value': 1}, 'y': {'op': 'broadcast_to', 'inputs': ['x'],"
                + "'attributes': {'shape': [2000000000, 2000000000, 2000000000]}},"
                + "'z': {'op': 'sum', 'inputs': ['y']}}}"));
  }
}
