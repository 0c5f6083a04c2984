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

  private final Tolerance tolerance;

  Match(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * Whether every entry is.
   *
   * @param factor how much further off it may be
   */
  boolean is(Tensor claim, Tensor predicted, double factor) {
    if (!tolerance.accepts(claim, predicted, factor)) {
      return false;
    }
    double scale = 0;
    for (int i = 0; i < predicted.size(); i++) {
      scale = Math.max(scale, Math.abs(predicted.at(i)));
    }
    for (int i = 0; i < claim.size(); i++) {
      double difference = Math.abs(claim.at(i) - predicted.at(i));
      double allowed = factor * PRECISION * Math.max(Math.abs(predicted.at(i)), 1e-3 * scale);
      if (difference > allowed && digits(claim.at(i)) >= MANY_DIGITS) {
        return false;
      }
    }
    return true;
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
