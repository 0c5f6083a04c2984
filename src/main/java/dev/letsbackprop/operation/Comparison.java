package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import java.util.List;

/** Questions about two numbers, answered by 1 (yes) or 0 (no); nothing flows back through them. */
public sealed interface Comparison extends Binary {

  boolean holds(double a, double b);

  @Override
  default double value(double a, double b) {
    return holds(a, b) ? 1 : 0;
  }

  @Override
  default boolean carries(int place, List<Shape> inputs) {
    return false;
  }

  @Override
  default <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    return on.broadcastTo(on.constant(0), on.shape(y));
  }

  @Described(
      summary = "1 where the first operand is greater than the second, else 0.",
      symbol = ">",
      reason = "A step is flat on both sides: nothing flows back.",
      aliases = "Greater",
      conventions =
          "The gradient is 0 everywhere, at the step as well; any comparison with NaN is 0.",
      example = {"[1, 2, 3]", "2"})
  record Greater() implements Comparison {
    @Override
    public boolean holds(double a, double b) {
      return a > b;
    }

    @Override
    public Term latex(Term a, Term b) {
      return Comparison.bracket(a, ">", b);
    }
  }

  @Described(
      summary = "1 where the first operand is greater than the second or equal to it, else 0.",
      symbol = "≥",
      reason = "A step is flat on both sides: nothing flows back.",
      aliases = "GreaterOrEqual",
      conventions =
          "The gradient is 0 everywhere, at the step as well; any comparison with NaN is 0.",
      example = {"[1, 2, 3]", "2"})
  record GreaterEqual() implements Comparison {
    @Override
    public boolean holds(double a, double b) {
      return a >= b;
    }

    @Override
    public Term latex(Term a, Term b) {
      return Comparison.bracket(a, "\\ge", b);
    }
  }

  @Described(
      summary = "1 where the first operand is less than the second, else 0.",
      symbol = "<",
      reason = "A step is flat on both sides: nothing flows back.",
      aliases = "Less",
      conventions =
          "The gradient is 0 everywhere, at the step as well; any comparison with NaN is 0.",
      example = {"[1, 2, 3]", "2"})
  record Less() implements Comparison {
    @Override
    public boolean holds(double a, double b) {
      return a < b;
    }

    @Override
    public Term latex(Term a, Term b) {
      return Comparison.bracket(a, "<", b);
    }
  }

  @Described(
      summary = "1 where the first operand is less than the second or equal to it, else 0.",
      symbol = "≤",
      reason = "A step is flat on both sides: nothing flows back.",
      aliases = "LessOrEqual",
      conventions =
          "The gradient is 0 everywhere, at the step as well; any comparison with NaN is 0.",
      example = {"[1, 2, 3]", "2"})
  record LessEqual() implements Comparison {
    @Override
    public boolean holds(double a, double b) {
      return a <= b;
    }

    @Override
    public Term latex(Term a, Term b) {
      return Comparison.bracket(a, "\\le", b);
    }
  }

  @Described(
      summary = "1 where the operands are equal, else 0.",
      symbol = "=",
      reason = "Equality is flat wherever it does not jump: nothing flows back.",
      aliases = "Equal",
      conventions = "The gradient is 0 everywhere; NaN equals nothing, itself included.",
      example = {"[1, 2, 3]", "2"})
  record Equal() implements Comparison {
    @Override
    public boolean holds(double a, double b) {
      return a == b;
    }

    @Override
    public Term latex(Term a, Term b) {
      return Comparison.bracket(a, "=", b);
    }
  }

  private static Term bracket(Term a, String relation, Term b) {
    return Term.iverson(a.text() + " " + relation + " " + b.text());
  }
}
