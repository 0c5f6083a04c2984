package dev.letsbackprop.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of two numbers, broadcast as in NumPy. */
public sealed interface Arithmetic extends Binary {

  @Described(
      summary = "The sum of two tensors, element by element.",
      symbol = "+",
      reason =
          "Moving a summand by a little moves the sum by as much: each gets the upstream"
              + " gradient as it is.",
      aliases = "Add",
      example = {"-2", "5"})
  record Add() implements Arithmetic {
    @Override
    public double value(double a, double b) {
      return a + b;
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return cotangent;
    }

    @Misreading(
        did = "the + was treated as a ×",
        due = "a sum hands the upstream gradient on as it is, whatever {other} is")
    public <T> T multiplied(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.multiply(cotangent, x.get(1 - place));
    }

    @Override
    public <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
      T a = x.get(0);
      T b = x.get(1);
      return on.is(b, 0) ? on.ifWhole(a, b) : on.is(a, 0) ? on.ifWhole(b, a) : null;
    }

    @Override
    public Term latex(Term a, Term b) {
      return Term.chain(a, "+", b, Term.Binding.SUM);
    }
  }

  @Described(
      summary = "The difference of two tensors, element by element.",
      symbol = "−",
      reason =
          "The first operand gets the upstream gradient as it is, the second its"
              + " negative: taking away more makes less.",
      aliases = {"sub", "Sub"},
      example = {"7", "3"})
  record Subtract() implements Arithmetic {
    @Override
    public double value(double a, double b) {
      return a - b;
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0 ? cotangent : on.negative(cotangent);
    }

    @Misreading(
        did = "the minus sign was forgotten",
        due = "{x} is subtracted, so its gradient is minus the upstream gradient",
        telling = true)
    public <T> @Nullable T sign(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0 ? null : cotangent;
    }

    @Override
    public <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
      T a = x.get(0);
      T b = x.get(1);
      return on.is(b, 0)
          ? on.ifWhole(a, b)
          : on.is(a, 0) && on.shape(a).rank() == 0 ? on.negative(b) : null;
    }

    @Override
    public Term latex(Term a, Term b) {
      return Term.infix(a, "-", b, Term.Binding.SUM);
    }
  }

  @Described(
      summary = "The product of two tensors, element by element.",
      symbol = "×",
      reason = "Moving a factor by a little moves the product by the other factor times as much.",
      aliases = {"mul", "Mul"},
      example = {"3", "-4"})
  record Multiply() implements Arithmetic {
    @Override
    public double value(double a, double b) {
      return a * b;
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.multiply(cotangent, x.get(1 - place));
    }

    @Misreading(
        did = "the two factors are swapped",
        due = "the gradient of {x} is the upstream gradient times {other}, the other factor")
    public <T> T swapped(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.multiply(cotangent, x.get(place));
    }

    @Override
    public <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
      T a = x.get(0);
      T b = x.get(1);
      if (on.is(b, 1) || on.is(b, -1)) {
        T whole = on.ifWhole(a, b);
        return whole == null || on.is(b, 1) ? whole : on.negative(a);
      }
      if (on.is(a, 1) || on.is(a, -1)) {
        T whole = on.ifWhole(b, a);
        return whole == null || on.is(a, 1) ? whole : on.negative(b);
      }
      return null;
    }

    @Override
    public Term latex(Term a, Term b) {
      boolean conditions =
          a.binding() == Term.Binding.IVERSON && b.binding() == Term.Binding.IVERSON;
      return conditions
          ? Term.iverson(a.condition() + " \\land " + b.condition())
          : Term.chain(a, "\\cdot", b, Term.Binding.PRODUCT);
    }
  }

  @Described(
      summary = "The quotient of two tensors, element by element.",
      symbol = "÷",
      reason =
          "The numerator counts 1/y; the denominator counts -x/y², since a larger denominator makes"
              + " less.",
      derivation = {
        "a = \\frac{1}{y}, \\quad z = x \\cdot a",
        "\\frac{\\partial L}{\\partial a} = \\frac{\\partial L}{\\partial z} \\cdot x",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial z} \\cdot a ="
            + " \\frac{\\frac{\\partial L}{\\partial z}}{y}",
        "\\frac{\\partial L}{\\partial y} = -\\frac{\\partial L}{\\partial a} \\cdot a^{2} ="
            + " -\\frac{\\partial L}{\\partial z} \\cdot \\frac{x}{y^{2}} ="
            + " -\\frac{\\frac{\\partial L}{\\partial z}}{y} \\cdot z"
      },
      aliases = {"div", "Div"},
      conventions = "Division by 0 is Infinity, -Infinity or NaN as in IEEE 754, with a warning.",
      example = {"6", "4"})
  record Divide() implements Arithmetic {
    @Override
    public double value(double a, double b) {
      return a / b;
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T share = on.divide(cotangent, x.get(1));
      return place == 0 ? share : on.negative(on.multiply(share, y));
    }

    @Misreading(
        did = "the minus sign of -a/b², the slope of a/b in b, was dropped",
        due =
            "the gradient of {x}, the denominator, is minus the upstream gradient times {other}"
                + " over the square of {x}",
        telling = true)
    public <T> @Nullable T denominatorSign(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0 ? null : on.multiply(on.divide(cotangent, x.get(1)), y);
    }

    @Misreading(
        did = "the square of -a/b², the slope of a/b in b, was dropped",
        due =
            "the gradient of {x}, the denominator, is minus the upstream gradient times {other}"
                + " over the square of {x}")
    public <T> @Nullable T denominatorSquare(
        Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0 ? null : on.negative(on.multiply(cotangent, y));
    }

    @Misreading(
        did = "the upstream gradient was multiplied by the denominator",
        due = "the gradient of {x}, the numerator, is the upstream gradient divided by {other}")
    public <T> @Nullable T multiplied(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 1 ? null : on.multiply(cotangent, x.get(1));
    }

    @Override
    public <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
      return on.is(x.get(1), 1) ? on.ifWhole(x.get(0), x.get(1)) : null;
    }

    @Override
    public Term latex(Term a, Term b) {
      return Term.fraction(a, b);
    }

    @Override
    public Domain domain(int place) {
      return place == 0 ? Domain.AROUND_ZERO : Domain.POSITIVE;
    }
  }

  @Described(
      summary = "The first tensor raised to the power of the second, element by element.",
      symbol = "xⁿ",
      reason = "xⁿ grows by n·xⁿ⁻¹ in its base, and by xⁿ·log x in its exponent.",
      inputs = {"x", "n"},
      aliases = {"pow", "Pow"},
      conventions = {
        "With exponent 0 the base gets 0, also at base 0.",
        "At base 0 with an exponent of 0 or more the exponent gets 0.",
        "A negative base with a fractional exponent is NaN, with a warning.",
        "1 to any power is 1, also to NaN, and so is -1 to an infinite power, as in IEEE 754."
      },
      example = {"2", "3"})
  record Power() implements Arithmetic {
    @Override
    public double value(double base, double exponent) {
      if (exponent == 2) {
        return base * base;
      }
      // As IEEE 754 and NumPy have it; Java says NaN.
      boolean one = base == 1 || (base == -1 && Double.isInfinite(exponent));
      return one ? 1 : StrictMath.pow(base, exponent);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T base = x.get(0);
      T exponent = x.get(1);
      T zero = on.constant(0);
      if (place == 0) {
        T less = on.power(base, on.subtract(exponent, on.constant(1)));
        T slope = on.multiply(exponent, less);
        return on.where(on.equal(exponent, zero), zero, on.multiply(cotangent, slope));
      }
      T flat =
          on.multiply(
              on.equal(base, zero),
              on.apply(new Comparison.GreaterEqual(), List.of(exponent, zero)));
      T slope = on.multiply(y, on.apply(new Exponential.Log(), List.of(base)));
      return on.where(flat, zero, on.multiply(cotangent, slope));
    }

    @Misreading(
        did = "the exponent was not made smaller by 1",
        due = "the slope of aᵇ in a is b·aᵇ⁻¹, where a is {x} and b is {other}")
    public <T> @Nullable T exponentKept(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0 ? on.multiply(cotangent, on.multiply(x.get(1), y)) : null;
    }

    @Misreading(
        did = "the exponent is missing as a factor",
        due = "the slope of aᵇ in a is b·aᵇ⁻¹, where a is {x} and b is {other}",
        telling = true)
    public <T> @Nullable T factorMissing(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0
          ? on.multiply(cotangent, on.power(x.get(0), on.subtract(x.get(1), on.constant(1))))
          : null;
    }

    @Misreading(
        did = "the logarithm of the base is missing",
        due = "the slope of aᵇ in b is aᵇ·log a, where a is {other} and aᵇ is {y}")
    public <T> @Nullable T logMissing(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0 ? null : on.multiply(cotangent, y);
    }

    @Override
    public <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
      T base = x.get(0);
      T whole = on.ifWhole(base, x.get(1));
      if (whole == null || on.is(x.get(1), 1)) {
        return on.is(x.get(1), 1) ? whole : null;
      }
      return on.is(x.get(1), 2) ? on.square(base) : null;
    }

    @Override
    public Term latex(Term a, Term b) {
      return Term.power(a, b.text());
    }

    @Override
    public Domain domain(int place) {
      return place == 0 ? Domain.POSITIVE : Domain.AROUND_ZERO;
    }
  }
}
