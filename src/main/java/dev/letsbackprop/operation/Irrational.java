package dev.letsbackprop.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Irrational numbers that rules multiply by, and how a lesson writes them. */
final class Irrational {
  static final double LOG_2 = 0.6931471805599453;
  static final double LOG_10 = 2.302585092994046;
  static final double ROOT_HALF = 0.7071067811865476;

  /** What ROOT_HALF is short of √½. */
  static final double ROOT_HALF_REST = -4.833646656726457e-17;

  static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
  static final double ONE_OVER_ROOT_TAU = 0.3989422804014327;
  static final double ROOT_EIGHT_OVER_PI = 1.5957691216057308;
  static final double SELU_SCALE = 1.0507009873554805;
  static final double SELU_ALPHA = 1.6732632423543772;

  private static final Map<Double, Term> WRITTEN =
      Map.of(
          LOG_2, new Term("\\log 2", Term.Binding.PRODUCT),
          LOG_10, new Term("\\log 10", Term.Binding.PRODUCT),
          TWO_OVER_ROOT_PI, Term.atom("\\frac{2}{\\sqrt{\\pi}}"),
          ONE_OVER_ROOT_TAU, Term.atom("\\frac{1}{\\sqrt{2 \\pi}}"),
          ROOT_EIGHT_OVER_PI, Term.atom("\\sqrt{\\frac{8}{\\pi}}"),
          SELU_SCALE, Term.atom("\\lambda"),
          SELU_ALPHA, Term.atom("\\alpha"));

  private Irrational() {}

  /** How it is written, or null where it is not one of these. */
  static @Nullable Term term(double value) {
    return WRITTEN.get(value);
  }
}
