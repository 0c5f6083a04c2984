package dev.letsbackprop.operation;

import java.util.List;

/** The angles, in radians, that belong to a sine, a cosine or a tangent. */
public sealed interface InverseTrigonometric extends Unary {

  /** 1 - x² as a product, which keeps its digits where x is near 1 or -1. */
  static <T> T oneLessSquare(Algebra<T> on, T x) {
    T one = on.constant(1);
    return on.multiply(on.subtract(one, x), on.add(one, x));
  }

  @Described(
      summary = "The angle from -π/2 to π/2 whose sine is x.",
      reason = "From sin y = x: cos y·dy = dx, and cos y = √(1 - x²).",
      aliases = {"arcsin", "Asin"},
      conventions = {
        "The slope at 1 and at -1 is Infinity, with a warning.",
        "Beyond 1 and -1 the value is NaN, with a warning."
      },
      example = "0.5")
  record Asin() implements InverseTrigonometric {
    @Override
    public double value(double x) {
      return StrictMath.asin(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T root = on.apply(new Algebraic.Sqrt(), List.of(oneLessSquare(on, x)));
      return on.divide(cotangent, root);
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\arcsin", List.of(x));
    }

    @Override
    public Domain domain() {
      return new Domain(-0.75, 0.75, false);
    }
  }

  @Described(
      summary = "The angle from 0 to π whose cosine is x.",
      reason =
          "It is π/2 minus the arcsine, so its slope is that of the arcsine with its sign turned.",
      aliases = {"arccos", "Acos"},
      conventions = {
        "The slope at 1 and at -1 is -Infinity, with a warning.",
        "Beyond 1 and -1 the value is NaN, with a warning."
      },
      example = "0.5")
  record Acos() implements InverseTrigonometric {
    @Override
    public double value(double x) {
      return StrictMath.acos(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T root = on.apply(new Algebraic.Sqrt(), List.of(oneLessSquare(on, x)));
      return on.negative(on.divide(cotangent, root));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\arccos", List.of(x));
    }

    @Override
    public Domain domain() {
      return new Domain(-0.75, 0.75, false);
    }
  }

  @Described(
      summary = "The angle from -π/2 to π/2 whose tangent is x.",
      reason = "From tan y = x: (1 + tan² y)·dy = dx, so one over 1 + x².",
      derivation = {
        "\\tan\\left(y\\right) = x",
        "\\left(1 + \\tan\\left(y\\right)^{2}\\right) \\cdot \\frac{\\partial y}{\\partial x} = 1",
        "\\frac{\\partial y}{\\partial x} = \\frac{1}{1 + x^{2}}",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\frac{\\partial y}{\\partial x} = \\frac{\\frac{\\partial L}{\\partial y}}{1 +"
            + " x^{2}}"
      },
      aliases = {"arctan", "Atan"},
      example = "1")
  record Atan() implements InverseTrigonometric {
    @Override
    public double value(double x) {
      return StrictMath.atan(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.divide(cotangent, on.add(on.constant(1), on.square(x)));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\arctan", List.of(x));
    }
  }
}
