package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ReductionKernel;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Losses of rows of classes, from their logits or from their probabilities. */
public sealed interface ClassLoss extends Loss {

  @Described(
      summary = "Softmax of the logits and the cross-entropy to the target, in one stable step.",
      formula = "-\\frac{1}{N} \\sum_n \\log \\frac{e^{z_{n,t_n}}}{\\sum_j e^{z_{nj}}}",
      reason =
          "The logarithm of the loss undoes the exponential of softmax: what is left is"
              + " probabilities minus target, over the number of rows where the loss is a mean.",
      derivatives = {
        "_{nj} = \\frac{1}{N} \\cdot \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\left(\\frac{e^{z_{nj}}}{\\sum_k e^{z_{nk}}} - \\left[j ="
            + " t_n\\right]\\right)",
        "0"
      },
      derivation = {
        "p_{nj} = \\frac{e^{z_{nj}}}{\\sum_k e^{z_{nk}}}, \\quad h_{nk} = \\left[k = t_n\\r"
            + "ight], \\quad y = -\\frac{1}{N} \\sum_{nk} h_{nk} \\cdot \\log p_{nk}",
        "\\frac{\\partial L}{\\partial p_{nk}} = -\\frac{1}{N} \\cdot \\frac{\\partial L}{\\partial"
            + " y} \\cdot \\frac{h_{nk}}{p_{nk}}",
        "\\frac{\\partial p_{nk}}{\\partial z_{nj}} = p_{nk} \\cdot \\left(\\left[k = j\\r"
            + "ight] - p_{nj}\\r"
            + "ight)",
        "\\frac{\\partial L}{\\partial z_{nj}} = \\sum_k \\frac{\\partial L}{\\partial p_{nk}}"
            + " \\cdot \\frac{\\partial p_{nk}}{\\partial z_{nj}} = -\\frac{1}{N} \\cdot"
            + " \\frac{\\partial L}{\\partial y} \\cdot \\sum_k h_{nk} \\cdot \\left(\\left[k ="
            + " j\\r"
            + "ight] - p_{nj}\\r"
            + "ight)",
        "\\frac{\\partial L}{\\partial z_{nj}} = \\frac{1}{N} \\cdot \\frac{\\partial L}{\\partial"
            + " y} \\cdot \\left(p_{nj} \\cdot \\sum_k h_{nk} - h_{nj}\\r"
            + "ight), \\quad \\sum_k h_{nk} = 1",
        "\\frac{\\partial L}{\\partial z_{nj}} = \\frac{1}{N} \\cdot \\frac{\\partial L}{\\partial"
            + " y} \\cdot \\left(p_{nj} - h_{nj}\\r"
            + "ight)"
      },
      shapeRule =
          "Logits [..., C] with class indices [...] or rows of probabilities [..., C]; a scalar, or"
              + " with reduction none one loss a row.",
      inputs = {"z", "t"},
      aliases = {"softmax_cross_entropy", "SoftmaxCrossEntropyLoss"},
      conventions = {
        "The mean divides by the number of rows.",
        "The target is class indices where it has one axis less than the logits, else one row of"
            + " probabilities each.",
        "Class indices get a gradient of 0; one that is not a whole number from 0 to C - 1 is an"
            + " error.",
        "A class with probability 0 adds nothing, even at a logit of -Infinity."
      },
      example = {"[[1, 2, 3], [3, 1, 0]]", "[2, 1]"})
  record SoftmaxWithLoss(
      @Attribute(value = "What becomes of the rows' losses.", otherwise = "\"mean\"")
          LossReduction reduction)
      implements ClassLoss {
    @Override
    public String predictions() {
      return "logits";
    }

    @Override
    public Tensor logarithms(Tensor logits) {
      return ReductionKernel.logSoftmax(logits, logits.rank() - 1);
    }

    @Override
    public <T> T logarithms(Algebra<T> on, T logits) {
      return on.apply(new Normalisation.LogSoftmax(-1), List.of(logits));
    }

    @Override
    public <T> T slope(Algebra<T> on, T logits, T rows, boolean exact) {
      T probabilities = on.apply(new Normalisation.Softmax(-1), List.of(logits));
      // The rows of a target need not add up to 1.
      return exact
          ? on.subtract(probabilities, rows)
          : on.subtract(on.multiply(probabilities, on.sumKeeping(rows, Axes.of(-1))), rows);
    }

    @Misreading(
        did = "the target was not subtracted",
        due =
            "the slope is the probabilities minus the target, divided by the number of rows"
                + " if {y} is their mean")
    public <T> @Nullable T targetMissing(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T logits = x.get(0);
      return place == 0
          ? on.multiply(
              reduction.share(on, Loss.rows(on.shape(logits)), shared(on, cotangent)),
              on.apply(new Normalisation.Softmax(-1), List.of(logits)))
          : null;
    }

    @Misreading(
        code = "target_missing",
        did = "the softmax itself was given, without the target",
        due =
            "the slope is the probabilities minus the target, divided by the number of rows"
                + " if {y} is their mean")
    public <T> @Nullable T probabilities(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T logits = x.get(0);
      return place == 0
          ? on.multiply(
              shared(on, cotangent), on.apply(new Normalisation.Softmax(-1), List.of(logits)))
          : null;
    }

    @Misreading(
        did = "the target and the probabilities are the wrong way round",
        due =
            "the slope is the probabilities minus the target, so that the scores of wrong classes"
                + " are pushed down",
        telling = true)
    public <T> @Nullable T sign(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0 ? on.negative(vjp(on, place, x, y, cotangent)) : null;
    }

    /** A cotangent of the rows' losses, made to meet their classes. */
    private <T> T shared(Algebra<T> on, T cotangent) {
      return reduction == LossReduction.NONE
          ? on.reshape(cotangent, on.shape(cotangent).then(1))
          : cotangent;
    }

    @Override
    public Domain domain() {
      return Domain.AROUND_ZERO;
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("softmax_with_loss", x.get(0), x.get(1));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      return Loss.sample(new SoftmaxWithLoss(LossReduction.draw(random)), random);
    }
  }

