package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Shifting and scaling to mean 0 and variance 1. */
public sealed interface Standardisation extends Operation {
  double eps();

  /** The axes over which mean and variance are taken. */
  Axes over(Shape shape);

  @Override
  default int arity() {
    return 1;
  }

  @Override
  default Shape shape(List<Shape> inputs) {
    over(inputs.get(0));
    return inputs.get(0);
  }

  /** An eps that is good for something. */
  private static double check(double eps) {
    if (!(eps >= 0)) {
      throw Misuse.ofAttribute("eps", "eps cannot be negative, found " + eps + ".");
    }
    return eps;
  }

  private static <T> T mean(Algebra<T> on, T x, Axes axes) {
    return on.apply(new Reduction.Mean(axes, true), List.of(x));
  }

  private static <T> T centred(Algebra<T> on, T x, Axes axes) {
    return on.subtract(x, mean(on, x, axes));
  }

  /** √(variance + eps), from differences to the mean: squares of large numbers would swamp it. */
  private static <T> T deviation(Algebra<T> on, T centred, Axes axes, double eps) {
    T variance = mean(on, on.square(centred), axes);
    return on.apply(new Algebraic.Sqrt(), List.of(on.add(variance, on.constant(eps))));
  }

  @Override
  default Tensor evaluate(List<Tensor> inputs) {
    Axes axes = over(inputs.get(0).shape());
    Tensor centred = centred(Numbers.NUMBERS, inputs.get(0), axes);
    return Numbers.NUMBERS.divide(centred, deviation(Numbers.NUMBERS, centred, axes, eps()));
  }

