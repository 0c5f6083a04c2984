package dev.letsbackprop.operation;

import java.util.List;

/** Losses of the difference between a predicted and a wanted number. */
public sealed interface RegressionLoss extends ElementLoss {

  double value(double difference);

  /** How the loss moves with the difference. */
  <T> T slope(Algebra<T> on, T difference);

  Term element(Term difference);

  @Override
  default double value(double predicted, double target) {
    return value(predicted - target);
  }

  @Override
  default <T> T slope(Algebra<T> on, int place, T predicted, T target) {
    T slope = slope(on, on.subtract(predicted, target));
    return place == 0 ? slope : on.negative(slope);
  }

  /** The difference taken the wrong way round. */
  @Misreading(
      did = "the difference was taken the wrong way round",
      due =
          "prediction minus target counts with a plus in the gradient of the prediction and"
              + " with a minus in that of the target",
      telling = true)
  default <T> T sign(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    T share = reduction().share(on, on.shape(x.get(0)), cotangent);
    return on.multiply(share, slope(on, 1 - place, x.get(0), x.get(1)));
  }

  @Override
  default Term element(Term predicted, Term target) {
    return element(Term.infix(predicted, "-", target, Term.Binding.SUM));
  }

  @Described(
      summary = "The mean of the squared differences, or their sum, or each.",
      formula = "\\frac{1}{n} \\sum_i \\left(p_i - t_i\\right)^{2}",
      reason =
          "The square of a difference has slope 2·(p - t): an error counts in proportion"
              + " to its size.",
      derivatives = {
        "_i = \\frac{2}{n} \\cdot \\frac{\\partial L}{\\partial y} \\cdot \\left(p_i -"
            + " t_i\\right)",
        "_i = -\\frac{2}{n} \\cdot \\frac{\\partial L}{\\partial y} \\cdot \\left(p_i -"
            + " t_i\\right)"
      },
      derivation = {
        "d_i = p_i - t_i, \\quad y = \\frac{1}{n} \\sum_i d_i^{2}",
        "\\frac{\\partial L}{\\partial d_i} = \\frac{1}{n} \\cdot \\frac{\\partial L}{\\partial y}"
            + " \\cdot 2 \\cdot d_i",
        "\\frac{\\partial d_i}{\\partial p_i} = 1, \\quad \\frac{\\partial d_i}{\\partial t_i} ="
            + " -1",
        "\\frac{\\partial L}{\\partial p_i} = \\frac{\\partial L}{\\partial d_i} = \\frac{2}{n}"
            + " \\cdot \\frac{\\partial L}{\\partial y} \\cdot \\left(p_i - t_i\\r"
            + "ight)",
        "\\frac{\\partial L}{\\partial t_i} = -\\frac{\\partial L}{\\partial d_i} = -\\frac{2}{n}"
            + " \\cdot \\frac{\\partial L}{\\partial y} \\cdot \\left(p_i - t_i\\r"
            + "ight)"
      },
      shapeRule = "Two equal shapes; a scalar, or with reduction none one loss an element.",
      inputs = {"p", "t"},
      aliases = "mse_loss",
      conventions = {
        "The mean divides by the number of elements, not of rows, and there is no factor 1/2.",
        "Predictions and targets must have one shape: they do not broadcast."
      },
      example = {"[1, 2, 4]", "[1, 3, 2]"})
  record MeanSquaredError(
      @Attribute(value = "What becomes of the elements' losses.", otherwise = "\"mean\"")
          LossReduction reduction)
      implements RegressionLoss {
    @Override
    public ElementLoss reduced(LossReduction other) {
      return new MeanSquaredError(other);
    }

    @Override
    public double value(double difference) {
      return difference * difference;
    }

    @Override
    public <T> T slope(Algebra<T> on, T difference) {
      return on.multiply(on.constant(2), difference);
    }

    @Misreading(
        did = "the factor 2 of the square is missing",
        due = "the slope of the square of a difference is twice the difference",
        telling = true)
    public <T> T factor(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T share = reduction.share(on, on.shape(x.get(0)), cotangent);
      return on.multiply(share, on.subtract(x.get(place), x.get(1 - place)));
    }

    @Override
    public Term element(Term difference) {
      return Term.power(difference, "2");
    }
  }

