package dev.letsbackprop.operation;

/**
 * Where an input's numbers may lie so that the operation is defined and differentiable.
 *
 * @param low the least number
 * @param high the largest number
 * @param whole whether only whole numbers make sense
 */
public record Domain(double low, double high, boolean whole) {
  /** Both signs, for everything that is defined everywhere. */
  public static final Domain AROUND_ZERO = new Domain(-2, 2, false);

  /** Well above zero: logarithms, roots, bases of powers, denominators. */
  public static final Domain POSITIVE = new Domain(0.25, 3, false);

  /** The whole numbers from 0 to {@code count - 1}. */
  public static Domain indices(int count) {
    return new Domain(0, count - 1, true);
  }
}
