package dev.letsbackprop.tensor;

import java.util.Arrays;

/** Inverses, solutions, determinants and factors of batches of square matrices. */
public final class MatrixKernel {
  private MatrixKernel() {}

  /** What becomes of one matrix. */
  private interface Each {
    void write(Elimination matrix, double[] to, int at);
  }

  private static Tensor each(Tensor a, Shape shape, Each each) {
    int n = a.shape().side(a.rank() - 1);
    double[] from = a.elements();
    double[] result = Tensor.allocate(shape);
    int count = Math.toIntExact(a.shape().slice(0, a.rank() - 2).size());
    for (int matrix = 0; matrix < count; matrix++) {
      Elimination elimination = new Elimination(from, matrix * n * n, n);
      each.write(elimination, result, result.length / count * matrix);
    }
    return Tensor.adopt(shape, result);
  }

  /** The determinant of each matrix. */
  public static Tensor determinant(Tensor a) {
    return each(
        a, a.shape().slice(0, a.rank() - 2), (matrix, to, at) -> to[at] = matrix.determinant());
  }

  /** The logarithm of each determinant; NaN where it is negative. */
  public static Tensor logDeterminant(Tensor a) {
    return each(
        a, a.shape().slice(0, a.rank() - 2), (matrix, to, at) -> to[at] = matrix.logDeterminant());
  }

  /** The inverse of each matrix; NaN all over for one that has none. */
  public static Tensor inverse(Tensor a) {
    return each(a, a.shape(), (matrix, to, at) -> matrix.inverse(to, at));
  }

  /** How each determinant moves with each element: its cofactors, also of a singular matrix. */
  public static Tensor cofactors(Tensor a) {
    return each(a, a.shape(), (matrix, to, at) -> matrix.cofactors(to, at));
  }

  /**
   * x in a x = b.
   *
   * @param shape that of x: broadcast batch axes, then those of b's matrices
   */
  public static Tensor solve(Shape shape, Tensor a, Tensor b) {
    int n = shape.side(shape.rank() - 2);
    int columns = shape.side(shape.rank() - 1);
    Shape batch = shape.slice(0, shape.rank() - 2);
    double[] left = LayoutKernel.broadcast(a, batch.then(n, n)).elements();
    double[] result = LayoutKernel.broadcast(b, shape).elements().clone();
    double[] column = new double[n];
    for (int matrix = 0; matrix < batch.size(); matrix++) {
      Elimination elimination = new Elimination(left, matrix * n * n, n);
      for (int k = 0; k < columns; k++) {
        int start = matrix * n * columns + k;
        for (int row = 0; row < n; row++) {
          column[row] = result[start + row * columns];
        }
        double[] x = elimination.solve(column);
        for (int row = 0; row < n; row++) {
          result[start + row * columns] = x[row];
        }
      }
    }
    return Tensor.adopt(shape, result);
  }

  /** L in L Lᵀ = (a + aᵀ)/2, lower triangular; NaN all over where that is not positive definite. */
  public static Tensor cholesky(Tensor a) {
    int n = a.shape().side(a.rank() - 1);
    double[] from = a.elements();
    double[] result = new double[from.length];
    for (int start = 0; start < from.length; start += n * n) {
      if (!cholesky(from, result, start, n)) {
        Arrays.fill(result, start, start + n * n, Double.NaN);
      }
    }
    return Tensor.adopt(a.shape(), result);
  }

  private static boolean cholesky(double[] from, double[] to, int start, int n) {
    for (int row = 0; row < n; row++) {
      Cancellation.check();
      for (int column = 0; column <= row; column++) {
        // Halved apart: the sum of two large elements would overflow.
        double rest = 0.5 * from[start + row * n + column] + 0.5 * from[start + column * n + row];
        for (int k = 0; k < column; k++) {
          rest -= to[start + row * n + k] * to[start + column * n + k];
        }
        if (row == column && !(rest > 0)) {
          return false;
        }
        to[start + row * n + column] =
            row == column ? Math.sqrt(rest) : rest / to[start + column * n + column];
      }
    }
    return true;
  }
}
