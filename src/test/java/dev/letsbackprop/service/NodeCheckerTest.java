package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.differentiation.FiniteDifferences;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.differentiation.Rounding;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;

/** Right gradients of random graphs are not blamed, and no wrong one agrees. */
class NodeCheckerTest {

  /** A graph with its values and gradients, ready to be checked. */
  private static final class Trial {
    private final Graph graph;
    private final List<Tensor> values;
    private final Tensor seed;
    private final Rounding rounding;
    private final Pullback<Tensor> pullback;

    Trial(long number) {
      graph = RandomGraphs.draw(number, 20);
      values = graph.read(Numbers.NUMBERS, Node::value);
      seed = Tensor.filled(graph.output().shape(), 0.75);
      rounding = new Rounding(graph, values);
      pullback =
          Pullback.of(
              Numbers.NUMBERS,
              graph,
              values,
              seed,
              Pullback.everything(graph),
              Pullback.only(),
              rounding);
    }

    NodeCheck check(Node node, Tensor gradient) {
      FiniteDifferences differences = FiniteDifferences.of(graph, values, seed, node);
      Tensor value = values.get(node.index());
      double off = rounding.of(differences.dependents());
      return new NodeChecker(node, value, gradient, differences, off, null).check();
    }
  }

  private static void everyGradient(ObjIntConsumer<Case> consumer) {
    for (int number = 0; number < 150; number++) {
      Trial trial = new Trial(number);
      for (Node node : trial.graph.nodes()) {
        Tensor gradient = trial.pullback.adjoint(node);
        if (gradient != null && gradient.firstNonFinite() < 0) {
          consumer.accept(new Case(trial, node, gradient), number);
        }
      }
    }
  }

  private record Case(Trial trial, Node node, Tensor gradient) {}

  @Test
  void rightOnesAreNotBlamedAndMostlyAgree() {
    Map<Agreement, Integer> counts = new EnumMap<>(Agreement.class);
    everyGradient(
        (each, number) -> {
          NodeCheck check = each.trial().check(each.node(), each.gradient());
          counts.merge(check.verdict(), 1, Integer::sum);
          assertNotEquals(
              Agreement.DISAGREES,
              check.verdict(),
              () -> "graph " + number + ", " + each.node() + ": " + check.findings());
        });
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    assertTrue(counts.getOrDefault(Agreement.AGREES, 0) > 0.9 * all, counts::toString);
  }

  @Test
  void wrongOnesNeverAgree() {
    everyGradient(
        (each, number) -> {
          double[] elements = each.gradient().toArray();
          int wrong = elements.length - 1;
          double scale = 0;
          for (double element : elements) {
            scale = Math.max(scale, Math.abs(element));
          }
          double off = Math.max(1e-3 * Math.abs(elements[wrong]), 1e-7 * scale);
          elements[wrong] += off == 0 ? 1e-3 : off;
          Tensor gradient = Tensor.of(each.node().shape(), elements);
          NodeCheck check = each.trial().check(each.node(), gradient);
          assertNotEquals(
              Agreement.AGREES, check.verdict(), () -> "graph " + number + ", " + each.node());
        });
  }

  @Test
  void aWrongGradientBesideAKinkIsStillWrong() {
    Graph graph = relu(3);
    assertEquals(Agreement.DISAGREES, checkRelu(graph, 0.5));
    assertEquals(Agreement.AGREES, checkRelu(graph, 1));
    assertEquals(Agreement.KINK, checkRelu(relu(0), 0.5));
    assertEquals(Agreement.DISAGREES, checkRelu(relu(0), 2));
  }

  private static Graph relu(double x) {
    GraphBuilder builder = new GraphBuilder();
    Node leaf = builder.leaf("x", Tensor.scalar(x), false);
    return builder.build(
        builder.step("y", Objects.requireNonNull(Catalogue.find("relu")).example(), List.of(leaf)));
  }

  private static Agreement checkRelu(Graph graph, double gradient) {
    List<Tensor> values = graph.read(Numbers.NUMBERS, Node::value);
    Node x = graph.nodes().get(0);
    FiniteDifferences differences = FiniteDifferences.of(graph, values, Tensor.ONE, x);
    return new NodeChecker(x, values.get(0), Tensor.scalar(gradient), differences, 1e-16, null)
        .check()
        .verdict();
  }
}
