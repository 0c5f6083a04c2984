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
    return read(x, Shape.of(sides), strides);
  }

  /** x stretched to a shape that it broadcasts to. */
  public static Tensor broadcast(Tensor x, Shape target) {
    return x.shape().equals(target) ? x : read(x, target, x.shape().stridesWithin(target));
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

  private static Tensor read(Tensor x, Shape target, int[] strides) {
    double[] from = x.elements();
    double[] result = Tensor.allocate(target);
    Rows rows = new Rows(target, strides);
    int at = 0;
    while (rows.next()) {
      int i = rows.offset(0);
      int stride = rows.stride(0);
      for (int end = at + rows.length(); at < end; at++) {
        result[at] = from[i];
        i += stride;
      }
    }
    return Tensor.adopt(target, result);
  }
}
