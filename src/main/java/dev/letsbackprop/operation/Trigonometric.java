package dev.letsbackprop.operation;

import java.util.List;

/** Trigonometric and hyperbolic functions, angles in radians. */
public sealed interface Trigonometric extends Unary {

  @Described(
      summary = "The sine of an angle in radians.",
      reason = "The slope of the sine is the cosine of the same angle.",
      aliases = "Sin",
      example = "1")
  record Sin() implements Trigonometric {
    @Override
    public double value(double x) {
      return StrictMath.sin(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.apply(new Cos(), List.of(x)));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\sin", List.of(x));
    }
  }

  @Described(
      summary = "The cosine of an angle in radians.",
      reason = "The slope of the cosine is minus the sine of the same angle.",
      aliases = "Cos",
      example = "1")
  record Cos() implements Trigonometric {
    @Override
    public double value(double x) {
      return StrictMath.cos(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.negative(on.multiply(cotangent, on.apply(new Sin(), List.of(x))));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\cos", List.of(x));
    }
  }

  @Described(
      summary = "The hyperbolic tangent, which squashes every number into (-1, 1).",
      reason =
          "tanh = sinh/cosh, and the quotient rule leaves 1 - tanh²: one minus the square of the"
              + " value.",
      aliases = "Tanh",
      example = "0.5")
  record Tanh() implements Trigonometric {
    @Override
    public double value(double x) {
      return StrictMath.tanh(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.subtract(on.constant(1), on.square(y)));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\tanh", List.of(x));
    }
  }
}
