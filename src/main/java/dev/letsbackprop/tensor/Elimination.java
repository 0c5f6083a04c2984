package dev.letsbackprop.tensor;

import java.util.Arrays;

/**
 * Gaussian elimination of one square matrix with complete pivoting: P A Q = L U.
 *
 * <p>Complete, since that shows the rank: the pivots that are 0 come last, so a determinant's
 * gradient is right at a singular matrix too.
 */
final class Elimination {
  /** So small that what it adds is rounded away, yet far from underflow. */
  private static final double TINY = 0x1p-500;

  private final int n;
  private final double[] lu;
  private final int[] rows;
  private final int[] columns;
  private double sign = 1;

  Elimination(double[] from, int start, int n) {
    this.n = n;
    this.lu = Arrays.copyOfRange(from, start, start + n * n);
    this.rows = new int[n];
    this.columns = new int[n];
    Arrays.setAll(rows, i -> i);
    Arrays.setAll(columns, i -> i);
    // An infinite or missing element would escape the comparisons that choose a pivot.
    if (Arrays.stream(lu).anyMatch(element -> !Double.isFinite(element))) {
      Arrays.fill(lu, Double.NaN);
    }
    for (int k = 0; k < n; k++) {
      Cancellation.check();
      pivot(k);
      eliminate(k);
    }
  }

  private void pivot(int k) {
    int row = k;
    int column = k;
    for (int i = k; i < n; i++) {
      for (int j = k; j < n; j++) {
        if (Math.abs(lu[i * n + j]) > Math.abs(lu[row * n + column])) {
          row = i;
          column = j;
        }
      }
    }
    if (row != k) {
      sign = -sign;
      swap(rows, k, row);
      for (int j = 0; j < n; j++) {
        swap(k * n + j, row * n + j);
      }
    }
    if (column != k) {
      sign = -sign;
      swap(columns, k, column);
      for (int i = 0; i < n; i++) {
        swap(i * n + k, i * n + column);
      }
    }
  }

  private void swap(int a, int b) {
    double kept = lu[a];
    lu[a] = lu[b];
    lu[b] = kept;
  }

  private static void swap(int[] order, int a, int b) {
    int kept = order[a];
    order[a] = order[b];
    order[b] = kept;
  }

  private void eliminate(int k) {
    double pivot = lu[k * n + k];
    if (pivot == 0) {
      return;
    }
    for (int i = k + 1; i < n; i++) {
      double factor = lu[i * n + k] / pivot;
      lu[i * n + k] = factor;
      for (int j = k + 1; j < n; j++) {
        lu[i * n + j] -= factor * lu[k * n + j];
      }
    }
  }

  private double pivotAt(int k) {
    return lu[k * n + k];
  }

  double determinant() {
    double product = sign;
    for (int k = 0; k < n; k++) {
      product *= pivotAt(k);
    }
    return product;
  }

  /** A sum of logarithms: the product of the pivots could overflow. */
  double logDeterminant() {
    double sum = 0;
    double negative = sign;
    for (int k = 0; k < n; k++) {
      sum += StrictMath.log(Math.abs(pivotAt(k)));
      negative *= Math.signum(pivotAt(k));
    }
    return negative < 0 ? Double.NaN : sum;
  }

  /** x in A x = b; NaN all over where A is singular. */
  double[] solve(double[] b) {
    Cancellation.check();
    double[] x = new double[n];
    if (n > 0 && pivotAt(n - 1) == 0) {
      Arrays.fill(x, Double.NaN);
      return x;
    }
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = b[rows[i]];
      for (int j = 0; j < i; j++) {
        y[i] -= lu[i * n + j] * y[j];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        y[i] -= lu[i * n + j] * y[j];
      }
      y[i] /= lu[i * n + i];
      x[columns[i]] = y[i];
    }
    return x;
  }

  void inverse(double[] to, int at) {
    double[] unit = new double[n];
    for (int column = 0; column < n; column++) {
      unit[column] = 1;
      double[] x = solve(unit);
      unit[column] = 0;
      for (int row = 0; row < n; row++) {
        to[at + row * n + column] = x[row];
      }
    }
  }

  /** det(A)·A⁻ᵀ, or its limit where A is singular. */
  void cofactors(double[] to, int at) {
    if (n > 1 && pivotAt(n - 2) == 0) {
      return;
    }
    if (n > 0 && pivotAt(n - 1) == 0) {
      lu[n * n - 1] = TINY;
    }
    double determinant = determinant();
    double[] unit = new double[n];
    for (int row = 0; row < n; row++) {
      unit[row] = 1;
      double[] x = solve(unit);
      unit[row] = 0;
      for (int column = 0; column < n; column++) {
        to[at + row * n + column] = x[column] * determinant;
      }
    }
  }
}
