package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ElementwiseKernel;
import dev.letsbackprop.tensor.ReductionKernel;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** How far a vector reaches from 0. */
public sealed interface Length extends Reduction {

  @Described(
      summary =
          "The norm along some axes, or of all: the root of the sum of squares, or with"
              + " ord=1 the sum of absolute values.",
      formula = "\\sqrt{\\sum_i x_i^{2}}",
      symbol = "‖x‖",
      reason =
          "From y² = Σx²: 2y·dy = 2x·dx, so the slope is x/y, the unit vector along x; an absolute"
              + " value counts its sign.",
      derivatives = "_i = \\frac{\\partial L}{\\partial y} \\cdot \\frac{x_i}{y}",
      shapeRule = "The axes that are measured go, or stay as sides of 1 with keepdims.",
      aliases = "vector_norm",
      conventions = {
        "The gradient at the zero vector is 0.",
        "With ord=1 an element of 0 gets 0.",
        "Several axes together are one long vector; it is never a matrix norm.",
        "The norm of nothing is 0."
      },
      example = "[3, 4]")
  record Norm(
      @Attribute(value = "The axes to measure over; all where left out.", otherwise = "null")
          Axes axis,
      @Attribute(value = "Whether the axes stay as sides of 1.", otherwise = "false")
          boolean keepdims,
      @Attribute(
              value = "2 for the root of the sum of squares, 1 for the sum of absolute values.",
              otherwise = "2")
          int ord)
      implements Length {
    public Norm {
      if (ord != 1 && ord != 2) {
        throw Misuse.ofAttribute("ord", "The order of a norm is 1 or 2, not " + ord + ".");
      }
    }

    @Override
    public Reduction along(Axes other, boolean keep) {
      return new Norm(other, keep, ord);
    }

    @Override
    public Tensor evaluate(Tensor x, int[] axes) {
      Tensor sizes = x.map(Math::abs);
      if (ord == 1) {
        return ReductionKernel.sum(sizes, axes);
      }
      // Scaled by a power of two, which rounds nothing: squares of 1e200 or 1e-200 must survive.
      Tensor exponent = ReductionKernel.fold(sizes, 0, Math::max, axes).map(Norm::exponent);
      Tensor squares =
          ElementwiseKernel.zip(
              x.shape(), sizes, exponent, (a, e) -> square(Math.scalb(a, (int) -e)));
      Tensor sum = ReductionKernel.sum(squares, axes);
      return ElementwiseKernel.zip(
          sum.shape(), sum, exponent, (s, e) -> Math.scalb(Math.sqrt(s), (int) e));
    }

    private static double exponent(double largest) {
      return largest == 0 || !Double.isFinite(largest) ? 0 : Math.getExponent(largest);
    }

    private static double square(double a) {
      return a * a;
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T zero = on.constant(0);
      if (ord == 1) {
        return on.multiply(cotangent, on.subtract(on.greater(x, zero), on.greater(zero, x)));
      }
      T flat = on.equal(y, zero);
      // Divided by 1 where it is flat: a gradient of this gradient must not meet 0/0 either.
      T unit = on.divide(x, on.where(flat, on.constant(1), y));
      return on.multiply(cotangent, on.where(flat, zero, unit));
    }

    @Override
    public String symbol() {
      return "\\operatorname{norm}";
    }

    @Override
    public Term latex(List<Term> x) {
      return axis.chosen() == null
          ? Term.atom("\\left\\lVert " + x.get(0).text() + " \\right\\rVert_{" + ord + "}")
          : Length.super.latex(x);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Sample drawn = Length.super.sample(random);
      Reduction plain = (Reduction) drawn.operation();
      int order = random.nextInt(1, 3);
      return new Sample(new Norm(plain.axis(), plain.keepdims(), order), drawn.operands());
    }
  }
}
