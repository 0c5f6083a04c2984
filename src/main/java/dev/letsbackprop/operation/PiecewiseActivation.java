package dev.letsbackprop.operation;

import java.util.List;
import java.util.random.RandomGenerator;

/** Activation functions that are made of pieces, with kinks where they meet. */
public sealed interface PiecewiseActivation extends Unary {

  @Described(
      summary = "The rectifier: x where x is positive, else 0.",
      formula = "\\max\\left(0, x\\right)",
      reason = "Where x is positive the value moves with it, elsewhere it does not move at all.",
      aliases = "Relu",
      conventions = {"The slope at exactly 0 is 0.", "NaN stays NaN, and its gradient is 0."},
      example = "[-1, 0, 2]")
  record Relu() implements PiecewiseActivation {
    @Override
    public double value(double x) {
      return x > 0 || Double.isNaN(x) ? x : 0;
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.where(on.greater(x, on.constant(0)), cotangent, on.constant(0));
    }

    @Misreading(
        did = "everything was let through",
        due =
            "the upstream gradient passes where {x}, the input, is positive, and nothing passes"
                + " elsewhere")
    public <T> T open(Algebra<T> on, T x, T y, T cotangent) {
      return cotangent;
    }

    @Misreading(
        did = "the gate was opened by the sign of the upstream gradient",
        due =
            "the upstream gradient passes where {x}, the input, is positive, and nothing passes"
                + " elsewhere")
    public <T> T gradientGate(Algebra<T> on, T x, T y, T cotangent) {
      return on.where(on.greater(cotangent, on.constant(0)), cotangent, on.constant(0));
    }

    @Misreading(
        did = "the wrong side was let through",
        due =
            "the upstream gradient passes where {x}, the input, is positive, and nothing passes"
                + " elsewhere")
    public <T> T inverted(Algebra<T> on, T x, T y, T cotangent) {
      return on.where(on.greater(x, on.constant(0)), on.constant(0), cotangent);
    }

    @AlsoRight(
        remark =
            "At an input of exactly 0 the slope of relu at {y} may be 0 or 1: you took 1, this"
                + " service takes 0, and both count.")
    public <T> T openAtZero(Algebra<T> on, T x, T y, T cotangent) {
      T open = on.apply(new Comparison.GreaterEqual(), List.of(x, on.constant(0)));
      return on.where(open, cotangent, on.constant(0));
    }

    @Override
    public Term latex(Term x) {
      return Term.function("relu", x);
    }
  }

  @Described(
      summary = "x where x is positive, else a small share of it.",
      formula = "\\begin{cases}x & x > 0 \\\\ 0.01 \\cdot x & \\text{otherwise}\\end{cases}",
      reason = "Where x is positive the value moves with it, elsewhere by the slope given.",
      aliases = "LeakyRelu",
      conventions = "The slope at exactly 0 is that of the negative side, as in PyTorch.",
      example = "[-1, 0, 2]")
  record LeakyRelu(
      @Attribute(value = "The slope for negative numbers.", otherwise = "0.01") double slope)
      implements PiecewiseActivation {
    @Override
    public double value(double x) {
      return x > 0 ? x : slope * x;
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T less = on.multiply(on.constant(slope), cotangent);
      return on.where(on.greater(x, on.constant(0)), cotangent, less);
    }

    @Misreading(
        did = "everything was let through unchanged",
        due =
            "where {x}, the input, is not positive, the upstream gradient is multiplied by the"
                + " leak")
    public <T> T open(Algebra<T> on, T x, T y, T cotangent) {
      return cotangent;
    }

    @Misreading(
        did = "nothing was let through where the input is not positive",
        due = "there the gradient of {x} is the upstream gradient times the leak")
    public <T> T shut(Algebra<T> on, T x, T y, T cotangent) {
      return on.where(on.greater(x, on.constant(0)), cotangent, on.constant(0));
    }

    @Override
    public Term latex(Term x) {
      Term leak = Pieces.scaled(slope, Pieces.below(x));
      return Term.chain(Pieces.above(x), "+", leak, Term.Binding.SUM);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      return Sample.of(
          new LeakyRelu(random.nextDouble(-0.5, 1.5)), Sample.operand(Sample.shape(random, 0)));
    }
  }

