package dev.letsbackprop.tensor;

import java.util.Arrays;
import java.util.List;

/** Putting elements into a larger tensor: everything that is a strided writing of its operand. */
public final class PlacementKernel {
  private PlacementKernel() {}

  /** x amid elements of one value: so many of them before it along each axis, the rest after it. */
  public static Tensor pad(Tensor x, Shape target, int[] before, double value) {
    double[] result = Tensor.allocate(target);
    Arrays.fill(result, value);
    int[] strides = target.strides();
    int start = 0;
    for (int axis = 0; axis < before.length; axis++) {
      start += before[axis] * strides[axis];
    }
    write(x, result, start, strides);
    return Tensor.adopt(target, result);
  }

  /** One tensor after another along an axis. */
  public static Tensor concatenate(Shape target, List<Tensor> parts, int axis) {
    double[] result = Tensor.allocate(target);
    int[] strides = target.strides();
    int start = 0;
    for (Tensor part : parts) {
      write(part, result, start, strides);
      start += part.shape().side(axis) * strides[axis];
    }
    return Tensor.adopt(target, result);
  }

  /** The last axis of x laid out along the diagonal of two axes of the target, zeros elsewhere. */
  public static Tensor embedDiagonal(Tensor x, Shape target, int offset, int first, int second) {
    double[] result = Tensor.allocate(target);
    write(
        x,
        result,
        LayoutKernel.diagonalStart(target, offset, first, second),
        LayoutKernel.diagonalStrides(target, first, second));
    return Tensor.adopt(target, result);
  }

  /** The parts at the given places of an axis, in their order. */
  public static Tensor take(Tensor x, int[] places, int axis) {
    Lanes lanes = new Lanes(x.shape(), axis);
    double[] from = x.elements();
    Shape target = x.shape().with(axis, places.length);
    double[] result = Tensor.allocate(target);
    int to = 0;
    for (int outer = 0; outer < lanes.outer; outer++) {
      for (int place : places) {
        System.arraycopy(from, lanes.start(outer, place * lanes.inner), result, to, lanes.inner);
        to += lanes.inner;
      }
    }
    return Tensor.adopt(target, result);
  }

  /** Each part of an axis added to the given place of a longer or shorter one. */
  public static Tensor scatterAdd(Tensor x, int[] places, int side, int axis) {
    Shape target = x.shape().with(axis, side);
    Lanes lanes = new Lanes(target, axis);
    double[] from = x.elements();
    double[] result = Tensor.allocate(target);
    int at = 0;
    for (int outer = 0; outer < lanes.outer; outer++) {
      for (int place : places) {
        int to = lanes.start(outer, place * lanes.inner);
        for (int end = to + lanes.inner; to < end; to++) {
          result[to] += from[at++];
        }
      }
    }
    return Tensor.adopt(target, result);
  }

  private static void write(Tensor x, double[] result, int start, int[] strides) {
    double[] from = x.elements();
    Rows rows = new Rows(x.shape(), strides);
    int at = 0;
    while (rows.next()) {
      int to = start + rows.offset(0);
      int stride = rows.stride(0);
      for (int end = at + rows.length(); at < end; at++) {
        result[to] = from[at];
        to += stride;
      }
    }
  }
}
