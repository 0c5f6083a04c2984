package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule of the catalogue against central differences, by inner products with random
 * directions, first and second order, at random shapes, broadcasts and attributes.
 */
class RuleTest {
  private static final int SAMPLES = 60;
  private static final double STEP = 1e-5;

  static Stream<String> operations() {
    return Catalogue.entries().stream().map(Entry::name);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void firstOrder(String name) {
    RandomGenerator random = Drawing.generator(name);
    for (int i = 0; i < SAMPLES; i++) {
      Drawing drawing = Drawing.of(entry(name), random);
      Graph graph = drawing.weighted();
      for (int place = 0; place < drawing.inputs().size(); place++) {
        check(name + ", input " + place + ", " + drawing, graph, graph.nodes().get(place), random);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void secondOrder(String name) {
    RandomGenerator random = Drawing.generator(name);
    for (int i = 0; i < SAMPLES; i++) {
      Drawing drawing = Drawing.of(entry(name), random);
      Graph gradient = drawing.weightedGradient(random);
      for (int place = 0; place <= drawing.inputs().size(); place++) {
        String told = name + ", second order, leaf " + place + ", " + drawing;
        check(told, gradient, gradient.nodes().get(place), random);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void gradientAsGraphAgreesWithNumbers(String name) {
    RandomGenerator random = Drawing.generator(name);
    for (int i = 0; i < SAMPLES; i++) {
      Drawing drawing = Drawing.of(entry(name), random);
      Graph graph = drawing.weighted();
      List<Tensor> values = values(graph);
      Pullback<Tensor> numbers = pullback(graph, values);
      GraphBuilder builder = new GraphBuilder();
      List<Node> copies =
          graph.read(
              builder, leaf -> builder.leaf(leaf.toString(), leaf.value(), leaf.isConstant()));
      Graph copy = builder.build(copies.get(graph.output().index()));
      Pullback<Node> nodes =
          Pullback.of(builder, copy, copy.nodes(), builder.constant(1), Pullback.everything(copy));
      for (int place = 0; place < drawing.inputs().size(); place++) {
        Tensor expected = numbers.adjoint(graph.nodes().get(place));
        Node node = nodes.adjoint(copies.get(place));
        assertEquals(expected == null, node == null, name);
        if (expected != null && node != null) {
          Tensor found = values(builder.build(node)).get(node.index());
          assertEquals(expected.shape(), found.shape(), name);
          for (int at = 0; at < found.size(); at++) {
            double wanted = expected.at(at);
            assertEquals(wanted, found.at(at), 1e-13 * (1 + Math.abs(wanted)), name);
          }
        }
      }
    }
  }

  /** The derivative of a scalar output along a random direction of one leaf. */
  private static void check(String told, Graph graph, Node leaf, RandomGenerator random) {
    if (leaf.isConstant()) {
      return;
    }
    Tensor direction = leaf.value().map(x -> random.nextDouble(-1, 1));
    double up = moved(graph, leaf, direction, STEP);
    double down = moved(graph, leaf, direction, -STEP);
    double numeric = (up - down) / (2 * STEP);
    Tensor adjoint = pullback(graph, values(graph)).adjoint(leaf);
    double analytic = 0;
    for (int at = 0; adjoint != null && at < direction.size(); at++) {
      analytic += adjoint.at(at) * direction.at(at);
    }
    double scale = 1 + Math.abs(numeric) + Math.abs(up);
    assertTrue(Double.isFinite(numeric), told);
    assertEquals(numeric, analytic, 2e-7 * scale, told);
  }

  private static double moved(Graph graph, Node leaf, Tensor direction, double step) {
    List<Tensor> values =
        graph.read(
            Numbers.NUMBERS,
            node -> {
              if (node != leaf) {
                return node.value();
              }
              double[] elements = node.value().toArray();
              for (int at = 0; at < elements.length; at++) {
                elements[at] += step * direction.at(at);
              }
              return Tensor.of(node.shape(), elements);
            });
    return values.get(graph.output().index()).item();
  }

  private static List<Tensor> values(Graph graph) {
    return new ArrayList<>(graph.read(Numbers.NUMBERS, Node::value));
  }

  private static Pullback<Tensor> pullback(Graph graph, List<Tensor> values) {
    return Pullback.of(Numbers.NUMBERS, graph, values, Tensor.ONE, Pullback.everything(graph));
  }

  private static Entry entry(String name) {
    return Objects.requireNonNull(Catalogue.find(name));
  }
}
