package dev.letsbackprop.operation;

import java.util.List;

/** The exponential function, the logarithms, and both near where they vanish. */
public sealed interface Exponential extends Unary {

  @Described(
      summary = "e to the power of x.",
      reason = "The exponential function is its own slope: the value itself.",
      aliases = "Exp",
      conventions = "Above about 709.78 the value is Infinity, with a warning.",
      example = "1")
  record Exp() implements Exponential {
    @Override
    public double value(double x) {
      return StrictMath.exp(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, y);
    }

    @Misreading(
        did = "the rule of powers was used, x·eˣ⁻¹",
        due =
            "eˣ is its own slope, so the gradient of {x} is the upstream gradient times {y}, the"
                + " value itself")
    public <T> T powerRule(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(
          cotangent, on.multiply(x, on.apply(new Exp(), List.of(on.subtract(x, on.constant(1))))));
    }

    @Misreading(
        did = "the input was taken for the slope",
        due =
            "eˣ is its own slope, so the gradient of {x} is the upstream gradient times {y}, the"
                + " value and not the input")
    public <T> T input(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, x);
    }

    @Override
    public Term latex(Term x) {
      return Term.power(Term.atom("e"), x.text());
    }
  }

  @Described(
      summary = "The natural logarithm.",
      reason = "The inverse of eʸ, whose slope is eʸ = x: so one over x.",
      derivation = {
        "e^{y} = x",
        "e^{y} \\cdot \\frac{\\partial y}{\\partial x} = 1",
        "\\frac{\\partial y}{\\partial x} = \\frac{1}{e^{y}} = \\frac{1}{x}",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\frac{\\partial y}{\\partial x} = \\frac{\\frac{\\partial L}{\\partial y}}{x}"
      },
      aliases = {"ln", "Log"},
      conventions = {
        "The logarithm of a negative number is NaN, with a warning, never an error.",
        "The logarithm of 0 is -Infinity, and its slope Infinity, with a warning."
      },
      example = "2")
  record Log() implements Exponential {
    @Override
    public double value(double x) {
      return StrictMath.log(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.divide(cotangent, x);
    }

    @Misreading(
        did = "the upstream gradient was multiplied by the input",
        due =
            "the slope of log x is 1/x, so the gradient of {x} is the upstream gradient divided by"
                + " {x}")
    public <T> T input(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, x);
    }

    @Misreading(
        did = "the logarithm was taken for its own slope",
        due =
            "the slope of log x is 1/x, so the gradient of {x} is the upstream gradient divided by"
                + " {x}")
    public <T> T output(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, y);
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\log", List.of(x));
    }

    @Override
    public Domain domain() {
      return Domain.POSITIVE;
    }
  }

  @Described(
      summary = "eˣ - 1, which keeps its digits where x is near 0.",
      reason = "Taking 1 away changes no slope: the exponential function itself.",
      conventions = "The slope is worked out as eˣ, not as the value plus 1, which would round.",
      example = "0.5")
  record Expm1() implements Exponential {
    @Override
    public double value(double x) {
      return StrictMath.expm1(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.apply(new Exp(), List.of(x)));
    }

    @Override
    public Term latex(Term x) {
      return Term.infix(
          Term.power(Term.atom("e"), x.text()), "-", Term.atom("1"), Term.Binding.SUM);
    }
  }

  @Described(
      summary = "log(1 + x), which keeps its digits where x is near 0.",
      reason = "One over what the logarithm is taken of: 1/(1 + x).",
      conventions = {
        "Below -1 the value is NaN, with a warning, never an error.",
        "At -1 the value is -Infinity, and the slope Infinity, with a warning."
      },
      example = "0.5")
  record Log1p() implements Exponential {
    @Override
    public double value(double x) {
      return StrictMath.log1p(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.divide(cotangent, on.add(on.constant(1), x));
    }

    @Override
    public Term latex(Term x) {
      Term sum = Term.chain(Term.atom("1"), "+", x, Term.Binding.SUM);
      return Term.call("\\log", List.of(sum));
    }

    @Override
    public Domain domain() {
      return new Domain(-0.5, 2, false);
    }
  }

  @Described(
      summary = "The logarithm to base 2.",
      reason = "It is the natural logarithm over log 2: so one over x·log 2.",
      conventions = {
        "The logarithm of a negative number is NaN, with a warning, never an error.",
        "The logarithm of 0 is -Infinity, and its slope Infinity, with a warning."
      },
      example = "8")
  record Log2() implements Exponential {
    @Override
    public double value(double x) {
      if (!(x >= Double.MIN_NORMAL) || Double.isInfinite(x)) {
        // 2⁵⁴ makes what is below normal numbers into one of them.
        return x > 0 && x < 1 ? value(x * 0x1p54) - 54 : StrictMath.log(x);
      }
      // The exponent is known exactly; what is left lies around 1, so that nothing cancels.
      int exponent = Math.getExponent(x);
      double rest = Math.scalb(x, -exponent);
      if (rest > 1.5) {
        exponent++;
        rest /= 2;
      }
      return exponent + StrictMath.log(rest) / Irrational.LOG_2;
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.divide(cotangent, on.multiply(x, on.constant(Irrational.LOG_2)));
    }

    @Misreading(
        did = "the logarithm of the base is missing",
        due = "the slope is 1/(a·log 2), where a is {x}",
        telling = true)
    public <T> T baseMissing(Algebra<T> on, T x, T y, T cotangent) {
      return on.divide(cotangent, x);
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\log_{2}", List.of(x));
    }

    @Override
    public Domain domain() {
      return Domain.POSITIVE;
    }
  }

  @Described(
      summary = "The logarithm to base 10.",
      reason = "It is the natural logarithm over log 10: so one over x·log 10.",
      conventions = {
        "The logarithm of a negative number is NaN, with a warning, never an error.",
        "The logarithm of 0 is -Infinity, and its slope Infinity, with a warning."
      },
      example = "100")
  record Log10() implements Exponential {
    @Override
    public double value(double x) {
      return StrictMath.log10(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.divide(cotangent, on.multiply(x, on.constant(Irrational.LOG_10)));
    }

    @Misreading(
        did = "the logarithm of the base is missing",
        due = "the slope is 1/(a·log 10), where a is {x}",
        telling = true)
    public <T> T baseMissing(Algebra<T> on, T x, T y, T cotangent) {
      return on.divide(cotangent, x);
    }

    @Override
    public Term latex(Term x) {
      return Term.call("\\log_{10}", List.of(x));
    }

    @Override
    public Domain domain() {
      return Domain.POSITIVE;
    }
  }
}