  @Described(
      summary = "x where x is positive, else an exponential that levels off at -alpha.",
      formula = "\\begin{cases}x & x > 0 \\\\ e^{x} - 1 & \\text{otherwise}\\end{cases}",
      reason = "Where x is positive the value moves with it, elsewhere by alpha·eˣ.",
      aliases = "Elu",
      conventions = "The slope at exactly 0 is that of the negative side, alpha, as in PyTorch.",
      example = "[-1, 0, 2]")
  record Elu(@Attribute(value = "How far below 0 it levels off.", otherwise = "1") double alpha)
      implements PiecewiseActivation {
    @Override
    public double value(double x) {
      return x > 0 ? x : alpha * StrictMath.expm1(x);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T less = on.multiply(on.constant(alpha), on.multiply(cotangent, Pieces.decay(on, x)));
      return on.where(on.greater(x, on.constant(0)), cotangent, less);
    }

    @Override
    public Term latex(Term x) {
      Term decay = Pieces.scaled(alpha, new Exponential.Expm1().latex(Pieces.below(x)));
      return Term.chain(Pieces.above(x), "+", decay, Term.Binding.SUM);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      return Sample.of(new Elu(random.nextDouble(0.5, 2)), Sample.operand(Sample.shape(random, 0)));
    }
  }

  @Described(
      summary =
          "elu with the alpha and the scale that keep mean 0 and variance 1 from layer to layer.",
      formula =
          "\\lambda \\cdot \\begin{cases}x & x > 0 \\\\ \\alpha \\cdot \\left(e^{x} -"
              + " 1\\right) & \\text{otherwise}\\end{cases}",
      reason = "That of elu, times the scale: λ where x is positive, elsewhere λ·α·eˣ.",
      aliases = "Selu",
      conventions = {
        "α = 1.6732632423543772 and λ = 1.0507009873554805, as in PyTorch and ONNX.",
        "The slope at exactly 0 is that of the negative side, λ·α, as in PyTorch."
      },
      example = "[-1, 0, 2]")
  record Selu() implements PiecewiseActivation {
    // Klambauer et al., "Self-normalizing neural networks", 2017.
    @Override
    public double value(double x) {
      return Irrational.SELU_SCALE * (x > 0 ? x : Irrational.SELU_ALPHA * StrictMath.expm1(x));
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T more = on.multiply(on.constant(Irrational.SELU_SCALE), cotangent);
      T less =
          on.multiply(on.constant(Irrational.SELU_ALPHA), on.multiply(more, Pieces.decay(on, x)));
      return on.where(on.greater(x, on.constant(0)), more, less);
    }

    @Override
    public Term latex(Term x) {
      Term decay = new Exponential.Expm1().latex(Pieces.below(x));
      Term less = Term.chain(Term.atom("\\alpha"), "\\cdot", decay, Term.Binding.PRODUCT);
      Term sum = Term.chain(Pieces.above(x), "+", less, Term.Binding.SUM);
      return Term.chain(Term.atom("\\lambda"), "\\cdot", sum, Term.Binding.PRODUCT);
    }
  }

  @Described(
      summary = "A sigmoid of three straight pieces: x/6 + 1/2, kept between 0 and 1.",
      reason =
          "The slope is one sixth between -3 and 3; beyond, the value does not move at" + " all.",
      aliases = "hardsigmoid",
      conventions = {
        "The slope is 1/6 as in PyTorch, where ONNX has 1/5.",
        "The slope at exactly -3 and 3 is 0, as in PyTorch.",
        "NaN stays NaN, and its gradient is 0."
      },
      example = "[-4, 0, 1.5]")
  record HardSigmoid() implements PiecewiseActivation {
    @Override
    public double value(double x) {
      return Math.min(Math.max((x + 3) / 6, 0), 1);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T size = on.apply(new Algebraic.Abs(), List.of(x));
      T within = on.greater(on.constant(3), size);
      return on.where(within, on.divide(cotangent, on.constant(6)), on.constant(0));
    }

    @Override
    public Term latex(Term x) {
      Term slope = Term.fraction(x, Term.atom("6"));
      Term line = Term.chain(slope, "+", Term.atom("\\frac{1}{2}"), Term.Binding.SUM);
      return new Algebraic.Clip(0.0, 1.0).latex(line);
    }

    @Override
    public Domain domain() {
      return new Domain(-4, 4, false);
    }
  }

  /** What the pieces are made of. */
  final class Pieces {
    private Pieces() {}

    /** eˣ below 0 and 1 above, where eˣ would overflow and make NaN of a gradient of 0. */
    static <T> T decay(Algebra<T> on, T x) {
      T below = on.apply(new Algebraic.Clip(null, 0.0), List.of(x));
      return on.apply(new Exponential.Exp(), List.of(below));
    }

    static Term above(Term x) {
      return Term.call("\\max", List.of(x, Term.atom("0")));
    }

    static Term below(Term x) {
      return Term.call("\\min", List.of(x, Term.atom("0")));
    }

    static Term scaled(double factor, Term x) {
      return factor == 1 ? x : Term.chain(Term.number(factor), "\\cdot", x, Term.Binding.PRODUCT);
    }
  }
}
