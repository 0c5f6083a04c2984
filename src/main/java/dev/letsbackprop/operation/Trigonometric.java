package dev.letsbackprop.operation;

import java.util.List;

/** Trigonometric functions of angles in radians. */
public sealed interface Trigonometric extends Unary {

  @Described(
      summary = "The sine of an angle in radians.",
      reason =
          "A point on the unit circle moves at right angles to its radius, so its height"
              + " grows by the cosine.",
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

    @Misreading(
        did = "a minus sign was added",
        due = "the slope is cos({x}), without a minus",
        telling = true)
    public <T> T sign(Algebra<T> on, T x, T y, T cotangent) {
      return on.negative(on.multiply(cotangent, on.apply(new Cos(), List.of(x))));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\sin", List.of(x));
    }
  }

  @Described(
      summary = "The cosine of an angle in radians.",
      reason =
          "A point on the unit circle moves at right angles to its radius, so its"
              + " distance to the right shrinks by the sine.",
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

    @Misreading(did = "the minus sign was dropped", due = "the slope is -sin({x})", telling = true)
    public <T> T sign(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.apply(new Sin(), List.of(x)));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\cos", List.of(x));
    }
  }

  @Described(
      summary = "The tangent of an angle in radians.",
      reason = "tan = sin/cos, and the quotient rule leaves 1 + tan²: one plus the value's square.",
      aliases = "Tan",
      example = "1")
  record Tan() implements Trigonometric {
    @Override
    public double value(double x) {
      return StrictMath.tan(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.add(on.constant(1), on.square(y)));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\tan", List.of(x));
    }

    @Override
    public Domain domain() {
      return new Domain(-1.25, 1.25, false);
    }
  }
}
