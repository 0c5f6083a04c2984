package dev.letsbackprop.operation;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Algebraic functions of one number: signs, powers, roots and bounds. */
public sealed interface Algebraic extends Unary {
  @Described(
      summary = "The number with its sign turned.",
      symbol = "−x",
      reason = "A little more of x is a little less of -x.",
      aliases = {"neg", "Neg"},
      example = "3")
  record Negative() implements Algebraic {
    @Override
    public double value(double x) {
      return -x;
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.negative(cotangent);
    }

    @Misreading(
        did = "the minus sign was forgotten",
        due = "the gradient of {x} is minus the upstream gradient",
        telling = true)
    public <T> T sign(Algebra<T> on, T x, T y, T cotangent) {
      return cotangent;
    }

    @Override
    public Term latex(Term x) {
      return Term.prefix("-", x);
    }
  }

  @Described(
      summary = "One over x.",
      symbol = "1/x",
      reason = "The slope of 1/x is -1/x², which is minus the square of the value itself.",
      derivation = {
        "x \\cdot y = 1",
        "y + x \\cdot \\frac{\\partial y}{\\partial x} = 0",
        "\\frac{\\partial y}{\\partial x} = -\\frac{y}{x} = -y^{2}",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\frac{\\partial y}{\\partial x} = -\\frac{\\partial L}{\\partial y} \\cdot y^{2}"
      },
      aliases = "Reciprocal",
      conventions = "At 0 the value is Infinity, at -0 it is -Infinity, with a warning.",
      example = "4")
  record Reciprocal() implements Algebraic {
    @Override
    public double value(double x) {
      return 1 / x;
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.negative(on.multiply(cotangent, on.square(y)));
    }

    @Misreading(
        did = "the minus sign of -1/x² was dropped",
        due = "the gradient of {x} is minus the upstream gradient over the square of {x}",
        telling = true)
    public <T> T sign(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.square(y));
    }

    @Misreading(
        did = "the square of -1/x² was dropped",
        due = "the gradient of {x} is minus the upstream gradient over the square of {x}")
    public <T> T square(Algebra<T> on, T x, T y, T cotangent) {
      return on.negative(on.multiply(cotangent, y));
    }

    @Override
    public Term latex(Term x) {
      return Term.fraction(Term.atom("1"), x);
    }

