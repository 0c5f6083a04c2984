package dev.letsbackprop.differentiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The backward pass itself, whatever the operations. */
class PullbackTest {
  private static final Operation ADD = operation("add");
  private static final Operation MULTIPLY = operation("multiply");
  private static final Operation SIN = operation("sin");

  @Test
  void flowsIntoANodeAddUpToItsGradientInTheStatedOrder() {
    for (long seed = 0; seed < 200; seed++) {
      Graph graph = RandomGraphs.draw(seed, 25);
      Pullback<Tensor> pullback = pullback(graph);
      for (Node node : graph.nodes()) {
        if (!node.isConstant()) {
          assertEquals(flowsInto(graph, pullback, node), pullback.adjoint(node), "seed " + seed);
        }
      }
    }
  }

  private static @Nullable Tensor flowsInto(Graph graph, Pullback<Tensor> pullback, Node node) {
    Tensor sum = node == graph.output() ? seed(graph) : null;
    for (int index = graph.nodes().size() - 1; index > node.index(); index--) {
      Node consumer = graph.nodes().get(index);
      for (int place = 0; place < consumer.inputs().size(); place++) {
        Tensor flow = consumer.inputs().get(place) == node ? pullback.flow(consumer, place) : null;
        if (flow != null) {
          sum = sum == null ? flow : Numbers.NUMBERS.add(sum, flow);
        }
      }
    }
    return sum;
  }

  @Test
  void gradientsAndFlowsHaveTheShapesOfTheirNodes() {
    for (long seed = 0; seed < 200; seed++) {
      Graph graph = RandomGraphs.draw(seed, 25);
      Pullback<Tensor> pullback = pullback(graph);
      for (Node node : graph.nodes()) {
        Tensor adjoint = pullback.adjoint(node);
        if (adjoint != null) {
          assertEquals(node.shape(), adjoint.shape());
        }
        for (int place = 0; place < node.inputs().size(); place++) {
          Tensor flow = pullback.flow(node, place);
          if (flow != null) {
            assertEquals(node.inputs().get(place).shape(), flow.shape());
          }
        }
      }
    }
  }

  @Test
  void randomGraphsUseTheWholeCatalogue() {
    Set<String> used = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      used.addAll(RandomGraphs.operations(RandomGraphs.draw(seed, 25)));
    }
    assertEquals(Catalogue.entries().size(), used.size());
  }

  @Test
  void aNodeUsedTwiceByOneConsumerGetsBothFlows() {
    GraphBuilder builder = new GraphBuilder();
    Node a = builder.leaf("a", Tensor.scalar(3), false);
    Node b = builder.step("b", ADD, List.of(a, a));
    Pullback<Tensor> pullback = pullback(builder.build(b));
    assertEquals(Tensor.scalar(2), pullback.adjoint(a));
    assertEquals(Tensor.ONE, pullback.flow(b, 0));
    assertEquals(Tensor.ONE, pullback.flow(b, 1));
  }

  @Test
  void whatWasNotWantedIsNotWorkedOut() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.leaf("x", Tensor.scalar(3), false);
    Node w = builder.leaf("w", Tensor.scalar(5), false);
    Node y = builder.step("y", MULTIPLY, List.of(x, w));
    Graph graph = builder.build(y);
    Pullback<Tensor> pullback =
        Pullback.of(
            Numbers.NUMBERS,
            graph,
            graph.read(Numbers.NUMBERS, Node::value),
            Tensor.ONE,
            Pullback.only(w));
    assertEquals(Tensor.scalar(3), pullback.adjoint(w));
    assertNull(pullback.adjoint(x));
    assertNull(pullback.flow(y, 0));
  }

  @Test
  void nothingFlowsToAConstantOrToWhatTheOutputDoesNotDependOn() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.leaf("x", Tensor.scalar(3), false);
    Node c = builder.leaf("c", Tensor.scalar(5), true);
    Node y = builder.step("y", MULTIPLY, List.of(x, c));
    Node aside = builder.step("aside", SIN, List.of(x));
    Pullback<Tensor> pullback = pullback(builder.build(y));
    assertNull(pullback.adjoint(c));
    assertNull(pullback.flow(y, 1));
    assertNull(pullback.adjoint(aside));
    assertEquals(Tensor.scalar(5), pullback.adjoint(x));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void aChainIsNoDeeperForTheStackThanASingleStep(int length) {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.leaf("x", Tensor.scalar(0.5), false);
    Node end = x;
    double derivative = 1;
    double value = 0.5;
    for (int i = 0; i < length; i++) {
      end = builder.step("s" + i, SIN, List.of(end));
      derivative *= Math.cos(value);
      value = Math.sin(value);
    }
    Tensor adjoint = pullback(builder.build(end)).adjoint(x);
    assertEquals(derivative, adjoint == null ? Double.NaN : adjoint.item(), 1e-12 * derivative);
  }

  @Test
  void aHundredThousandConsumersAllCount() {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.leaf("x", Tensor.scalar(0.25), false);
    Node sum = x;
    for (int i = 0; i < 100_000; i++) {
      sum = builder.step("s" + i, ADD, List.of(sum, x));
    }
    assertEquals(Tensor.scalar(100_001), pullback(builder.build(sum)).adjoint(x));
  }

  private static Tensor seed(Graph graph) {
    return Tensor.filled(graph.output().shape(), 1);
  }

  private static Pullback<Tensor> pullback(Graph graph) {
    List<Tensor> values = graph.read(Numbers.NUMBERS, Node::value);
    return Pullback.of(Numbers.NUMBERS, graph, values, seed(graph), Pullback.everything(graph));
  }

  private static Operation operation(String name) {
    return Objects.requireNonNull(Catalogue.find(name)).example();
  }
}
