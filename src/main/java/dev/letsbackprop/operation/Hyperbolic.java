package dev.letsbackprop.operation;

import java.util.List;

/** Hyperbolic functions and their inverses. */
public sealed interface Hyperbolic extends Unary {

  @Described(
      summary = "The hyperbolic sine, (eˣ - e⁻ˣ)/2.",
      reason = "Half of eˣ keeps its slope and half of -e⁻ˣ turns its sign: the hyperbolic cosine.",
      aliases = "Sinh",
      conventions = "Beyond about ±710.47 the value is Infinity or -Infinity, with a warning.",
      example = "1")
  record Sinh() implements Hyperbolic {
    @Override
    public double value(double x) {
      return StrictMath.sinh(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.apply(new Cosh(), List.of(x)));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\sinh", List.of(x));
    }
  }

  @Described(
      summary = "The hyperbolic cosine, (eˣ + e⁻ˣ)/2.",
      reason =
          "Half of eˣ keeps its slope and half of e⁻ˣ turns its sign: the hyperbolic sine, without"
              + " a minus.",
      aliases = "Cosh",
      conventions = "Beyond about ±710.47 the value is Infinity, with a warning.",
      example = "1")
  record Cosh() implements Hyperbolic {
    @Override
    public double value(double x) {
      return StrictMath.cosh(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.apply(new Sinh(), List.of(x)));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\cosh", List.of(x));
    }
  }

  @Described(
      summary = "The hyperbolic tangent, which squashes every number into (-1, 1).",
      reason =
          "tanh = sinh/cosh, and the quotient rule leaves 1 - tanh²: one minus the square of the"
              + " value.",
      derivation = {
        "a = e^{x}, \\quad b = e^{-x}, \\quad s = a - b, \\quad c = a + b, \\quad y = \\frac{s}{c}",
        "\\frac{\\partial L}{\\partial s} = \\frac{\\frac{\\partial L}{\\partial y}}{c}, \\quad"
            + " \\frac{\\partial L}{\\partial c} = -\\frac{\\frac{\\partial L}{\\partial y}}{c}"
            + " \\cdot y",
        "\\frac{\\partial L}{\\partial a} = \\frac{\\partial L}{\\partial s} + \\frac{\\partial"
            + " L}{\\partial c} = \\frac{\\frac{\\partial L}{\\partial y}}{c} \\cdot \\left(1 -"
            + " y\\r"
            + "ight)",
        "\\frac{\\partial L}{\\partial b} = -\\frac{\\partial L}{\\partial s} + \\frac{\\partial"
            + " L}{\\partial c} = -\\frac{\\frac{\\partial L}{\\partial y}}{c} \\cdot \\left(1 +"
            + " y\\r"
            + "ight)",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial a} \\cdot a -"
            + " \\frac{\\partial L}{\\partial b} \\cdot b = \\frac{\\frac{\\partial L}{\\partial"
            + " y}}{c} \\cdot \\left(a + b - y \\cdot \\left(a - b\\r"
            + "ight)\\r"
            + "ight)",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot \\left(1 -"
            + " y^{2}\\r"
            + "ight)"
      },
      aliases = "Tanh",
      example = "0.5")
  record Tanh() implements Hyperbolic {
    @Override
    public double value(double x) {
      return StrictMath.tanh(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.subtract(on.constant(1), on.square(y)));
    }

    @Misreading(
        did = "the input was used, as in 1 - x²",
        due = "the slope is 1 - z², where z is {y}, the node's output, and not {x}, its input")
    public <T> T input(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.subtract(on.constant(1), on.square(x)));
    }

    @Misreading(
        did = "the output was not squared",
        due = "the slope is 1 - z², where z is {y}, the node's output")
    public <T> T notSquared(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.subtract(on.constant(1), y));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\tanh", List.of(x));
    }
  }

  @Described(
      summary = "The number whose hyperbolic sine is x.",
      reason = "From sinh y = x: cosh y·dy = dx, and cosh y = √(1 + x²).",
      aliases = {"arcsinh", "Asinh"},
      example = "1")
  record Asinh() implements Hyperbolic {
    @Override
    public double value(double x) {
      double size = Math.abs(x);
      if (size > 0x1p28) {
        return Math.copySign(StrictMath.log(size) + Irrational.LOG_2, x);
      }
      // log(x + √(1 + x²)), with log1p for the digits near 0.
      double square = size * size;
      double more = size + square / (1 + Math.sqrt(1 + square));
      return Math.copySign(StrictMath.log1p(more), x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T root = on.apply(new Algebraic.Sqrt(), List.of(on.add(on.constant(1), on.square(x))));
      return on.divide(cotangent, root);
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\operatorname{arsinh}", List.of(x));
    }
  }

  @Described(
      summary = "The number, 0 or more, whose hyperbolic cosine is x.",
      reason = "From cosh y = x: sinh y·dy = dx, and sinh y = √(x² - 1).",
      aliases = {"arccosh", "Acosh"},
      conventions = {
        "Below 1 value and slope are NaN, with a warning.",
        "The slope at 1 is Infinity, with a warning."
      },
      example = "2")
  record Acosh() implements Hyperbolic {
    @Override
    public double value(double x) {
      if (x < 1) {
        return Double.NaN;
      }
      if (x > 0x1p28) {
        return StrictMath.log(x) + Irrational.LOG_2;
      }
      // log(x + √(x² - 1)), with log1p for the digits near 1.
      double more = x - 1;
      return StrictMath.log1p(more + Math.sqrt(more * (x + 1)));
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      // √(x² - 1) as a product, which keeps its digits near 1 and is NaN below it.
      T one = on.constant(1);
      T less = on.apply(new Algebraic.Sqrt(), List.of(on.subtract(x, one)));
      T more = on.apply(new Algebraic.Sqrt(), List.of(on.add(x, one)));
      return on.divide(cotangent, on.multiply(less, more));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\operatorname{arcosh}", List.of(x));
    }

    @Override
    public Domain domain() {
      return new Domain(1.25, 4, false);
    }
  }

  @Described(
      summary = "The number whose hyperbolic tangent is x.",
      reason = "From tanh y = x: (1 - tanh² y)·dy = dx, so one over 1 - x².",
      aliases = {"arctanh", "Atanh"},
      conventions = {
        "Beyond 1 and -1 the value is NaN, with a warning.",
        "At 1 and -1 value and slope are infinite, with a warning."
      },
      example = "0.5")
  record Atanh() implements Hyperbolic {
    @Override
    public double value(double x) {
      double size = Math.abs(x);
      return Math.copySign(0.5 * StrictMath.log1p(2 * size / (1 - size)), x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.divide(cotangent, InverseTrigonometric.oneLessSquare(on, x));
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\operatorname{artanh}", List.of(x));
    }

    @Override
    public Domain domain() {
      return new Domain(-0.75, 0.75, false);
    }
  }
}
