package dev.letsbackprop.tensor;

/** Moving elements about: everything that is a strided reading of its operand. */
public final class LayoutKernel {
  private LayoutKernel() {}

  /** The axes in another order: axis {@code i} of the result is axis {@code order[i]} of x. */
  public static Tensor transpose(Tensor x, int[] order) {
    int[] own = x.shape().strides();
    int[] sides = new int[order.length];
    int[] strides = new int[order.length];
    for (int axis = 0; axis < order.length; axis++) {
      sides[axis] = x.shape().side(order[axis]);
      strides[axis] = own[order[axis]];
    }
    return read(x, Shape.of(sides), 0, strides);
  }

  /** x stretched to a shape that it broadcasts to. */
  public static Tensor broadcast(Tensor x, Shape target) {
    return x.shape().equals(target) ? x : read(x, target, 0, x.shape().stridesWithin(target));
  }

  /** Each element along {@code axis}, {@code count} times in a row, as NumPy's repeat. */
  public static Tensor repeat(Tensor x, int count, int axis) {
    Shape shape = x.shape();
    int inner = Math.toIntExact(shape.slice(axis + 1, shape.rank()).size());
    double[] from = x.elements();
    Shape target = shape.with(axis, Math.multiplyExact(shape.side(axis), count));
    double[] result = Tensor.allocate(target);
    for (int to = 0; to < result.length; to += inner) {
      System.arraycopy(from, to / inner / count * inner, result, to, inner);
    }
    return Tensor.adopt(target, result);
  }

  /** So many elements along an axis, from {@code start} on, {@code step} apart. */
  public static Tensor slice(Tensor x, int axis, int start, int step, int count) {
    int[] strides = x.shape().strides();
    int first = count == 0 ? 0 : start * strides[axis];
    // One element takes no step, and a step over the end might be any number.
    strides[axis] *= count > 1 ? step : 0;
    return read(x, x.shape().with(axis, count), first, strides);
  }

  /** The axes read from the end. */
  public static Tensor flip(Tensor x, int... axes) {
    int[] strides = x.shape().strides();
    int start = 0;
    for (int axis : axes) {
      start += (x.shape().side(axis) - 1) * strides[axis];
      strides[axis] = -strides[axis];
    }
    return read(x, x.shape(), start, strides);
  }

  /** The diagonal of two axes, as the last axis. */
  public static Tensor diagonal(Tensor x, Shape target, int offset, int first, int second) {
    int start = diagonalStart(x.shape(), offset, first, second);
    return read(x, target, start, diagonalStrides(x.shape(), first, second));
  }

  /** Where the diagonal of two axes starts. */
  static int diagonalStart(Shape shape, int offset, int first, int second) {
    int[] strides = shape.strides();
    return offset < 0 ? -offset * strides[first] : offset * strides[second];
  }

  /** The strides of the other axes, then that of the diagonal. */
  static int[] diagonalStrides(Shape shape, int first, int second) {
    int[] own = shape.strides();
    int[] strides = new int[own.length - 1];
    int to = 0;
    for (int axis = 0; axis < own.length; axis++) {
      if (axis != first && axis != second) {
        strides[to++] = own[axis];
      }
    }
    strides[to] = own[first] + own[second];
    return strides;
  }

  private static Tensor read(Tensor x, Shape target, int start, int[] strides) {
    double[] from = x.elements();
    double[] result = Tensor.allocate(target);
    Rows rows = new Rows(target, strides);
    int at = 0;
    while (rows.next()) {
      int i = start + rows.offset(0);
      int stride = rows.stride(0);
      for (int end = at + rows.length(); at < end; at++) {
        result[at] = from[i];
        i += stride;
      }
    }
    return Tensor.adopt(target, result);
  }
}
