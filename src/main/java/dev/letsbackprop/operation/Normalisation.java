package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ReductionKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** Functions that weigh the elements along an axis against each other. */
public sealed interface Normalisation extends Operation {
  int axis();

  Normalisation along(int axis);

  @Override
  default int arity() {
    return 1;
  }

  @Override
  default Shape shape(List<Shape> inputs) {
    Axes.axis(axis(), inputs.get(0).rank(), "axis");
    return inputs.get(0);
  }

  @Override
  default Sample sample(RandomGenerator random) {
    Shape shape = Sample.shape(random, 1);
    return Sample.of(along(Sample.axis(random, shape.rank())), Sample.operand(shape));
  }

  @Described(
      summary = "Exponentials that add up to 1 along an axis: scores become probabilities.",
      formula = "_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}",
      reason =
          "Raising one score raises its own output and lowers all others of its row: y·(g"
              + " - Σ g·y), where g is the upstream gradient.",
      derivatives =
          "_i = y_i \\cdot \\left(\\frac{\\partial L}{\\partial y_{i}} - \\sum_j"
              + " \\frac{\\partial L}{\\partial y_{j}} \\cdot y_j\\right)",
      derivation = {
        "s = \\sum_k e^{x_k}, \\quad y_i = \\frac{e^{x_i}}{s}",
        "\\frac{\\partial y_i}{\\partial x_i} = \\frac{e^{x_i} \\cdot s - e^{x_i} \\cdot"
            + " e^{x_i}}{s^{2}} = y_i \\cdot \\left(1 - y_i\\r"
            + "ight)",
        "\\frac{\\partial y_i}{\\partial x_j} = -\\frac{e^{x_i} \\cdot e^{x_j}}{s^{2}} = -y_i"
            + " \\cdot y_j, \\quad j \\n"
            + "eq i",
        "\\frac{\\partial y_i}{\\partial x_j} = y_i \\cdot \\left(\\left[i = j\\r"
            + "ight] - y_j\\r"
            + "ight)",
        "\\frac{\\partial L}{\\partial x_j} = \\sum_i \\frac{\\partial L}{\\partial y_i} \\cdot"
            + " \\frac{\\partial y_i}{\\partial x_j} = \\sum_i \\frac{\\partial L}{\\partial y_i}"
            + " \\cdot y_i \\cdot \\left(\\left[i = j\\r"
            + "ight] - y_j\\r"
            + "ight)",
        "\\frac{\\partial L}{\\partial x_j} = y_j \\cdot \\left(\\frac{\\partial L}{\\partial y_j}"
            + " - \\sum_i \\frac{\\partial L}{\\partial y_i} \\cdot y_i\\r"
            + "ight)"
      },
      shapeRule = "The shape of the input.",
      aliases = "Softmax",
      conventions = "The largest score is taken off first, so scores of ±1000 do not overflow.",
      example = "[[-1, 0, 1]]")
  record Softmax(
      @Attribute(value = "The axis along which they add up to 1.", otherwise = "-1") int axis)
      implements Normalisation {
    @Override
    public Normalisation along(int other) {
      return new Softmax(other);
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      return ReductionKernel.softmax(x, Axes.axis(axis, x.rank(), "axis"));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T mean = on.sumKeeping(on.multiply(cotangent, y), Axes.of(axis));
      return on.multiply(y, on.subtract(cotangent, mean));
    }

    @Misreading(
        did = "the cross terms are missing, only z·(1 - z) was used",
        due =
            "every score moves all outputs of its row, so the gradient of {x} is z·(g - Σ"
                + " g·z), where z is {y}, the output, and g is the upstream gradient")
    public <T> T diagonal(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.multiply(cotangent, on.multiply(y, on.subtract(on.constant(1), y)));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("softmax", x.get(0));
    }
  }

  @Described(
      summary = "The logarithm of softmax, worked out without underflow.",
      formula = "_i = x_i - \\log \\sum_j e^{x_j}",
      reason =
          "A score counts 1 for its own output, and each output loses softmax times as"
              + " much to normalising: g - softmax·Σ g, where g is the upstream gradient.",
      derivatives =
          "_i = \\frac{\\partial L}{\\partial y_{i}} - e^{y_i} \\cdot \\sum_j"
              + " \\frac{\\partial L}{\\partial y_{j}}",
      derivation = {
        "s = \\sum_k e^{x_k}, \\quad y_i = x_i - \\log s",
        "\\frac{\\partial \\log s}{\\partial x_j} = \\frac{1}{s} \\cdot e^{x_j} = e^{y_j}",
        "\\frac{\\partial y_i}{\\partial x_j} = \\left[i = j\\right] - e^{y_j}",
        "\\frac{\\partial L}{\\partial x_j} = \\sum_i \\frac{\\partial L}{\\partial y_i} \\cdot"
            + " \\left(\\left[i = j\\r"
            + "ight] - e^{y_j}\\r"
            + "ight) = \\frac{\\partial L}{\\partial y_j} - e^{y_j} \\cdot \\sum_i \\frac{\\partial"
            + " L}{\\partial y_i}"
      },
      shapeRule = "The shape of the input.",
      aliases = "LogSoftmax",
      conventions = "The largest score is taken off first, so scores of ±1000 do not overflow.",
      example = "[[-1, 0, 1]]")
  record LogSoftmax(
      @Attribute(value = "The axis along which the exponentials add up to 1.", otherwise = "-1")
          int axis)
      implements Normalisation {
    @Override
    public Normalisation along(int other) {
      return new LogSoftmax(other);
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      return ReductionKernel.logSoftmax(x, Axes.axis(axis, x.rank(), "axis"));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T probabilities = on.apply(new Softmax(axis), x);
      T total = on.sumKeeping(cotangent, Axes.of(axis));
      return on.subtract(cotangent, on.multiply(probabilities, total));
    }

    @Misreading(
        did = "the cross terms are missing, only 1 - p was used",
        due =
            "every score moves all outputs of its row, so the gradient of {x} is g - p·Σ g, where p"
                + " is the softmax of {x} and g is the upstream gradient")
    public <T> T diagonal(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.multiply(cotangent, on.subtract(on.constant(1), on.apply(new Softmax(axis), x)));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("log_softmax", x.get(0));
    }
  }
}