    @Override
    public Domain domain() {
      return Domain.POSITIVE;
    }
  }

  @Described(
      summary = "x times x.",
      symbol = "x²",
      reason = "Both factors are x, and each counts the other: x + x = 2x.",
      example = "3")
  record Square() implements Algebraic {
    @Override
    public double value(double x) {
      return x * x;
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.multiply(on.constant(2), x));
    }

    @Misreading(
        did = "the factor 2 of 2x is missing",
        due = "the gradient of {x} is the upstream gradient times 2 times {x}",
        telling = true)
    public <T> T factorMissing(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, x);
    }

    @Override
    public Term latex(Term x) {
      return Term.power(x, "2");
    }
  }

  @Described(
      summary = "The square root.",
      symbol = "√",
      reason = "From y² = x: 2y·dy = dx, so the slope is 1/(2y).",
      derivation = {
        "y^{2} = x",
        "2 \\cdot y \\cdot \\frac{\\partial y}{\\partial x} = 1",
        "\\frac{\\partial y}{\\partial x} = \\frac{1}{2 \\cdot y}",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\frac{\\partial y}{\\partial x} = \\frac{\\frac{\\partial L}{\\partial y}}{2"
            + " \\cdot y}"
      },
      aliases = "Sqrt",
      conventions = {
        "The slope at 0 is Infinity, with a warning.",
        "The root of a negative number is NaN, with a warning."
      },
      example = "9")
  record Sqrt() implements Algebraic {
    @Override
    public double value(double x) {
      return Math.sqrt(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.divide(cotangent, on.multiply(on.constant(2), y));
    }

    @Misreading(
        did = "the factor ½ of 1/(2y) is missing",
        due = "the gradient of {x} is the upstream gradient over 2 times {y}, the root",
        telling = true)
    public <T> T factorMissing(Algebra<T> on, T x, T y, T cotangent) {
      return on.divide(cotangent, y);
    }

    @Misreading(
        did = "the upstream gradient was multiplied by 2y and not divided by it",
        due = "the gradient of {x} is the upstream gradient over 2 times {y}, the root")
    public <T> T inverted(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.multiply(on.constant(2), y));
    }

    @Override
    public Term latex(Term x) {
      return Term.atom("\\sqrt{" + x.text() + "}");
    }

    @Override
    public Domain domain() {
      return Domain.POSITIVE;
    }
  }

  @Described(
      summary = "The value itself, for one value that many consumers use.",
      reason = "Every consumer sends back its share, and the shares add up.",
      aliases = {"identity", "Identity"},
      example = "3")
  record Branch() implements Algebraic {
    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return cotangent;
    }

    @Override
    public <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
      return x.get(0);
    }

    @Override
    public Term latex(Term x) {
      return x;
    }
  }

  @Described(
      summary = "The distance from 0.",
      symbol = "|x|",
      reason =
          "A positive number grows away from 0, a negative one towards it: the slope is"
              + " the sign of x.",
      aliases = {"absolute", "Abs"},
      conventions = "The slope at exactly 0 is 0.",
      example = "[-3, 0, 2]")
  record Abs() implements Algebraic {
    @Override
    public double value(double x) {
      return Math.abs(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.apply(new Stepwise.Sign(), List.of(x)));
    }

    @Misreading(
        did = "the sign of the input was left out",
        due = "the gradient of {x} is the upstream gradient times the sign of {x}",
        telling = true)
    public <T> T open(Algebra<T> on, T x, T y, T cotangent) {
      return cotangent;
    }

    @Override
    public Term latex(Term x) {
      return Term.atom("\\left|" + x.text() + "\\right|");
    }
  }

  @Described(
      summary = "The number, or the bound that it has passed.",
      reason = "Within the bounds the value moves with x, beyond them it does not move at all.",
      aliases = {"clamp", "Clip"},
      conventions = {
        "The gradient passes at the bounds themselves.",
        "NaN stays NaN, and its gradient is 0.",
        "Where min is above max every value is max, and the gradient 0."
      },
      example = "[-2, 0.5, 3]",
      exampleAttributes = {"min=-1", "max=1"})
  record Clip(
      @Attribute(value = "The least value; none where left out.", otherwise = "null")
          @Nullable Double min,
      @Attribute(value = "The largest value; none where left out.", otherwise = "null")
          @Nullable Double max)
      implements Algebraic {
    @Override
    public double value(double x) {
      double raised = min == null ? x : Math.max(x, min);
      return max == null ? raised : Math.min(raised, max);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T flow = cotangent;
      if (max != null) {
        T within = on.apply(new Comparison.LessEqual(), List.of(x, on.constant(max)));
        flow = on.where(within, flow, on.constant(0));
      }
      if (min != null) {
        T within = on.apply(new Comparison.GreaterEqual(), List.of(x, on.constant(min)));
        flow = on.where(within, flow, on.constant(0));
      }
      return flow;
    }

    @Misreading(
        did = "everything was let through",
        due = "beyond its bounds {x} moves nothing, so its gradient is 0 there",
        telling = true)
    public <T> T open(Algebra<T> on, T x, T y, T cotangent) {
      return cotangent;
    }

    @Override
    public <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
      return min == null && max == null ? x.get(0) : null;
    }

    @Override
    public Term latex(Term x) {
      Term raised = min == null ? x : Term.call("\\max", List.of(x, Term.number(min)));
      return max == null ? raised : Term.call("\\min", List.of(raised, Term.number(max)));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Double least = random.nextInt(3) == 0 ? null : -1.0;
      Double most = random.nextInt(3) == 0 ? null : 0.5;
      return Sample.of(new Clip(least, most), Sample.operand(Sample.shape(random, 0)));
    }
  }
}
