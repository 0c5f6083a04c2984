package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.FiniteDifferences.Slopes;

/**
 * One element's gradient beside what finite differences say of it.
 *
 * @param scale the largest gradient of all elements of its node
 * @param rounding how far off the output may be by rounding
 */
record ElementCheck(double gradient, Slopes slopes, double scale, double rounding) {
  /** What a gradient may be off beyond what the differences are. */
  private static final double TOLERANCE = 1e-6;

  /** How fine the differences must be, for the element and for its node. */
  private static final double FINE = 1e-4;

  private static final double FINE_FOR_NODE = 1e-8;

  /** How large a slope must not go unseen where nothing moves. */
  private static final double UNSEEN = 1e-6;

  /** How far off the central difference may be: rounding, and what half the step changes. */
  double uncertainty() {
    return rounding / slopes.step() + 4.0 / 3 * Math.abs(slopes.central() - slopes.finer());
  }

  double error() {
    return Math.abs(gradient - slopes.central());
  }

  double relativeError() {
    return error() == 0 ? 0 : error() / size();
  }

  private double size() {
    return Math.max(Math.abs(gradient), Math.abs(slopes.central()));
  }

  boolean isFinite() {
    return Double.isFinite(gradient)
        && Double.isFinite(slopes.central())
        && Double.isFinite(slopes.finer())
        && Double.isFinite(rounding);
  }

  /** What is to be said of it, kinks aside. */
  Agreement verdict() {
    if (!isFinite()) {
      return Agreement.NOT_FINITE;
    }
    if (error() > 2 * uncertainty() + TOLERANCE * size()) {
      return Agreement.DISAGREES;
    }
    boolean still = gradient == 0 && slopes.central() == 0 && slopes.finer() == 0;
    double fine = Math.max(FINE * size(), Math.max(FINE_FOR_NODE * scale, still ? UNSEEN : 0));
    return uncertainty() <= fine ? Agreement.AGREES : Agreement.INCONCLUSIVE;
  }

  /** Whether the slopes on both sides differ by more than rounding. */
  boolean isBent() {
    double bend = Math.abs(slopes.right() - slopes.left());
    return bend > FINE * size() && bend > 10 * rounding / slopes.step();
  }

  /** Whether the gradient is a slope between those on both sides. */
  boolean isBetween() {
    double slack = FINE * size() + 2 * rounding / slopes.step();
    return gradient >= Math.min(slopes.left(), slopes.right()) - slack
        && gradient <= Math.max(slopes.left(), slopes.right()) + slack;
  }
}
