package dev.letsbackprop.differentiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.operation.Sample;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cost that shapes predict is what work on numbers takes. */
class CostTest {

  @Test
  void aRunOverRandomGraphsTakesExactlyWhatWasPredicted() {
    for (long seed = 0; seed < 300; seed++) {
      Graph graph = RandomGraphs.draw(seed, 25);
      BitSet wanted = Pullback.everything(graph);
      if (seed % 3 == 0) {
        Random random = new Random(seed);
        wanted.stream().filter(index -> random.nextBoolean()).forEach(wanted::clear);
      }
      CountingNumbers forward = new CountingNumbers();
      List<Tensor> values = graph.read(forward, leaf -> forward.constant(leaf.value()));
      assertEquals(Cost.forward(graph), forward.cost(), "forward, seed " + seed);
      CountingNumbers backward = new CountingNumbers();
      Tensor ones = backward.constant(Tensor.filled(graph.output().shape(), 1));
      Pullback.of(backward, graph, values, ones, wanted);
      assertEquals(Cost.backward(graph, wanted), backward.cost(), "backward, seed " + seed);
    }
  }

  @Test
  void aMatrixProductTakesTwiceAsMuchBackwardAsForward() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.leaf("x", Tensor.filled(Shape.of(2, 3), 1), false);
    Node w = builder.leaf("w", Tensor.filled(Shape.of(3, 5), 1), false);
    Graph graph = builder.build(builder.step("y", example("matmul"), List.of(x, w)));
    assertEquals(new Cost(6 + 15 + 10, 2 * 3 * 5), Cost.forward(graph));
    // The seed, what flows to x, and what flows to w.
    assertEquals(
        new Cost(10 + 6 + 15, 2 * 2 * 3 * 5), Cost.backward(graph, Pullback.everything(graph)));
    assertEquals(new Cost(10 + 15, 2 * 3 * 5), Cost.backward(graph, Pullback.only(w)));
    assertEquals(new Cost(10, 0), Cost.backward(graph, new BitSet()));
  }

  /** A stretched operand's flow is made for the whole batch before it is summed. */
  @Test
  void whatIsSummedAfterwardsIsCounted() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.leaf("x", Tensor.filled(Shape.of(7, 1), 1), true);
    Node b = builder.leaf("b", Tensor.filled(Shape.of(5), 1), false);
    Graph graph = builder.build(builder.step("y", example("multiply"), List.of(x, b)));
    // The seed of 35, its product with x, and the sum.
    assertEquals(35 + 35 + 5, Cost.backward(graph, Pullback.everything(graph)).elements());
  }

  @Test
  void aConvolutionTakesTheSameInEachDirection() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.leaf("x", Tensor.filled(Shape.of(2, 4, 9, 9), 1), false);
    Node w = builder.leaf("w", Tensor.filled(Shape.of(6, 2, 3, 3), 1), false);
    Operation strided =
        Objects.requireNonNull(
            Catalogue.of(example("conv2d"))
                .create(
                    Map.of("stride", 3L, "groups", 2L),
                    misuse -> {
                      throw misuse;
                    }));
    Graph graph = builder.build(builder.step("y", strided, List.of(x, w)));
    // Two images, six outputs, 3 × 3 places, two inputs in a group, 3 × 3 weights.
    long products = 2 * 6 * 9 * 2 * 9;
    assertEquals(products, Cost.forward(graph).arithmetic());
    Cost backward = Cost.backward(graph, Pullback.everything(graph));
    assertEquals(2 * products, backward.arithmetic());
  }

  @Test
  void whatDoesNotFitALongIsTheLargestOne() {
    Cost huge = new Cost(Long.MAX_VALUE - 1, Long.MAX_VALUE - 1);
    assertEquals(new Cost(Long.MAX_VALUE, Long.MAX_VALUE), huge.plus(new Cost(2, 2)));
  }

  static Stream<String> elementwise() {
    return Catalogue.entries().stream()
        .filter(entry -> entry.example().elementwise())
        .map(Entry::name);
  }

  /** What {@link Cost#mostBackward} says without reading a rule. */
  @ParameterizedTest
  @MethodSource("elementwise")
  void theGlanceIsABound(String name) {
    Random random = new Random(name.hashCode());
    for (int i = 0; i < 60; i++) {
      GraphBuilder builder = new GraphBuilder();
      Sample sample = example(name).sample(random);
      List<Node> inputs = new ArrayList<>();
      for (Sample.Operand operand : sample.operands()) {
        Shape shape = i % 3 == 0 ? Shape.SCALAR : operand.shape();
        inputs.add(builder.leaf("x", Tensor.filled(shape, 1), false));
      }
      Node y = builder.step("y", sample.operation(), inputs);
      Graph graph = builder.build(y);
      Cost backward = Cost.backward(graph, Pullback.everything(graph));
      Cost most = Cost.mostBackward(y);
      assertTrue(backward.elements() <= most.elements() + y.shape().extent(), backward::toString);
      assertTrue(backward.arithmetic() <= most.arithmetic(), backward::toString);
    }
  }

  private static Operation example(String name) {
    return Objects.requireNonNull(Catalogue.find(name)).example();
  }
}
