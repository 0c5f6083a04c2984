package dev.letsbackprop.grading;

import dev.letsbackprop.tensor.Tensor;

/**
 * How near a claim must be: {@code |claimed - expected| <= absolute + relative * |expected|}, for
 * each element; or, with significant figures, within half a unit of the last figure.
 *
 * @param figures how many significant figures are asked for; 0 where {@code relative} counts
 */
public record Tolerance(double relative, double absolute, int figures) {
  public static final Tolerance DEFAULT = relative(1e-4, 1e-7);

  /** What arithmetic of another order may differ by: a tie that is rounded either way. */
  private static final double SLACK = 1e-9;

  /** What a result may be off by that is 0 but for rounding. */
  private static final double VANISHING = 1e-12;

  public static Tolerance relative(double relative, double absolute) {
    return new Tolerance(relative, absolute, 0);
  }

  public static Tolerance significantFigures(int figures) {
    return new Tolerance(0, VANISHING, figures);
  }

  /** Whether a number is near enough, give or take a factor. */
  boolean accepts(double claimed, double expected, double factor) {
    if (!Double.isFinite(expected) || !Double.isFinite(claimed)) {
      return Double.compare(claimed, expected) == 0;
    }
    return Math.abs(claimed - expected) <= allowed(expected) * (factor + SLACK);
  }

  private double allowed(double expected) {
    double size = Math.abs(expected);
    if (figures == 0) {
      return absolute + relative * size;
    }
    if (size == 0) {
      return absolute;
    }
    double digit = Math.floor(StrictMath.log10(size)) - figures + 1;
    return absolute + 0.5 * StrictMath.pow(10, digit);
  }

  /** Whether every element is near enough; never where the shapes differ. */
  boolean accepts(Tensor claimed, Tensor expected, double factor) {
    if (!claimed.shape().equals(expected.shape())) {
      return false;
    }
    for (int i = 0; i < claimed.size(); i++) {
      if (!accepts(claimed.at(i), expected.at(i), factor)) {
        return false;
      }
    }
    return true;
  }

  boolean accepts(Tensor claimed, Tensor expected) {
    return accepts(claimed, expected, 1);
  }

  /** Whether nothing in a tensor can be told from 0. */
  boolean vanishes(Tensor tensor) {
    for (int i = 0; i < tensor.size(); i++) {
      if (!accepts(tensor.at(i), 0, 1)) {
        return false;
      }
    }
    return true;
  }
}
