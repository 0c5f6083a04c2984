package dev.letsbackprop.tensor;

/** Matrix products of batches, with either operand read transposed and nothing copied. */
public final class ProductKernel {
  private ProductKernel() {}

  /**
   * {@code op(a) op(b)} over the last two axes, where op transposes or not; the axes before
   * broadcast.
   *
   * @param shape the product's: broadcast batch axes, then rows of op(a), columns of op(b)
   */
  public static Tensor product(
      Shape shape, Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
    int matrix = shape.rank() - 2;
    Shape batch = shape.slice(0, matrix);
    int rows = shape.side(matrix);
    int columns = shape.side(matrix + 1);
    int inner = a.shape().side(a.rank() - (transposeA ? 2 : 1));
    double[] left = a.elements();
    double[] right = b.elements();
    double[] result = Tensor.allocate(shape);
    Shape batches = batch.then(1);
    Rows walk =
        new Rows(
            batches,
            batchStrides(a.shape(), batches, rows * inner),
            batchStrides(b.shape(), batches, inner * columns));
    int to = 0;
    while (walk.next()) {
      int i = walk.offset(0);
      int j = walk.offset(1);
      if (transposeA) {
        timesTransposedLeft(left, i, right, j, transposeB, result, to, rows, inner, columns);
      } else if (transposeB) {
        timesTransposedRight(left, i, right, j, result, to, rows, inner, columns);
      } else {
        times(left, i, right, j, result, to, rows, inner, columns);
      }
      to += rows * columns;
    }
    return Tensor.adopt(shape, result);
  }

  /** Strides of an operand's batch axes, in elements, under {@code [batch..., 1]}. */
  private static int[] batchStrides(Shape operand, Shape batches, int matrixSize) {
    Shape own = operand.slice(0, operand.rank() - 2).then(1);
    int[] strides = own.stridesWithin(batches);
    for (int axis = 0; axis < strides.length; axis++) {
      strides[axis] *= matrixSize;
    }
    return strides;
  }

  private static void times(
      double[] a, int i, double[] b, int j, double[] c, int to, int rows, int inner, int columns) {
    for (int row = 0; row < rows; row++) {
      Cancellation.check();
      for (int k = 0; k < inner; k++) {
        addScaled(a[i + row * inner + k], b, j + k * columns, c, to + row * columns, columns);
      }
    }
  }

  private static void timesTransposedRight(
      double[] a, int i, double[] b, int j, double[] c, int to, int rows, int inner, int columns) {
    for (int row = 0; row < rows; row++) {
      Cancellation.check();
      for (int column = 0; column < columns; column++) {
        c[to + row * columns + column] = dot(a, i + row * inner, b, j + column * inner, inner);
      }
    }
  }

  private static void timesTransposedLeft(
      double[] a,
      int i,
      double[] b,
      int j,
      boolean transposeB,
      double[] c,
      int to,
      int rows,
      int inner,
      int columns) {
    for (int k = 0; k < inner; k++) {
      Cancellation.check();
      for (int row = 0; row < rows; row++) {
        double factor = a[i + k * rows + row];
        int at = to + row * columns;
        if (transposeB) {
          for (int column = 0; column < columns; column++) {
            c[at + column] += factor * b[j + column * inner + k];
          }
        } else {
          addScaled(factor, b, j + k * columns, c, at, columns);
        }
      }
    }
  }

  private static void addScaled(double factor, double[] b, int j, double[] c, int to, int count) {
    for (int column = 0; column < count; column++) {
      c[to + column] += factor * b[j + column];
    }
  }

  /** Four running sums: the additions of one would wait for each other. */
  private static double dot(double[] a, int i, double[] b, int j, int count) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int k = 0;
    for (; k + 3 < count; k += 4) {
      first += a[i + k] * b[j + k];
      second += a[i + k + 1] * b[j + k + 1];
      third += a[i + k + 2] * b[j + k + 2];
      fourth += a[i + k + 3] * b[j + k + 3];
    }
    for (; k < count; k++) {
      first += a[i + k] * b[j + k];
    }
    return first + second + (third + fourth);
  }
}
