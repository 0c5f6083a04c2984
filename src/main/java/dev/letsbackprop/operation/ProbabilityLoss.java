package dev.letsbackprop.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far predicted probabilities are from their targets, element by element. */
public sealed interface ProbabilityLoss extends ElementLoss {

  @Described(
      summary =
          "Sigmoid of the logits and the binary cross-entropy to the target, in one stable step.",
      formula =
          "-\\frac{1}{n} \\sum_i \\left(t_i \\cdot \\log \\sigma\\left(z_i\\right) +"
              + " \\left(1 - t_i\\right) \\cdot \\log\\left(1 -"
              + " \\sigma\\left(z_i\\right)\\right)\\right)",
      reason =
          "The logarithm of the loss undoes the exponential of the sigmoid: what is left"
              + " is probability minus target.",
      derivatives = {
        "_i = \\frac{1}{n} \\cdot \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\left(\\sigma\\left(z_i\\right) - t_i\\right)",
        "_i = -\\frac{1}{n} \\cdot \\frac{\\partial L}{\\partial y} \\cdot z_i"
      },
      derivation = {
        "a_i = \\sigma\\left(z_i\\r"
            + "ight), \\quad y = -\\frac{1}{n} \\sum_i \\left(t_i \\cdot \\log a_i + \\left(1 -"
            + " t_i\\r"
            + "ight) \\cdot \\log \\left(1 - a_i\\r"
            + "ight)\\r"
            + "ight)",
        "\\frac{\\partial L}{\\partial a_i} = \\frac{1}{n} \\cdot \\frac{\\partial L}{\\partial y}"
            + " \\cdot \\left(\\frac{1 - t_i}{1 - a_i} - \\frac{t_i}{a_i}\\r"
            + "ight) = \\frac{1}{n} \\cdot \\frac{\\partial L}{\\partial y} \\cdot \\frac{a_i -"
            + " t_i}{a_i \\cdot \\left(1 - a_i\\r"
            + "ight)}",
        "\\frac{\\partial a_i}{\\partial z_i} = a_i \\cdot \\left(1 - a_i\\right)",
        "\\frac{\\partial L}{\\partial z_i} = \\frac{\\partial L}{\\partial a_i} \\cdot"
            + " \\frac{\\partial a_i}{\\partial z_i} = \\frac{1}{n} \\cdot \\frac{\\partial"
            + " L}{\\partial y} \\cdot \\left(a_i - t_i\\r"
            + "ight)"
      },
      shapeRule = "Two equal shapes; a scalar, or with reduction none one loss an element.",
      inputs = {"z", "t"},
      aliases = {"binary_cross_entropy_with_logits", "sigmoid_cross_entropy"},
      conventions = {
        "The mean divides by the number of elements.",
        "No exponent is positive, so logits of ±1000 do not overflow.",
        "The class with target 0 adds nothing, even at a logit of ±Infinity."
      },
      example = {"[2, -1, 0]", "[1, 0, 1]"})
  record SigmoidWithLoss(
      @Attribute(value = "What becomes of the elements' losses.", otherwise = "\"mean\"")
          LossReduction reduction)
      implements ProbabilityLoss {
    @Override
    public ElementLoss reduced(LossReduction other) {
      return new SigmoidWithLoss(other);
    }

    @Override
    public double value(double logit, double target) {
      double rest = StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
      double yes = target == 0 ? 0 : target * (Math.max(-logit, 0) + rest);
      return target == 1 ? yes : yes + (1 - target) * (Math.max(logit, 0) + rest);
    }

    @Override
    public <T> T slope(Algebra<T> on, int place, T logit, T target) {
      return place == 0
          ? on.subtract(on.apply(new Activation.Sigmoid(), List.of(logit)), target)
          : on.negative(logit);
    }

    @Misreading(
        did = "the target was not subtracted",
        due = "the slope is the sigmoid of {x} minus the target")
    public <T> @Nullable T targetMissing(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T share = reduction.share(on, on.shape(x.get(0)), cotangent);
      return place == 0
          ? on.multiply(share, on.apply(new Activation.Sigmoid(), List.of(x.get(0))))
          : null;
    }

    @Misreading(
        did = "the target and the probability are the wrong way round",
        due = "the slope is the sigmoid of {x} minus the target",
        telling = true)
    public <T> @Nullable T sign(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0 ? on.negative(vjp(on, place, x, y, cotangent)) : null;
    }

    @Misreading(
        did = "the slope of the sigmoid was multiplied in once more",
        due =
            "it cancels against the logarithm, and the slope is the sigmoid of {x} minus the"
                + " target")
    public <T> @Nullable T slopeTwice(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T a = on.apply(new Activation.Sigmoid(), List.of(x.get(0)));
      T slope = on.multiply(a, on.subtract(on.constant(1), a));
      return place == 0 ? on.multiply(vjp(on, place, x, y, cotangent), slope) : null;
    }

    @Override
    public Term element(Term logit, Term target) {
      return Term.function("sigmoid_with_loss", logit, target);
    }
  }