  @Described(
      summary = "The cross-entropy of predicted probabilities to the target, -Σ t·log p a row.",
      formula = "-\\frac{1}{N} \\sum_n \\log p_{n,t_n}",
      reason =
          "Each class counts -t·log p, whose slope is -t/p: the less likely the right class was"
              + " held, the steeper.",
      derivatives = {
        "_{nj} = -\\frac{1}{N} \\cdot \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\frac{\\left[j = t_n\\right]}{p_{nj}}",
        "0"
      },
      shapeRule =
          "Probabilities [..., C] with class indices [...] or rows of probabilities [..., C]; a"
              + " scalar, or with reduction none one loss a row.",
      inputs = {"p", "t"},
      conventions = {
        "The mean divides by the number of rows.",
        "It takes probabilities, not logits (as PyTorch's cross_entropy does); for logits use"
            + " softmax_with_loss, which does not overflow.",
        "The target is class indices where it has one axis less than the probabilities, else one"
            + " row of probabilities each.",
        "Class indices get a gradient of 0; one that is not a whole number from 0 to C - 1 is an"
            + " error.",
        "A class with target 0 adds nothing and gets 0, even at a probability of 0."
      },
      example = {"[[0.1, 0.2, 0.7], [0.5, 0.25, 0.25]]", "[2, 1]"})
  record CrossEntropy(
      @Attribute(value = "What becomes of the rows' losses.", otherwise = "\"mean\"")
          LossReduction reduction)
      implements ClassLoss {
    @Override
    public String predictions() {
      return "probabilities";
    }

    @Override
    public Tensor logarithms(Tensor probabilities) {
      return probabilities.map(StrictMath::log);
    }

    @Override
    public <T> T logarithms(Algebra<T> on, T probabilities) {
      return on.apply(new Exponential.Log(), List.of(probabilities));
    }

    @Override
    public <T> T slope(Algebra<T> on, T probabilities, T rows, boolean exact) {
      // 0/p is 0 also where p is 0, and so are its derivatives.
      T one = on.constant(1);
      T safe = on.where(on.equal(rows, on.constant(0)), one, probabilities);
      return on.negative(on.divide(rows, safe));
    }

    @Misreading(
        did = "the minus sign of -t/p was dropped",
        due =
            "the slope of -t·log p in p is -t/p, for the loss falls as the right class gets"
                + " likelier",
        derivatives = {
          "_{nj} = \\frac{1}{N} \\cdot \\frac{\\partial L}{\\partial y} \\cdot \\frac{\\left[j ="
              + " t_n\\right]}{p_{nj}}",
          ""
        },
        telling = true)
    public <T> @Nullable T sign(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0 ? on.negative(vjp(on, place, x, y, cotangent)) : null;
    }

    @Misreading(
        did = "the rule of softmax and its loss in one was used, probabilities minus target",
        due =
            "{x} holds probabilities and not scores, so the slope is -t/p, and softmax has a"
                + " step of its own")
    public <T> @Nullable T logits(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      if (place == 1) {
        return null;
      }
      T probabilities = x.get(0);
      T part = Loss.part(on, reduction, on.shape(probabilities), cotangent);
      return on.multiply(
          part, on.subtract(probabilities, Loss.wanted(on, probabilities, x.get(1))));
    }

    @Override
    public Domain domain() {
      return Domain.POSITIVE;
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("cross_entropy", x.get(0), x.get(1));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      return Loss.sample(new CrossEntropy(LossReduction.draw(random)), random);
    }
  }
}
