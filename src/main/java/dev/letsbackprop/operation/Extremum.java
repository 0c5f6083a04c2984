package dev.letsbackprop.operation;

import java.util.List;

/** The larger or the smaller of two numbers, broadcast as in NumPy. */
public sealed interface Extremum extends Binary {

  /** 1 where the first operand is the one that is taken, else 0. */
  <T> T wins(Algebra<T> on, T own, T other);

  @Override
  default <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    T own = x.get(place);
    T other = x.get(1 - place);
    T half = on.multiply(on.constant(0.5), cotangent);
    T lost = on.where(on.equal(own, other), half, on.constant(0));
    return on.where(wins(on, own, other), cotangent, lost);
  }

  @Misreading(
      did = "both operands were given the upstream gradient",
      due = "{x} gets 0 where {other} won, and half where the two tie")
  default <T> T everywhere(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    return cotangent;
  }

  @Described(
      summary = "The larger of two tensors, element by element.",
      symbol = "max",
      reason = "Only the operand that won moves the result; the other gets 0.",
      conventions = {"Each operand of a tie gets half.", "NaN in either operand gives NaN."},
      example = {"[2, -1, 4]", "[-1, 3, 4]"})
  record Maximum() implements Extremum {
    @Override
    public double value(double a, double b) {
      return Math.max(a, b);
    }

    @Override
    public <T> T wins(Algebra<T> on, T own, T other) {
      return on.greater(own, other);
    }

    @Override
    public Term latex(Term a, Term b) {
      return Term.call("\\max", List.of(a, b));
    }
  }

  @Described(
      summary = "The smaller of two tensors, element by element.",
      symbol = "min",
      reason = "Only the operand that won moves the result; the other gets 0.",
      conventions = {"Each operand of a tie gets half.", "NaN in either operand gives NaN."},
      example = {"[2, -1, 4]", "[-1, 3, 4]"})
  record Minimum() implements Extremum {
    @Override
    public double value(double a, double b) {
      return Math.min(a, b);
    }

    @Override
    public <T> T wins(Algebra<T> on, T own, T other) {
      return on.greater(other, own);
    }

    @Override
    public Term latex(Term a, Term b) {
      return Term.call("\\min", List.of(a, b));
    }
  }
}
