package dev.letsbackprop.tensor;

import java.util.function.DoubleBinaryOperator;

/** Running totals along an axis, from its start or from its end. */
public final class ScanKernel {
  private ScanKernel() {}

  /**
   * What has come together at each place: with the element there, or, where exclusive, before it.
   *
   * @param start the total of nothing
   */
  public static Tensor scan(
      Tensor x,
      int axis,
      double start,
      DoubleBinaryOperator f,
      boolean exclusive,
      boolean reverse) {
    Lanes lanes = new Lanes(x.shape(), axis);
    double[] from = x.elements();
    double[] result = new double[from.length];
    int step = reverse ? -lanes.inner : lanes.inner;
    for (int outer = 0; outer < lanes.outer; outer++) {
      for (int inner = 0; inner < lanes.inner; inner++) {
        int at = first(lanes, outer, inner, reverse);
        double total = start;
        for (int i = 0; i < lanes.length; i++) {
          double before = total;
          total = f.applyAsDouble(total, from[at]);
          result[at] = exclusive ? before : total;
          at += step;
        }
      }
    }
    return Tensor.adopt(x.shape(), result);
  }

  /** {@code h[i] = a[i] h[i - 1] + b[i]}, where nothing comes before the first. */
  public static Tensor recurrence(Tensor a, Tensor b, int axis, boolean reverse) {
    Lanes lanes = new Lanes(b.shape(), axis);
    double[] factors = a.elements();
    double[] summands = b.elements();
    double[] result = new double[summands.length];
    int step = reverse ? -lanes.inner : lanes.inner;
    for (int outer = 0; outer < lanes.outer; outer++) {
      for (int inner = 0; inner < lanes.inner; inner++) {
        int at = first(lanes, outer, inner, reverse);
        for (int i = 0; i < lanes.length; i++) {
          // The first factor meets nothing, so it must not make NaN of an Infinity.
          result[at] = i == 0 ? summands[at] : factors[at] * result[at - step] + summands[at];
          at += step;
        }
      }
    }
    return Tensor.adopt(b.shape(), result);
  }

  private static int first(Lanes lanes, int outer, int inner, boolean reverse) {
    return lanes.start(outer, inner) + (reverse ? (lanes.length - 1) * lanes.inner : 0);
  }
}