  @Described(
      summary = "The mean of the absolute differences, or their sum, or each.",
      formula = "\\frac{1}{n} \\sum_i \\left|p_i - t_i\\right|",
      reason = "Only the sign of an error counts: every error pulls equally, small or large.",
      derivatives = {
        "_i = \\frac{1}{n} \\cdot \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\operatorname{sign}\\left(p_i - t_i\\right)",
        "_i = -\\frac{1}{n} \\cdot \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\operatorname{sign}\\left(p_i - t_i\\right)"
      },
      shapeRule = "Two equal shapes; a scalar, or with reduction none one loss an element.",
      inputs = {"p", "t"},
      aliases = "l1_loss",
      conventions = {
        "The mean divides by the number of elements.",
        "The slope is 0 where prediction and target are equal.",
        "Predictions and targets must have one shape: they do not broadcast."
      },
      example = {"[1, 2, 4]", "[1, 3, 2]"})
  record MeanAbsoluteError(
      @Attribute(value = "What becomes of the elements' losses.", otherwise = "\"mean\"")
          LossReduction reduction)
      implements RegressionLoss {
    @Override
    public ElementLoss reduced(LossReduction other) {
      return new MeanAbsoluteError(other);
    }

    @Override
    public double value(double difference) {
      return Math.abs(difference);
    }

    @Override
    public <T> T slope(Algebra<T> on, T difference) {
      T zero = on.constant(0);
      return on.subtract(on.greater(difference, zero), on.greater(zero, difference));
    }

    @Override
    public Term element(Term difference) {
      return Term.atom("\\left|" + difference.text() + "\\right|");
    }
  }

  @Described(
      summary = "Huber's loss: half the square of a small difference, linear in a large one.",
      formula =
          "\\frac{1}{n} \\sum_i \\begin{cases}\\frac{1}{2} \\cdot d_i^{2} &"
              + " \\left|d_i\\right| \\le \\delta \\\\ \\delta \\cdot \\left(\\left|d_i\\right|"
              + " - \\frac{\\delta}{2}\\right) & \\text{otherwise}\\end{cases}, \\quad d = p -"
              + " t",
      reason =
          "Up to delta the slope is the difference itself; beyond, it stays at ±delta, so"
              + " that no outlier counts for more.",
      derivatives = {
        "_i = \\frac{1}{n} \\cdot \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\min\\left(\\max\\left(p_i - t_i, -\\delta\\right), \\delta\\right)",
        "_i = -\\frac{1}{n} \\cdot \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\min\\left(\\max\\left(p_i - t_i, -\\delta\\right), \\delta\\right)"
      },
      shapeRule = "Two equal shapes; a scalar, or with reduction none one loss an element.",
      inputs = {"p", "t"},
      aliases = "huber_loss",
      conventions = {
        "The mean divides by the number of elements.",
        "Beyond delta it is delta·(|p - t| - delta/2), so the two pieces meet without a kink; with"
            + " delta 1 it is PyTorch's smooth_l1_loss.",
        "Predictions and targets must have one shape: they do not broadcast."
      },
      example = {"[1, 2, 4]", "[1, 2.5, 1]"})
  record Huber(
      @Attribute(value = "Where the square turns into a line.", otherwise = "1") double delta,
      @Attribute(value = "What becomes of the elements' losses.", otherwise = "\"mean\"")
          LossReduction reduction)
      implements RegressionLoss {
    public Huber {
      if (!(delta > 0)) {
        throw Misuse.ofAttribute("delta", "delta must be greater than 0, found " + delta + ".");
      }
    }

    @Override
    public ElementLoss reduced(LossReduction other) {
      // Not 1: differences of test numbers may lie exactly at it.
      return new Huber(0.7071, other);
    }

    @Override
    public double value(double difference) {
      double size = Math.abs(difference);
      return size <= delta ? 0.5 * difference * difference : delta * (size - 0.5 * delta);
    }

    @Override
    public <T> T slope(Algebra<T> on, T difference) {
      T most = on.constant(delta);
      T least = on.constant(-delta);
      T inside = on.where(on.greater(least, difference), least, difference);
      return on.where(on.greater(difference, most), most, inside);
    }

    @Override
    public Term element(Term difference) {
      return Term.call("H_{" + Term.number(delta).text() + "}", List.of(difference));
    }
  }
}
