package dev.letsbackprop.operation;

import java.util.List;

/** The exponential function and its inverse. */
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

    @Override
    public Term latex(Term x) {
      return Term.power(Term.atom("e"), x.text());
    }
  }

  @Described(
      summary = "The natural logarithm.",
      reason = "The inverse of eʸ, whose slope is eʸ = x: so one over x.",
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

    @Override
    public Term latex(Term x) {
      return Term.call("\\log", List.of(x));
    }

    @Override
    public Domain domain() {
      return Domain.POSITIVE;
    }
  }
}
