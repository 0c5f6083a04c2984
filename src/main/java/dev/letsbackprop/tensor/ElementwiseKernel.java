package dev.letsbackprop.tensor;

import java.util.function.DoubleBinaryOperator;

/** Functions of two or three tensors, element by element, with NumPy's broadcasting. */
public final class ElementwiseKernel {
  private ElementwiseKernel() {}

  /** {@code f(a, b)}; the caller has checked that the shapes broadcast to {@code shape}. */
  public static Tensor zip(Shape shape, Tensor a, Tensor b, DoubleBinaryOperator f) {
    if (shape.rank() == 0) {
      return Tensor.scalar(f.applyAsDouble(a.item(), b.item()));
    }
    double[] result = Tensor.allocate(shape);
    double[] left = a.elements();
    double[] right = b.elements();
    if (a.size() == result.length && b.size() == result.length) {
      for (int i = 0; i < result.length; i++) {
        result[i] = f.applyAsDouble(left[i], right[i]);
      }
      return Tensor.adopt(shape, result);
    }
    Rows rows = new Rows(shape, a.shape().stridesWithin(shape), b.shape().stridesWithin(shape));
    int at = 0;
    while (rows.next()) {
      int i = rows.offset(0);
      int j = rows.offset(1);
      for (int end = at + rows.length(); at < end; at++) {
        result[at] = f.applyAsDouble(left[i], right[j]);
        i += rows.stride(0);
        j += rows.stride(1);
      }
    }
    return Tensor.adopt(shape, result);
  }

  /** {@code condition != 0 ? a : b}, all three broadcast to {@code shape}. */
  public static Tensor where(Shape shape, Tensor condition, Tensor a, Tensor b) {
    double[] result = Tensor.allocate(shape);
    double[] test = condition.elements();
    double[] left = a.elements();
    double[] right = b.elements();
    Rows rows =
        new Rows(
            shape,
            condition.shape().stridesWithin(shape),
            a.shape().stridesWithin(shape),
            b.shape().stridesWithin(shape));
    int at = 0;
    while (rows.next()) {
      int row = at;
      for (int end = at + rows.length(); at < end; at++) {
        int step = at - row;
        result[at] =
            test[rows.offset(0) + step * rows.stride(0)] != 0
                ? left[rows.offset(1) + step * rows.stride(1)]
                : right[rows.offset(2) + step * rows.stride(2)];
      }
    }
    return Tensor.adopt(shape, result);
  }
}
