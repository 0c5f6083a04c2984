package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ReductionKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** How far predictions are from their targets. */
public sealed interface Loss extends Operation {

  /** What becomes of the losses of the rows. */
  enum RowReduction {
    MEAN,
    SUM,
    NONE
  }

  @Described(
      summary = "Softmax of the logits and the cross-entropy to the target, in one stable step.",
      reason =
          "The logarithm of the loss undoes the exponential of softmax: what is left is"
              + " probabilities minus target.",
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
          RowReduction reduction)
      implements Loss {
    @Override
    public int arity() {
      return 2;
    }

    @Override
    public boolean carries(int place, List<Shape> inputs) {
      return place == 0 || inputs.get(1).equals(inputs.get(0));
    }

    private static Shape rows(Shape logits) {
      return logits.slice(0, logits.rank() - 1);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape logits = inputs.get(0);
      Shape target = inputs.get(1);
      if (logits.rank() == 0) {
        throw Misuse.ofInputs("The logits are a scalar; expected rows of classes, [..., C].");
      }
      if (!target.equals(logits) && !target.equals(rows(logits))) {
        throw Misuse.ofInputs(
            "Logits "
                + logits
                + " need class indices of shape "
                + rows(logits)
                + " or probabilities of shape "
                + logits
                + ", found "
                + target
                + ".");
      }
      return reduction == RowReduction.NONE ? rows(logits) : Shape.SCALAR;
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor logits = inputs.get(0);
      Tensor target = inputs.get(1);
      int classes = logits.shape().side(logits.rank() - 1);
      Tensor logs = ReductionKernel.logSoftmax(logits, logits.rank() - 1);
      Shape rows = rows(logits.shape());
      double[] losses = new double[Math.toIntExact(rows.size())];
      for (int row = 0; row < losses.length; row++) {
        losses[row] =
            carries(1, List.of(logits.shape(), target.shape()))
                ? crossEntropy(target, logs, row * classes, classes)
                : -logs.at(row * classes + Indexing.index(target.at(row), classes));
      }
      Tensor each = Tensor.adopt(rows, losses);
      return reduction == RowReduction.NONE
          ? each
          : (reduction == RowReduction.MEAN
                  ? new Reduction.Mean(Axes.ALL, false)
                  : new Reduction.Sum(Axes.ALL, false))
              .evaluate(List.of(each));
    }

    private static double crossEntropy(Tensor target, Tensor logs, int start, int classes) {
      double loss = 0;
      for (int at = start; at < start + classes; at++) {
        loss -= target.at(at) == 0 ? 0 : target.at(at) * logs.at(at);
      }
      return loss;
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T logits = x.get(0);
      T target = x.get(1);
      Shape shape = on.shape(logits);
      int last = shape.rank() - 1;
      T share = share(on, shape, cotangent);
      if (place == 1) {
        if (!carries(1, List.of(shape, on.shape(target)))) {
          return on.broadcastTo(on.constant(0), on.shape(target));
        }
        return on.negative(
            on.multiply(share, on.apply(new Normalisation.LogSoftmax(-1), List.of(logits))));
      }
      T probabilities = on.apply(new Normalisation.Softmax(-1), List.of(logits));
      if (on.shape(target).equals(shape)) {
        // The rows of a target need not add up to 1.
        T total = on.sumKeeping(target, Axes.of(last));
        return on.multiply(share, on.subtract(on.multiply(probabilities, total), target));
      }
      T rows = on.apply(new Indexing.OneHot(shape.side(last)), List.of(target));
      return on.multiply(share, on.subtract(probabilities, rows));
    }

    /** Each row's part of the cotangent. */
    private <T> T share(Algebra<T> on, Shape logits, T cotangent) {
      Shape rows = rows(logits);
      return switch (reduction) {
        case NONE -> on.reshape(cotangent, rows.then(1));
        case SUM -> cotangent;
        case MEAN -> on.divide(cotangent, on.constant((double) rows.size()));
      };
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("softmax_with_loss", x.get(0), x.get(1));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape rows = random.nextBoolean() ? Shape.of(random.nextInt(1, 4)) : Sample.shape(random, 0);
      int classes = random.nextInt(1, 5);
      RowReduction[] reductions = RowReduction.values();
      Operation loss = new SoftmaxWithLoss(reductions[random.nextInt(reductions.length)]);
      Sample.Operand logits = Sample.operand(rows.then(classes));
      return random.nextBoolean()
          ? Sample.of(loss, logits, new Sample.Operand(rows, Domain.indices(classes)))
          : Sample.of(loss, logits, new Sample.Operand(rows.then(classes), Domain.POSITIVE));
    }
  }
}
