package dev.letsbackprop.grading;

import dev.letsbackprop.tensor.Tensor;
import java.util.HashSet;
import java.util.Set;

/**
 * Says whether a claim is the very numbers that a mistake gives, and no others that are near.
 *
 * <p>A claim of many digits was not rounded, so it must agree in more of them than the tolerance
 * asks for: what is accused must not be a coincidence.
 */
final class Match {
  private static final int MANY_DIGITS = 8;

  /** What float32 may have lost on the way. */
  private static final double PRECISION = 1e-5;

  /** However coarse the tolerance is, nobody is accused of what comes no nearer. */
  private static final double COARSEST = 1e-2;

  /** Entries this much smaller than the largest are what rounding has left of larger ones. */
  private static final double SMALL = 1e-2;

  private final double relative;

  /** The tolerance for zero plays no part: small numbers must agree as well. */
  Match(Tolerance tolerance) {
    double wanted =
        tolerance.figures() > 0
            ? 0.5 * StrictMath.pow(10, 1 - tolerance.figures())
            : tolerance.relative();
    this.relative = Math.max(PRECISION, Math.min(COARSEST, wanted));
  }

  /**
   * Whether every entry is.
   *
   * @param factor how much further off it may be
   */
  boolean is(Tensor claim, Tensor predicted, double factor) {
    if (!claim.shape().equals(predicted.shape()) || predicted.firstNonFinite() >= 0) {
      return false;
    }
    double scale = largest(predicted);
    for (int i = 0; i < claim.size(); i++) {
      double size = Math.max(Math.abs(predicted.at(i)), SMALL * scale);
      double difference = Math.abs(claim.at(i) - predicted.at(i));
      if (difference > factor * PRECISION * size
          && (difference > factor * relative * size || digits(claim.at(i)) >= MANY_DIGITS)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a claim may be what a mistake gives, where much may have cancelled. */
  boolean allows(Tensor claim, Predicted predicted, double factor) {
    Tensor numbers = predicted.numbers();
    if (is(claim, numbers, factor)) {
      return true;
    }
    for (int i = 0; i < claim.size(); i++) {
      double difference = Math.abs(claim.at(i) - numbers.at(i));
      if (!(difference <= factor * relative * predicted.scale())) {
        return false;
      }
    }
    return true;
  }

  /** The largest size among the entries; 0 where there are none. */
  static double largest(Tensor tensor) {
    double largest = 0;
    for (int i = 0; i < tensor.size(); i++) {
      largest = Math.max(largest, Math.abs(tensor.at(i)));
    }
    return largest;
  }

  /** With how many significant digits a number is written. */
  private static int digits(double number) {
    String text = Double.toString(Math.abs(number));
    int exponent = text.indexOf('E');
    String mantissa = (exponent < 0 ? text : text.substring(0, exponent)).replace(".", "");
    int first = 0;
    while (first < mantissa.length() && mantissa.charAt(first) == '0') {
      first++;
    }
    int last = mantissa.length();
    while (last > first && mantissa.charAt(last - 1) == '0') {
      last--;
    }
    return last - first;
  }

  /** How many different numbers, 0 aside, there are among the entries: what a match is worth. */
  static long evidence(Iterable<Tensor> tensors) {
    Set<Double> numbers = new HashSet<>();
    for (Tensor tensor : tensors) {
      for (int i = 0; i < tensor.size() && numbers.size() < 3; i++) {
        numbers.add(Math.abs(tensor.at(i)));
      }
    }
    numbers.remove(0.0);
    return numbers.size();
  }
}
