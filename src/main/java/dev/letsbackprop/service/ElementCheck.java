package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.FiniteDifferences.Slopes;

/**
 * One element's gradient beside what finite differences say of it.
 *
 * @param scale the largest gradient of all elements of its node
 * @param rounding how far off the output may be by rounding
 * @param doubted whether other steps say otherwise
 */
record ElementCheck(
    double gradient, Slopes slopes, double scale, double rounding, boolean doubted) {
  /** What rounding is taken for where nothing is known of it, in parts of the largest gradient. */
  private static final double UNKNOWN_ROUNDING = 1e-12;

  /** What a gradient may be off beyond what the differences are. */
  private static final double TOLERANCE = 1e-6;

  /** How fine the differences must be, for the element and for its node. */
  private static final double FINE = 1e-4;

  private static final double FINE_FOR_NODE = 1e-8;

  /** How far apart two differences may be, for the one to confirm the other. */
  private static final double ALIKE = 0.1;

  /** How large a slope must not go unseen where nothing moves. */
  private static final double UNSEEN = 1e-6;

  ElementCheck {
    rounding = Double.isFinite(rounding) ? rounding : UNKNOWN_ROUNDING * scale * slopes.step();
  }

  /** The same, where other steps say otherwise. */
  ElementCheck inDoubt() {
    return new ElementCheck(gradient, slopes, scale, rounding, true);
  }

  /** Whether it agrees, and not only because the value lies at a corner. */
  boolean isPlain() {
    return verdict() == Agreement.AGREES && !isBent();
  }

  /** Whether the differences are fine enough to say that the gradient is wrong. */
  boolean canTell() {
    return isFinite() && uncertainty() <= ALIKE * error();
  }

  /** Whether the differences of another step say the same, where both can tell. */
  boolean isConfirmedBy(ElementCheck other) {
    double size = Math.max(Math.abs(slopes.central()), Math.abs(other.slopes.central()));
    double apart = Math.abs(slopes.central() - other.slopes.central());
    return apart <= ALIKE * size || size <= FINE * error();
  }

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
      return doubted ? Agreement.INCONCLUSIVE : Agreement.DISAGREES;
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
