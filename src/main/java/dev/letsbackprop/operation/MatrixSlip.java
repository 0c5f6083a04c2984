package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Products that somebody writes down who takes the wrong matrices. */
final class MatrixSlip {
  static final String DUE =
      "in y = xW, with both as they stand in the product, the gradient of x is g·Wᵀ and that of W"
          + " is xᵀ·g, where g is the upstream gradient; here that of {x} is due";

  private MatrixSlip() {}

  /** The product of two matrices; null where they are none, or do not multiply. */
  static <T> @Nullable T product(Algebra<T> on, T a, boolean transposeA, T b, boolean transposeB) {
    Shape left = on.shape(a);
    Shape right = on.shape(b);
    boolean fits =
        left.rank() == 2
            && right.rank() == 2
            && left.side(transposeA ? 0 : 1) == right.side(transposeB ? 1 : 0);
    return fits ? on.matmul(a, transposeA, b, transposeB) : null;
  }
}
