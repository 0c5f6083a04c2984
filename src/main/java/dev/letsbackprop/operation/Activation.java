package dev.letsbackprop.operation;

import java.util.List;

/** Activation functions that act on each element. */
public sealed interface Activation extends Unary {

  @Described(
      summary = "The logistic function 1/(1 + e⁻ˣ), which squashes every number into (0, 1).",
      reason = "Its slope is y·(1 - y), where y is the value that it gave, not its input.",
      aliases = {"logistic", "Sigmoid"},
      example = "[-1, 0, 1]")
  record Sigmoid() implements Activation {
    @Override
    public double value(double x) {
      // The exponent is never positive, so nothing overflows.
      double small = StrictMath.exp(-Math.abs(x));
      return x >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.multiply(y, on.subtract(on.constant(1), y)));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\sigma", List.of(x));
    }
  }

  @Described(
      summary = "The rectifier: x where x is positive, else 0.",
      reason = "Where x is positive the value moves with it, elsewhere it does not move at all.",
      aliases = "Relu",
      conventions = {"The slope at exactly 0 is 0.", "NaN stays NaN, and its gradient is 0."},
      example = "[-1, 0, 2]")
  record Relu() implements Activation {
    @Override
    public double value(double x) {
      return x > 0 || Double.isNaN(x) ? x : 0;
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.where(on.greater(x, on.constant(0)), cotangent, on.constant(0));
    }

    @Override
    public Term latex(Term x) {
      return Term.function("relu", x);
    }
  }
}
