package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The same exercise with numbers a little off: mistakes that agree here as well are one act with
 * two names, and others agreed by chance.
 *
 * @param assignment null where the other numbers lead nowhere
 */
record Twin(@Nullable Assignment assignment) {
  /** What agrees but for rounding. */
  static final Tolerance SAME = Tolerance.relative(1e-9, 1e-12);

  private static final long SEED = 20_020_826;
  private static final double MOST = 0.2;

  static Twin of(Assignment assignment) {
    SplittableRandom random = new SplittableRandom(SEED);
    try {
      List<Tensor> values = assignment.graph().read(Numbers.NUMBERS, leaf -> moved(leaf, random));
      for (Tensor value : values) {
        if (value.firstNonFinite() >= 0) {
          return new Twin(null);
        }
      }
      return new Twin(
          new Assignment(
              assignment.graph(),
              moved(assignment.seed(), random),
              assignment.nodes(),
              values,
              assignment.terms()));
    } catch (Misuse misuse) {
      // An index that was moved.
      return new Twin(null);
    }
  }

  private static Tensor moved(Node leaf, SplittableRandom random) {
    return leaf.isConstant() ? leaf.value() : moved(leaf.value(), random);
  }

  private static Tensor moved(Tensor tensor, SplittableRandom random) {
    return tensor.map(number -> number * (1 + random.nextDouble(0.01, MOST)));
  }
}
