package dev.letsbackprop.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A graph with its backward pass and its derivations, which can be worked out again by hand. */
record Lesson(
    Graph graph, List<Tensor> values, Pullback<Tensor> pullback, Derivations derivations) {

  static Lesson of(Graph graph, Tensor seed) {
    List<Tensor> values = graph.read(Numbers.NUMBERS, Node::value);
    BitSet all = new BitSet();
    all.set(0, graph.nodes().size());
    Derivations derivations = new Derivations(graph, values, seed, all);
    Pullback<Tensor> pullback =
        Pullback.of(
            Numbers.NUMBERS, graph, values, seed, Pullback.everything(graph), all, derivations);
    return new Lesson(graph, values, pullback, derivations);
  }

  /** What each symbol, and each derivative, of a scalar graph stands for. */
  private Map<String, Double> symbols(Tensor seed) {
    Symbols names = new Symbols(graph, seed.equals(Tensor.ONE));
    Map<String, Double> symbols = new HashMap<>();
    for (Node node : graph.nodes()) {
      Tensor value = values.get(node.index());
      Tensor adjoint = pullback.adjoint(node);
      if (node.name() != null && value.rank() == 0) {
        symbols.put(names.of(node).text(), value.item());
        if (adjoint != null) {
          symbols.put(names.partial(node).text(), adjoint.item());
        }
      }
    }
    return symbols;
  }

  /**
   * Checks every derivation between scalars: all sides are the flow, the last to the last digit.
   *
   * @return how many there were
   */
  int check(Tensor seed) {
    Map<String, Double> symbols = symbols(seed);
    int checked = 0;
    for (Node node : graph.nodes()) {
      Tensor adjoint = pullback.adjoint(node);
      String sum = node.name() == null ? null : derivations.accumulation(node);
      if (sum != null && adjoint != null && adjoint.rank() == 0) {
        assertAllEqual(sum, adjoint.item(), 1, symbols);
        checked++;
      }
      List<@Nullable String> steps = derivations.steps(node);
      boolean scalars =
          node.shape().rank() == 0
              && node.inputs().stream().allMatch(input -> input.shape().rank() == 0);
      for (int place = 0; place < steps.size() && scalars; place++) {
        Tensor flow = pullback.flow(node, place);
        String step = steps.get(place);
        assertEquals(flow == null, step == null);
        if (flow != null && step != null && adjoint != null && node.operation().elementwise()) {
          double scale = 1 + Math.abs(adjoint.item());
          assertAllEqual(step, flow.item(), scale, symbols);
          checked++;
        }
      }
    }
    return checked;
  }

  private static void assertAllEqual(
      String equation, double expected, double scale, Map<String, Double> symbols) {
    List<String> sides = LatexArithmetic.sides(equation);
    for (String side : sides.subList(1, sides.size())) {
      double found = LatexArithmetic.evaluate(side, symbols);
      double tolerance = Double.isFinite(expected) ? 1e-11 * (scale + Math.abs(expected)) : 0;
      assertEquals(expected, found, tolerance, () -> side + " in " + equation);
    }
    String last = sides.get(sides.size() - 1);
    // Without symbols, so that nothing but a number may stand there.
    assertEquals(expected, LatexArithmetic.evaluate(last, Map.of()), equation);
  }
}