  @Described(
      summary = "The Kullback-Leibler divergence of the target t from the prediction p.",
      formula = "\\sum_i t_i \\cdot \\log \\frac{t_i}{p_i}",
      reason =
          "Each element counts t·log t - t·log p: the prediction's slope is -t/p, the target's"
              + " log(t/p) + 1.",
      derivatives = {
        "_i = -\\frac{\\partial L}{\\partial y} \\cdot \\frac{t_i}{p_i}",
        "_i = \\frac{\\partial L}{\\partial y} \\cdot \\left(\\log \\frac{t_i}{p_i} +"
            + " 1\\right)"
      },
      shapeRule = "Two equal shapes; a scalar, or with reduction none one loss an element.",
      inputs = {"p", "t"},
      aliases = "kl_div",
      conventions = {
        "Both inputs are probabilities, as SciPy's rel_entr(t, p) takes them; PyTorch's kl_div"
            + " takes the logarithms of the prediction.",
        "The mean divides by the number of elements; the divergence of whole distributions is the"
            + " sum.",
        "A target of 0 adds nothing and gets 0 and gives 0, even at a prediction of 0.",
        "A prediction of 0 for a target that is not 0 is Infinity, with a warning."
      },
      example = {"[0.25, 0.25, 0.5]", "[0.5, 0.25, 0.25]"},
      exampleAttributes = "reduction=\"sum\"")
  record KlDivergence(
      @Attribute(value = "What becomes of the elements' losses.", otherwise = "\"mean\"")
          LossReduction reduction)
      implements ProbabilityLoss {
    @Override
    public ElementLoss reduced(LossReduction other) {
      return new KlDivergence(other);
    }

    @Override
    public double value(double predicted, double target) {
      return target == 0 ? 0 : target * (StrictMath.log(target) - StrictMath.log(predicted));
    }

    @Override
    public <T> T slope(Algebra<T> on, int place, T predicted, T target) {
      T zero = on.constant(0);
      T one = on.constant(1);
      T nothing = on.equal(target, zero);
      // Where the target is 0 the quotients are kept away from 0/0, and so are their derivatives.
      T safe = on.where(nothing, one, predicted);
      if (place == 0) {
        return on.negative(on.divide(target, safe));
      }
      T wanted = on.apply(new Exponential.Log(), List.of(on.where(nothing, one, target)));
      T found = on.apply(new Exponential.Log(), List.of(safe));
      return on.where(nothing, zero, on.add(on.subtract(wanted, found), one));
    }

    @Misreading(
        did = "the minus sign of -t/p was dropped",
        due = "with p the prediction and t the target, the slope in p is -t/p",
        derivatives = {"_i = \\frac{\\partial L}{\\partial y} \\cdot \\frac{t_i}{p_i}", ""},
        telling = true)
    public <T> @Nullable T sign(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0 ? on.negative(vjp(on, place, x, y, cotangent)) : null;
    }

    @Override
    public Term element(Term predicted, Term target) {
      Term logarithm = Term.call("\\log", List.of(Term.fraction(target, predicted)));
      return Term.chain(target, "\\cdot", logarithm, Term.Binding.PRODUCT);
    }

    @Override
    public Domain domain() {
      return Domain.POSITIVE;
    }
  }
}
