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

  /** All that a float64 surely has. */
  private static final int FIGURES = 15;

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
    return accepts(claimed, expected, factor, 0);
  }

  private boolean accepts(double claimed, double expected, double factor, double more) {
    if (!Double.isFinite(expected) || !Double.isFinite(claimed)) {
      return Double.compare(claimed, expected) == 0;
    }
    return Math.abs(claimed - expected) <= allowed(expected) * (factor + SLACK) + more;
  }

  /** How far off a number may be. */
  double allowed(double expected) {
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
    return accepts(claimed, expected, factor, 0);
  }

  /** The same, where each element may be off by something more. */
  boolean accepts(Tensor claimed, Tensor expected, double factor, double more) {
    if (!claimed.shape().equals(expected.shape())) {
      return false;
    }
    for (int i = 0; i < claimed.size(); i++) {
      if (!accepts(claimed.at(i), expected.at(i), factor, more)) {
        return false;
      }
    }
    return true;
  }

  boolean accepts(Tensor claimed, Tensor expected) {
    return accepts(claimed, expected, 1);
  }

  /** With how many significant figures somebody types numbers who wants to be within it. */
  int typedFigures() {
    int needed = relative > 0 ? (int) Math.ceil(-StrictMath.log10(relative)) + 1 : FIGURES;
    return figures > 0 ? figures : Math.max(1, Math.min(FIGURES, needed));
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