  @Override
  default <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    Axes axes = over(on.shape(y));
    T deviation = deviation(on, centred(on, x.get(0), axes), axes, eps());
    T along = on.multiply(y, mean(on, on.multiply(cotangent, y), axes));
    return on.divide(on.subtract(centred(on, cotangent, axes), along), deviation);
  }

  @Misreading(
      did = "the mean and the deviation were treated as constants",
      due =
          "both move with {x} as well, which takes off the mean of the upstream gradient and its"
              + " part along {y}")
  default <T> T statisticsConstant(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    Axes axes = over(on.shape(y));
    return on.divide(cotangent, deviation(on, centred(on, x.get(0), axes), axes, eps()));
  }

  @Described(
      summary =
          "Each row shifted to mean 0 and scaled to variance 1, over the last axis or"
              + " those given.",
      formula =
          "\\frac{x - \\mu}{\\sqrt{\\sigma^{2} + \\text{eps}}}, \\quad \\mu ="
              + " \\operatorname{mean}\\left(x\\right), \\quad \\sigma^{2} ="
              + " \\operatorname{mean}\\left(\\left(x - \\mu\\right)^{2}\\right)",
      reason =
          "Mean and variance depend on every element, so the upstream gradient loses its"
              + " own mean and its part along y before it is divided by the deviation.",
      derivatives =
          "\\frac{1}{\\sqrt{\\sigma^{2} + \\text{eps}}} \\cdot \\left(\\frac{\\partial"
              + " L}{\\partial y} - \\operatorname{mean}\\left(\\frac{\\partial L}{\\partial"
              + " y}\\right) - y \\cdot \\operatorname{mean}\\left(\\frac{\\partial"
              + " L}{\\partial y} \\cdot y\\right)\\right)",
      derivation = {
        "c_i = x_i - \\frac{1}{n} \\sum_j x_j, \\quad v = \\frac{1}{n} \\sum_i c_i^{2}, \\quad s ="
            + " \\sqrt{v + \\text{eps}}, \\quad y_i = \\frac{c_i}{s}",
        "\\frac{\\partial L}{\\partial s} = -\\sum_j \\frac{\\partial L}{\\partial y_j} \\cdot"
            + " \\frac{c_j}{s^{2}} = -\\frac{1}{s} \\cdot \\sum_j \\frac{\\partial L}{\\partial"
            + " y_j} \\cdot y_j",
        "\\frac{\\partial L}{\\partial v} = \\frac{\\partial L}{\\partial s} \\cdot \\frac{1}{2"
            + " \\cdot s} = -\\frac{1}{2 \\cdot s^{2}} \\cdot \\sum_j \\frac{\\partial L}{\\partial"
            + " y_j} \\cdot y_j",
        "\\frac{\\partial L}{\\partial c_i} = \\frac{1}{s} \\cdot \\frac{\\partial L}{\\partial"
            + " y_i} + \\frac{\\partial L}{\\partial v} \\cdot \\frac{2}{n} \\cdot c_i ="
            + " \\frac{1}{s} \\cdot \\left(\\frac{\\partial L}{\\partial y_i} - y_i \\cdot"
            + " \\frac{1}{n} \\sum_j \\frac{\\partial L}{\\partial y_j} \\cdot y_j\\r"
            + "ight)",
        "\\frac{\\partial L}{\\partial x_i} = \\frac{\\partial L}{\\partial c_i} - \\frac{1}{n}"
            + " \\sum_j \\frac{\\partial L}{\\partial c_j}, \\quad \\sum_j y_j = 0",
        "\\frac{\\partial L}{\\partial x_i} = \\frac{1}{s} \\cdot \\left(\\frac{\\partial"
            + " L}{\\partial y_i} - \\frac{1}{n} \\sum_j \\frac{\\partial L}{\\partial y_j} - y_i"
            + " \\cdot \\frac{1}{n} \\sum_j \\frac{\\partial L}{\\partial y_j} \\cdot y_j\\r"
            + "ight)"
      },
      shapeRule = "The shape of the input.",
      conventions = {
        "The variance is the biased one: it divides by n.",
        "eps is added to the variance, under the root.",
        "Scale and shift (gamma and beta) are multiply and add."
      },
      example = "[[1, 2, 3], [1, 1, 4]]")
  record LayerNorm(
      @Attribute(value = "The axes over which mean and variance are taken.", otherwise = "-1")
          Axes axis,
      @Attribute(value = "What is added to the variance.", otherwise = "1e-5") double eps)
      implements Standardisation {
    public LayerNorm {
      eps = check(eps);
    }

    @Override
    public Axes over(Shape shape) {
      int[] checked = axis.within(shape.rank());
      return Axes.of(checked);
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("layer_norm", x.get(0));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 1);
      int rank = shape.rank();
      Axes axes =
          random.nextInt(3) == 0
              ? Axes.of(IntStream.range(0, rank).toArray())
              : Axes.of(Sample.axis(random, rank));
      // A larger eps, so that rows of one element are smooth enough for differences.
      return Sample.of(new LayerNorm(axes, 0.1), Sample.operand(shape));
    }
  }

  @Described(
      summary = "Each channel shifted to mean 0 and scaled to variance 1 over the batch.",
      formula =
          "\\frac{x - \\mu}{\\sqrt{\\sigma^{2} + \\text{eps}}}, \\quad \\mu ="
              + " \\operatorname{mean}\\left(x\\right), \\quad \\sigma^{2} ="
              + " \\operatorname{mean}\\left(\\left(x - \\mu\\right)^{2}\\right)",
      reason =
          "Mean and variance depend on the whole batch, so the upstream gradient loses"
              + " its own mean and its part along y before it is divided by the deviation.",
      derivatives =
          "\\frac{1}{\\sqrt{\\sigma^{2} + \\text{eps}}} \\cdot \\left(\\frac{\\partial"
              + " L}{\\partial y} - \\operatorname{mean}\\left(\\frac{\\partial L}{\\partial"
              + " y}\\right) - y \\cdot \\operatorname{mean}\\left(\\frac{\\partial"
              + " L}{\\partial y} \\cdot y\\right)\\right)",
      shapeRule = "The shape of the input: [batch, channels] and one or two axes more.",
      conventions = {
        "The channel is axis 1; mean and variance are those of the batch, over all other axes.",
        "The variance is the biased one: it divides by n.",
        "There are no running averages: it is what PyTorch does while training.",
        "A channel of one element gives 0 and gets 0.",
        "Scale and shift (gamma and beta) are multiply and add."
      },
      example = "[[1, 2], [3, 2], [5, 5]]")
  record BatchNorm(
      @Attribute(value = "What is added to the variance.", otherwise = "1e-5") double eps)
      implements Standardisation {
    public BatchNorm {
      eps = check(eps);
    }

    @Override
    public Axes over(Shape shape) {
      return switch (shape.rank()) {
        case 2 -> Axes.of(0);
        case 3 -> Axes.of(0, 2);
        case 4 -> Axes.of(0, 2, 3);
        default ->
            throw Misuse.ofInputs(
                "Expected [batch, channels] with up to two axes more, found shape " + shape + ".");
      };
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("batch_norm", x.get(0));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 2);
      return Sample.of(
          new BatchNorm(0.1),
          Sample.operand(random.nextBoolean() ? shape : Planes.drawn(random, 2)));
    }
  }
}
