package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ElementwiseKernel;
import dev.letsbackprop.tensor.ReductionKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** How far elements lie from their mean. */
public sealed interface Spread extends Reduction {

  /** What is taken off the number of elements before it divides. */
  int correction();

  /** The same with another correction. */
  Spread corrected(Axes axis, boolean keepdims, int other);

  /** What the sum of squares is divided by. */
  default double divisor(Shape shape) {
    return Math.max(0, count(shape) - correction());
  }

  /** The mean of the squared deviations. */
  default Tensor variance(Tensor x, int[] axes) {
    double count = count(x.shape());
    double divisor = divisor(x.shape());
    Tensor rough = ReductionKernel.sum(x, axes).map(sum -> sum / count);
    // The mean is rounded; what it missed shows among the deviations, of which it is then taken.
    Tensor off = ElementwiseKernel.zip(x.shape(), x, rough, (a, mean) -> a - mean);
    Tensor missed = ReductionKernel.sum(off, axes).map(sum -> sum / count);
    Tensor squares =
        ElementwiseKernel.zip(x.shape(), off, missed, (a, mean) -> (a - mean) * (a - mean));
    return ReductionKernel.sum(squares, axes).map(sum -> sum / divisor);
  }

  /** Each element less the mean. */
  default <T> T deviation(Algebra<T> on, T x) {
    return on.subtract(x, on.apply(new Reduction.Mean(axis(), true), List.of(x)));
  }

  @Override
  default Reduction along(Axes other, boolean keep) {
    return corrected(other, keep, correction());
  }

  @Override
  default Sample sample(RandomGenerator random) {
    Sample drawn = Reduction.super.sample(random);
    Reduction plain = (Reduction) drawn.operation();
    boolean several = plain.count(drawn.operands().get(0).shape()) > 1;
    int other = several ? random.nextInt(2) : 0;
    return new Sample(corrected(plain.axis(), plain.keepdims(), other), drawn.operands());
  }

  @Described(
      summary = "The variance along some axes, or of all: the mean squared distance from the mean.",
      formula =
          "\\frac{1}{n - \\text{correction}} \\sum_i \\left(x_i -"
              + " \\bar{x}\\right)^{2}, \\quad \\bar{x} = \\frac{1}{n} \\sum_i x_i",
      reason =
          "Each squared distance counts 2(x - mean), divided by what the sum is divided"
              + " by; that the mean moves as well cancels, because the distances from it add up"
              + " to 0.",
      derivatives =
          "_i = \\frac{\\partial L}{\\partial y} \\cdot \\frac{2 \\cdot \\left(x_i -"
              + " \\bar{x}\\right)}{n - \\text{correction}}",
      shapeRule = "The axes that are averaged go, or stay as sides of 1 with keepdims.",
      conventions = {
        "The correction is 0 where it is left out, as in NumPy: the sum is divided by n.",
        "Where the correction leaves nothing to divide by, it is Infinity or NaN, with a warning."
      },
      example = "[1, 2, 3, 6]")
  record Var(
      @Attribute(value = "The axes to average over; all where left out.", otherwise = "null")
          Axes axis,
      @Attribute(value = "Whether the axes stay as sides of 1.", otherwise = "false")
          boolean keepdims,
      @Attribute(
              value = "What is taken off n before it divides: 1 for a sample's variance.",
              otherwise = "0")
          int correction)
      implements Spread {
    @Override
    public Spread corrected(Axes other, boolean keep, int less) {
      return new Var(other, keep, less);
    }

    @Override
    public Tensor evaluate(Tensor x, int[] axes) {
      return variance(x, axes);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T share = on.multiply(cotangent, on.constant(2 / divisor(on.shape(x))));
      return on.multiply(share, deviation(on, x));
    }

    @Override
    public String symbol() {
      return "\\operatorname{var}";
    }
  }

  @Described(
      summary = "The standard deviation along some axes, or of all: the root of the variance.",
      formula =
          "\\sqrt{\\frac{1}{n - \\text{correction}} \\sum_i \\left(x_i -"
              + " \\bar{x}\\right)^{2}}, \\quad \\bar{x} = \\frac{1}{n} \\sum_i x_i",
      reason =
          "From y² = v, the variance: 2y·dy = dv = 2(x - mean)/n·dx, so the slope is (x -"
              + " mean)/(n·y).",
      derivatives =
          "_i = \\frac{\\partial L}{\\partial y} \\cdot \\frac{x_i - \\bar{x}}{\\left(n -"
              + " \\text{correction}\\right) \\cdot y}",
      shapeRule = "The axes that are averaged go, or stay as sides of 1 with keepdims.",
      conventions = {
        "The correction is 0 where it is left out, as in NumPy: the sum is divided by n.",
        "Where all elements are equal, the gradient is 0.",
        "Where the correction leaves nothing to divide by, it is Infinity or NaN, with a warning."
      },
      example = "[1, 2, 3, 6]")
  record Std(
      @Attribute(value = "The axes to average over; all where left out.", otherwise = "null")
          Axes axis,
      @Attribute(value = "Whether the axes stay as sides of 1.", otherwise = "false")
          boolean keepdims,
      @Attribute(
              value = "What is taken off n before it divides: 1 for a sample's deviation.",
              otherwise = "0")
          int correction)
      implements Spread {
    @Override
    public Spread corrected(Axes other, boolean keep, int less) {
      return new Std(other, keep, less);
    }

    @Override
    public Tensor evaluate(Tensor x, int[] axes) {
      return variance(x, axes).map(Math::sqrt);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T flat = on.equal(y, on.constant(0));
      // Divided by 1 where it is flat: a gradient of this gradient must not meet 0/0 either.
      T root = on.where(flat, on.constant(1), y);
      T share = on.divide(cotangent, on.multiply(on.constant(divisor(on.shape(x))), root));
      return on.where(flat, on.constant(0), on.multiply(share, deviation(on, x)));
    }

    @Override
    public String symbol() {
      return "\\operatorname{std}";
    }
  }
}
