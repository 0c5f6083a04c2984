package dev.letsbackprop.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Algebraic functions of one number: signs, powers and roots. */
public sealed interface Algebraic extends Unary {

  @Described(
      summary = "The number with its sign turned.",
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

    @Override
    public Term latex(Term x) {
      return Term.prefix("-", x);
    }
  }

  @Described(
      summary = "One over x.",
      reason = "The slope of 1/x is -1/x², which is minus the square of the value itself.",
      aliases = "Reciprocal",
      conventions = "At 0 the value is Infinity, with a warning.",
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
      reason = "Both factors are x, so each counts once: 2x.",
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

    @Override
    public Term latex(Term x) {
      return Term.power(x, "2");
    }
  }

  @Described(
      summary = "The square root.",
      reason = "From y² = x: 2y·dy = dx, so the slope is 1/(2y).",
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
}
