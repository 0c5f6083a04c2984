package dev.letsbackprop.operation;

import java.util.List;

/** Activation functions that are smooth everywhere. */
public sealed interface Activation extends Unary {

  @Described(
      summary = "The logistic function 1/(1 + e⁻ˣ), which squashes every number into (0, 1).",
      formula = "\\frac{1}{1 + e^{-x}}",
      symbol = "σ",
      reason =
          "The quotient rule leaves e⁻ˣ/(1 + e⁻ˣ)², which is y·(1 - y) in the value y,"
              + " not in the input.",
      derivation = {
        "a = -x, \\quad b = e^{a}, \\quad c = 1 + b, \\quad y = \\frac{1}{c}",
        "\\frac{\\partial L}{\\partial c} = -\\frac{\\partial L}{\\partial y} \\cdot y^{2}",
        "\\frac{\\partial L}{\\partial b} = \\frac{\\partial L}{\\partial c} = -\\frac{\\partial"
            + " L}{\\partial y} \\cdot y^{2}",
        "\\frac{\\partial L}{\\partial a} = \\frac{\\partial L}{\\partial b} \\cdot b ="
            + " -\\frac{\\partial L}{\\partial y} \\cdot y^{2} \\cdot e^{-x}",
        "\\frac{\\partial L}{\\partial x} = -\\frac{\\partial L}{\\partial a} = \\frac{\\partial"
            + " L}{\\partial y} \\cdot y^{2} \\cdot e^{-x}",
        "y^{2} \\cdot e^{-x} = \\frac{1}{1 + e^{-x}} \\cdot \\frac{e^{-x}}{1 + e^{-x}} = y \\cdot"
            + " \\left(1 - y\\r"
            + "ight)",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot y \\cdot"
            + " \\left(1 - y\\r"
            + "ight)"
      },
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

    @Misreading(
        did = "the input was used, as in x·(1 - x)",
        due = "the slope is z·(1 - z), where z is {y}, the node's output, and not {x}, its input")
    public <T> T input(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.multiply(x, on.subtract(on.constant(1), x)));
    }

    @Misreading(
        did = "only one of the two factors was used",
        due = "the slope is z·(1 - z), where z is {y}, the node's output")
    public <T> T oneFactor(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, y);
    }

    @Misreading(
        code = "one_factor",
        did = "only one of the two factors was used",
        due = "the slope is z·(1 - z), where z is {y}, the node's output")
    public <T> T otherFactor(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.subtract(on.constant(1), y));
    }

    @Misreading(
        did = "the sigmoid was applied to the output once more",
        due = "the slope is z·(1 - z), where z is {y}, the node's output as it is")
    public <T> T twice(Algebra<T> on, T x, T y, T cotangent) {
      return vjp(on, y, on.apply(this, List.of(y)), cotangent);
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\sigma", List.of(x));
    }
  }

  @Described(
      summary = "log(1 + eˣ), a rectifier without the kink.",
      reason = "The logarithm leaves eˣ/(1 + eˣ), which is the sigmoid.",
      derivation = {
        "a = e^{x}, \\quad b = 1 + a, \\quad y = \\log\\left(b\\right)",
        "\\frac{\\partial L}{\\partial b} = \\frac{\\frac{\\partial L}{\\partial y}}{b}",
        "\\frac{\\partial L}{\\partial a} = \\frac{\\partial L}{\\partial b} ="
            + " \\frac{\\frac{\\partial L}{\\partial y}}{1 + e^{x}}",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial a} \\cdot a ="
            + " \\frac{\\partial L}{\\partial y} \\cdot \\frac{e^{x}}{1 + e^{x}}",
        "\\frac{e^{x}}{1 + e^{x}} = \\frac{1}{1 + e^{-x}} = \\sigma\\left(x\\right)",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\sigma\\left(x\\r"
            + "ight)"
      },
      aliases = "Softplus",
      conventions = "Numbers of ±1000 neither overflow nor vanish too early.",
      example = "[-1, 0, 1]")
  record Softplus() implements Activation {
    @Override
    public double value(double x) {
      // max(x, 0) + log(1 + e^-|x|): the exponent is never positive.
      return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.apply(new Sigmoid(), List.of(x)));
    }

    @Override
    public Term latex(Term x) {
      Term power = Term.power(Term.atom("e"), x.text());
      Term sum = Term.chain(Term.atom("1"), "+", power, Term.Binding.SUM);
      return Term.call("\\log", List.of(sum));
    }
  }

  @Described(
      summary = "x/(1 + |x|), which squashes every number into (-1, 1), more gently than tanh.",
      reason = "The quotient rule leaves 1/(1 + |x|)² on both sides of 0.",
      aliases = "Softsign",
      example = "[-1, 0, 3]")
  record Softsign() implements Activation {
    @Override
    public double value(double x) {
      return Double.isInfinite(x) ? Math.signum(x) : x / (1 + Math.abs(x));
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T size = on.apply(new Algebraic.Abs(), List.of(x));
      return on.divide(cotangent, on.square(on.add(on.constant(1), size)));
    }

    @Override
    public Term latex(Term x) {
      Term size = Term.atom("\\left|" + x.text() + "\\right|");
      return Term.fraction(x, Term.chain(Term.atom("1"), "+", size, Term.Binding.SUM));
    }
  }
}
