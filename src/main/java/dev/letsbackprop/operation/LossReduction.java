package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** What becomes of the losses of single rows or elements. */
public enum LossReduction {
  MEAN,
  SUM,
  NONE;

  static LossReduction draw(RandomGenerator random) {
    LossReduction[] all = values();
    return all[random.nextInt(all.length)];
  }

  /** The shape of what becomes of losses of that shape. */
  Shape shape(Shape losses) {
    return this == NONE ? losses : Shape.SCALAR;
  }

  Tensor reduce(Tensor losses) {
    if (this == NONE) {
      return losses;
    }
    Operation whole =
        this == MEAN ? new Reduction.Mean(Axes.ALL, false) : new Reduction.Sum(Axes.ALL, false);
    return whole.evaluate(List.of(losses));
  }

  /** Each loss's part of the cotangent, of the shape of the losses or of a scalar. */
  <T> T share(Algebra<T> on, Shape losses, T cotangent) {
    return this == MEAN ? on.divide(cotangent, on.constant((double) losses.size())) : cotangent;
  }

  Term latex(Term losses) {
    return this == NONE
        ? losses
        : Term.call(this == MEAN ? "\\operatorname{mean}" : "\\sum", List.of(losses));
  }
}
