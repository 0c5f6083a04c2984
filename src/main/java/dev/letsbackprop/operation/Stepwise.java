package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import java.util.List;

/** Functions of one number that are flat wherever they do not jump; nothing flows back. */
public sealed interface Stepwise extends Unary {

  @Override
  default boolean carries(int place, List<Shape> inputs) {
    return false;
  }

  @Override
  default <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
    return on.broadcastTo(on.constant(0), on.shape(y));
  }

  @Described(
      summary = "1 for a positive number, -1 for a negative one, 0 for 0.",
      formula = "\\begin{cases}1 & x > 0 \\\\ 0 & x = 0 \\\\ -1 & x < 0\\end{cases}",
      reason = "A step is flat wherever it does not jump: nothing flows back.",
      aliases = "Sign",
      conventions = {
        "The gradient is 0 everywhere, at the jump as well.",
        "The sign of 0 and of -0 is 0; NaN stays NaN, as in NumPy."
      },
      example = "[-3, 0, 2]")
  record Sign() implements Stepwise {
    @Override
    public double value(double x) {
      return x == 0 ? 0 : Math.signum(x);
    }

    @Override
    public Term latex(Term x) {
      return Term.function("sign", x);
    }
  }

  @Described(
      summary = "The largest whole number that is not above x.",
      reason = "A step is flat wherever it does not jump: nothing flows back.",
      aliases = "Floor",
      conventions = "The gradient is 0 everywhere, at the jumps as well.",
      example = "[-1.5, 2, 2.7]")
  record Floor() implements Stepwise {
    @Override
    public double value(double x) {
      return Math.floor(x);
    }

    @Override
    public Term latex(Term x) {
      return Term.atom("\\left\\lfloor " + x.text() + " \\right\\rfloor");
    }
  }

  @Described(
      summary = "The smallest whole number that is not below x.",
      reason = "A step is flat wherever it does not jump: nothing flows back.",
      aliases = "Ceil",
      conventions = "The gradient is 0 everywhere, at the jumps as well.",
      example = "[-1.5, 2, 2.2]")
  record Ceil() implements Stepwise {
    @Override
    public double value(double x) {
      return Math.ceil(x);
    }

    @Override
    public Term latex(Term x) {
      return Term.atom("\\left\\lceil " + x.text() + " \\right\\rceil");
    }
  }

  @Described(
      summary = "The nearest whole number.",
      reason = "A step is flat wherever it does not jump: nothing flows back.",
      aliases = "Round",
      conventions = {
        "The gradient is 0 everywhere, at the jumps as well.",
        "A half goes to the even neighbour, as in NumPy."
      },
      example = "[0.5, 1.5, 2.6]")
  record Round() implements Stepwise {
    @Override
    public double value(double x) {
      return Math.rint(x);
    }

    @Override
    public Term latex(Term x) {
      return Term.function("round", x);
    }
  }
}
