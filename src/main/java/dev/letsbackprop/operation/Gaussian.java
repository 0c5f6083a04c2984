package dev.letsbackprop.operation;

import java.util.List;

/** What lies under the bell curve. */
public sealed interface Gaussian extends Unary {

  /** The bell curve's height at x: exp(-x²/2)/√(2π). */
  static <T> T density(Algebra<T> on, T x) {
    T half = on.divide(on.square(x), on.constant(2));
    T height = on.apply(new Exponential.Exp(), List.of(on.negative(half)));
    return on.multiply(on.constant(Irrational.ONE_OVER_ROOT_TAU), height);
  }

  @Described(
      summary = "The error function: 2/√π times the area under exp(-t²) from 0 to x.",
      formula = "\\frac{2}{\\sqrt{\\pi}} \\int_0^x e^{-t^{2}} \\, dt",
      reason = "The area grows by the height of the curve at its end: 2/√π·exp(-x²).",
      aliases = "Erf",
      example = "0.5")
  record Erf() implements Gaussian {
    @Override
    public double value(double x) {
      return ErrorFunction.of(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T height = on.apply(new Exponential.Exp(), List.of(on.negative(on.square(x))));
      return on.multiply(cotangent, on.multiply(on.constant(Irrational.TWO_OVER_ROOT_PI), height));
    }

    @Override
    public Term latex(Term x) {
      return Term.function("erf", x);
    }
  }

  @Described(
      summary = "The share of a standard normal distribution that lies below x.",
      formula = "\\frac{1}{\\sqrt{2 \\pi}} \\int_{-\\infty}^x e^{-\\frac{t^{2}}{2}} \\, dt",
      symbol = "Φ",
      reason = "The area grows by the height of the bell curve at its end: exp(-x²/2)/√(2π).",
      aliases = "ndtr",
      conventions = "Far below 0 it keeps its digits, where (1 + erf(x/√2))/2 would be 0.",
      example = "0.5")
  record NormalCdf() implements Gaussian {
    @Override
    public double value(double x) {
      return ErrorFunction.normalBelow(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, density(on, x));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\Phi", List.of(x));
    }
  }
}
