package dev.letsbackprop.tensor;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** Sums, other folds and normalisations along axes. */
public final class ReductionKernel {
  /** Up to here a plain loop adds; beyond, halves are added apart (pairwise summation). */
  private static final int BLOCK = 128;

  private ReductionKernel() {}

  /**
   * The sum over the given axes, which stay as sides of 1.
   *
   * <p>Pairwise summation: its error grows with log n where a plain loop's grows with n (Higham,
   * "The accuracy of floating point summation", 1993), and the order never depends on the machine.
   */
  public static Tensor sum(Tensor x, int... axes) {
    Tensor result = x;
    for (int axis : axes) {
      result = sumAxis(result, axis);
    }
    return result;
  }

  /** The sum over whatever was stretched to make {@code target} into the shape of x. */
  public static Tensor sumTo(Tensor x, Shape target) {
    int shift = x.rank() - target.rank();
    Tensor result = x;
    for (int axis = 0; axis < x.rank(); axis++) {
      if (axis < shift || target.side(axis - shift) == 1) {
        result = sumAxis(result, axis);
      }
    }
    return result.reshape(target);
  }

  /** What a function makes of all elements along the axes, which stay as sides of 1. */
  public static Tensor fold(Tensor x, double start, DoubleBinaryOperator f, int... axes) {
    Tensor result = x;
    for (int axis : axes) {
      result = foldAxis(result, start, f, axis);
    }
    return result;
  }

  private static Tensor foldAxis(Tensor x, double start, DoubleBinaryOperator f, int axis) {
    Lanes lanes = new Lanes(x.shape(), axis);
    double[] from = x.elements();
    Shape shape = x.shape().with(axis, 1);
    double[] result = Tensor.allocate(shape);
    Arrays.fill(result, start);
    int at = 0;
    for (int outer = 0; outer < lanes.outer; outer++) {
      for (int i = 0; i < lanes.length; i++) {
        for (int to = outer * lanes.inner; to < (outer + 1) * lanes.inner; to++) {
          result[to] = f.applyAsDouble(result[to], from[at++]);
        }
      }
    }
    return Tensor.adopt(shape, result);
  }

  private static Tensor sumAxis(Tensor x, int axis) {
    Lanes lanes = new Lanes(x.shape(), axis);
    Shape shape = x.shape().with(axis, 1);
    if (lanes.length == 1) {
      return x;
    }
    double[] from = x.elements();
    double[] result = Tensor.allocate(shape);
    for (int outer = 0; outer < lanes.outer; outer++) {
      int start = outer * lanes.length * lanes.inner;
      if (lanes.inner == 1) {
        result[outer] = sum(from, start, lanes.length);
      } else {
        addRows(from, start, lanes.length, lanes.inner, result, outer * lanes.inner);
      }
    }
    return Tensor.adopt(shape, result);
  }

  private static double sum(double[] from, int start, int count) {
    if (count > BLOCK) {
      int half = count / 2;
      return sum(from, start, half) + sum(from, start + half, count - half);
    }
    double sum = 0;
    for (int i = start; i < start + count; i++) {
      sum += from[i];
    }
    return sum;
  }

  private static void addRows(
      double[] from, int start, int rows, int width, double[] to, int offset) {
    if (rows > BLOCK) {
      int half = rows / 2;
      double[] second = new double[width];
      addRows(from, start, half, width, to, offset);
      addRows(from, start + half * width, rows - half, width, second, 0);
      for (int i = 0; i < width; i++) {
        to[offset + i] += second[i];
      }
      return;
    }
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < width; i++) {
        to[offset + i] += from[start + row * width + i];
      }
    }
  }

  /** exp(x) over its sum along an axis, shifted by the largest so that nothing overflows. */
  public static Tensor softmax(Tensor x, int axis) {
    return normalise(x, axis, false);
  }

  /** log(softmax(x)), without taking the logarithm of a number that has underflowed. */
  public static Tensor logSoftmax(Tensor x, int axis) {
    return normalise(x, axis, true);
  }

  private static Tensor normalise(Tensor x, int axis, boolean logarithm) {
    Lanes lanes = new Lanes(x.shape(), axis);
    double[] from = x.elements();
    double[] result = new double[from.length];
    double[] lane = new double[lanes.length];
    for (int outer = 0; outer < lanes.outer; outer++) {
      for (int inner = 0; inner < lanes.inner; inner++) {
        int start = outer * lanes.length * lanes.inner + inner;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < lanes.length; i++) {
          max = Math.max(max, from[start + i * lanes.inner]);
        }
        for (int i = 0; i < lanes.length; i++) {
          lane[i] = StrictMath.exp(from[start + i * lanes.inner] - max);
        }
        double sum = sum(lane, 0, lanes.length);
        double logSum = logarithm ? StrictMath.log(sum) : 0;
        for (int i = 0; i < lanes.length; i++) {
          int at = start + i * lanes.inner;
          result[at] = logarithm ? from[at] - max - logSum : lane[i] / sum;
        }
      }
    }
    return Tensor.adopt(x.shape(), result);
  }
}
