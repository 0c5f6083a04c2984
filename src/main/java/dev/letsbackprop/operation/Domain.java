package dev.letsbackprop.operation;

/**
 * Where an input's numbers may lie so that the operation is defined and differentiable.
 *
 * @param low the least number
 * @param high the largest number
 * @param whole whether only whole numbers make sense
 * @param diagonal what is added to the diagonal of a matrix, so that it outweighs the rest
 */
public record Domain(double low, double high, boolean whole, double diagonal) {
  public Domain(double low, double high, boolean whole) {
    this(low, high, whole, 0);
  }

  /** Both signs, for everything that is defined everywhere. */
  public static final Domain AROUND_ZERO = new Domain(-2, 2, false);

  /** Well above zero: logarithms, roots, bases of powers, denominators. */
  public static final Domain POSITIVE = new Domain(0.25, 3, false);

  /** Matrices of up to three rows that are well away from singular, and positive definite. */
  public static final Domain INVERTIBLE = new Domain(-1, 1, false, 4);

  /** The whole numbers from 0 to {@code count - 1}. */
  public static Domain indices(int count) {
    return new Domain(0, count - 1, true);
  }
}
