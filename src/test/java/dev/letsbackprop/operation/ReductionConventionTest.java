package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What reductions and running totals decide where mathematics leaves a choice, each by name. */
class ReductionConventionTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  private static double[] of(double... x) {
    return x;
  }

  /** The Hessian's row-th row of the sum of what a vector becomes, each weighted by its place. */
  private static double[] hessianRow(String name, int row, double... x) {
    GraphBuilder builder = new GraphBuilder();
    Node leaf = builder.leaf("x", Tensor.vector(x), false);
    Node y = builder.step("y", Asked.of(name).operation(), List.of(leaf));
    double[] powers = new double[(int) y.shape().size()];
    for (int place = 0; place < powers.length; place++) {
      powers[place] = Math.pow(10, place);
    }
    Node weights = builder.leaf("weights", Tensor.of(y.shape(), powers), true);
    Node gradient = gradient(builder, builder.multiply(y, weights), leaf);
    Node second =
        gradient(
            builder, builder.apply(new Slicing.Slice(0, row, row + 1, 1), List.of(gradient)), leaf);
    Graph graph = builder.build(second);
    return graph.read(Numbers.NUMBERS, Node::value).get(second.index()).toArray();
  }

  private static Node gradient(GraphBuilder builder, Node y, Node leaf) {
    Graph graph = builder.build(builder.apply(new Reduction.Sum(Axes.ALL, false), List.of(y)));
    Pullback<Node> pullback =
        Pullback.of(builder, graph, graph.nodes(), builder.constant(1), Pullback.only(leaf));
    return Objects.requireNonNull(pullback.adjoint(leaf));
  }

  @Test
  void maxAndMinSplitAmongAllThatTie() {
    Tensor x = Literals.tensor("[[1,5,5],[5,2,3]]");
    double third = 1 / 3.0;
    assertArrayEquals(
        of(0, third, third, third, 0, 0), Asked.of("max").flow(0, List.of(x)).toArray());
    assertArrayEquals(
        of(0, 0.5, 0.5, 1, 0, 0), Asked.of("max", "axis=1").flow(0, List.of(x)).toArray());
    assertArrayEquals(of(0, 0.5, 0, 0.5), Asked.of("min").flow(3, 1, 2, 1));
  }

  @Test
  void theExtremeAmongNaNIsNaNAndNothingFlows() {
    assertArrayEquals(of(NAN), Asked.of("max").value(1, NAN, INFINITY));
    assertArrayEquals(of(NAN), Asked.of("min").value(1, NAN, -INFINITY));
    assertArrayEquals(of(0, 0), Asked.of("max").flow(1, NAN));
  }

  @Test
  void infinitiesThatTieShareAsWell() {
    assertArrayEquals(of(0.5, 0, 0.5), Asked.of("max").flow(INFINITY, 1, INFINITY));
    assertArrayEquals(of(0.5, 0.5), Asked.of("max").flow(-INFINITY, -INFINITY));
  }

  @Test
  void theExtremeOfNothingIsAnError() {
    Tensor nothing = Tensor.of(Shape.of(2, 0));
    for (String name : List.of("max", "min")) {
      assertThrows(Misuse.class, () -> Asked.of(name).value(List.of(nothing)));
      assertThrows(Misuse.class, () -> Asked.of(name, "axis=1").value(List.of(nothing)));
      assertThrows(Misuse.class, () -> Asked.of(name).value(new double[0]));
    }
    assertEquals(0, Asked.of("max", "axis=0").value(List.of(nothing)).size());
  }

  @Test
  void totalsOfNothing() {
    assertArrayEquals(of(1), Asked.of("prod").value(new double[0]));
    assertArrayEquals(of(0), Asked.of("norm").value(new double[0]));
    assertArrayEquals(of(-INFINITY), Asked.of("logsumexp").value(new double[0]));
    assertArrayEquals(of(NAN), Asked.of("var").value(new double[0]));
    for (String name : List.of("prod", "norm", "logsumexp", "var", "std", "cumsum", "cumprod")) {
      assertEquals(0, Asked.of(name).flow(new double[0]).length, name);
    }
  }

  @Test
  void productsWithZerosDivideByNothing() {
    assertArrayEquals(of(6, 0, 0), Asked.of("prod").flow(0, 2, 3));
    assertArrayEquals(of(0, 0, 0), Asked.of("prod").flow(0, 0, 3));
    assertArrayEquals(of(0, 3, 0), hessianRow("prod", 0, 0, 0, 3));
    // torch: x = [2, 0, 3, 0, 5], x.cumprod(0).sum(): x.grad = [1, 8, 0, 0, 0]
    assertArrayEquals(of(1, 8, 0, 0, 0), Asked.of("cumprod").flow(2, 0, 3, 0, 5));
    // x0 + 10 x0 x1 + 100 x0 x1 x2 at [0, 0, 3]
    assertArrayEquals(of(0, 310, 0), hessianRow("cumprod", 0, 0, 0, 3));
    assertArrayEquals(of(310, 0, 0), hessianRow("cumprod", 1, 0, 0, 3));
  }

  @Test
  void varianceTakesTheCorrectionOffTheCount() {
    assertArrayEquals(of(2 / 3.0), Asked.of("var").value(1, 2, 3), 1e-16);
    assertArrayEquals(of(1), Asked.of("var", "correction=1").value(1, 2, 3), 1e-16);
    assertArrayEquals(of(NAN), Asked.of("var", "correction=1").value(5));
    assertArrayEquals(of(NAN), Asked.of("var", "correction=2").flow(5));
    assertArrayEquals(of(NAN), Asked.of("std", "correction=1").flow(5));
  }

  @Test
  void theSpreadOfAConstantIsZeroAndSoIsItsGradient() {
    // Three times 0.1 over 3 is not 0.1, and a spread of rounding errors has a slope.
    for (double x : of(0.1, 1e16, -3e-300, 2)) {
      assertArrayEquals(of(0), Asked.of("var").value(x, x, x));
      assertArrayEquals(of(0), Asked.of("std").value(x, x, x));
      assertArrayEquals(of(0, 0, 0), Asked.of("std").flow(x, x, x));
    }
    assertArrayEquals(of(0, 0, 0), hessianRow("std", 0, 2, 2, 2));
  }

  @Test
  void logsumexpIsSoundAtAThousand() {
    assertArrayEquals(of(1000 + Math.log(2)), Asked.of("logsumexp").value(1000, 1000));
    assertArrayEquals(of(-1000 + Math.log(2)), Asked.of("logsumexp").value(-1000, -1000));
    assertArrayEquals(of(1000), Asked.of("logsumexp").value(-1000, 1000));
    assertArrayEquals(of(0.5, 0.5), Asked.of("logsumexp").flow(1000, 1000));
  }

  @Test
  void logsumexpAtTheInfinities() {
    assertArrayEquals(of(0), Asked.of("logsumexp").value(-INFINITY, 0));
    assertArrayEquals(of(0, 1), Asked.of("logsumexp").flow(-INFINITY, 0));
    assertArrayEquals(of(INFINITY), Asked.of("logsumexp").value(INFINITY, 0));
    assertArrayEquals(of(-INFINITY), Asked.of("logsumexp").value(-INFINITY, -INFINITY));
    assertArrayEquals(of(NAN, NAN), Asked.of("logsumexp").flow(-INFINITY, -INFINITY));
  }

  @Test
  void theNormIsFlatAtTheZeroVector() {
    assertArrayEquals(of(0, 0), Asked.of("norm").flow(0, 0));
    assertArrayEquals(of(0, 0), hessianRow("norm", 0, 0, 0));
    assertArrayEquals(of(0, -1, 1), Asked.of("norm", "ord=1").flow(0, -2, 3));
  }

  @Test
  void theNormNeitherOverflowsNorUnderflows() {
    assertArrayEquals(of(5e200), Asked.of("norm").value(3e200, -4e200), 1e185);
    assertArrayEquals(of(5e-200), Asked.of("norm").value(3e-200, 4e-200), 1e-215);
    assertArrayEquals(of(0.6, -0.8), Asked.of("norm").flow(3e200, -4e200), 1e-15);
    assertArrayEquals(of(Double.MIN_VALUE), Asked.of("norm").value(0, Double.MIN_VALUE));
    assertArrayEquals(of(INFINITY), Asked.of("norm").value(INFINITY, 1));
    assertArrayEquals(of(NAN), Asked.of("norm").value(NAN, 0));
  }

  @Test
  void theFirstFactorOfARecurrenceMeetsNothing() {
    List<Tensor> x = List.of(Tensor.vector(INFINITY, 2), Tensor.vector(1, 3));
    assertArrayEquals(of(1, 5), Asked.of("linear_recurrence").value(x).toArray());
    assertArrayEquals(of(0, 1), Asked.of("linear_recurrence").flow(0, x).toArray());
    assertArrayEquals(of(3, 1), Asked.of("linear_recurrence").flow(1, x).toArray());
  }
}
