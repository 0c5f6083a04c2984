package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ElementwiseKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How far predictions are from their targets, element by element. */
public sealed interface ElementLoss extends Operation permits RegressionLoss, ProbabilityLoss {
  LossReduction reduction();

  /** Such a loss with that reduction, for samples. */
  ElementLoss reduced(LossReduction other);

  double value(double predicted, double target);

  /** How the loss of an element moves with its prediction (place 0) or its target (place 1). */
  <T> T slope(Algebra<T> on, int place, T predicted, T target);

  /** How the loss of an element is written. */
  Term element(Term predicted, Term target);

  /** Where predictions and targets may lie. */
  default Domain domain() {
    return Domain.AROUND_ZERO;
  }

  @Override
  default int arity() {
    return 2;
  }

  @Override
  default Shape shape(List<Shape> inputs) {
    Shape predicted = inputs.get(0);
    if (!predicted.equals(inputs.get(1))) {
      // [n, 1] against [n] would broadcast to n × n differences and train on nonsense.
      throw Misuse.ofInputs(
          "Predictions "
              + predicted
              + " need targets of the same shape, found "
              + inputs.get(1)
              + "; losses do not broadcast.");
    }
    return reduction().shape(predicted);
  }

  @Override
  default Tensor evaluate(List<Tensor> inputs) {
    Tensor predicted = inputs.get(0);
    return reduction()
        .reduce(ElementwiseKernel.zip(predicted.shape(), predicted, inputs.get(1), this::value));
  }

  @Override
  default <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    T share = reduction().share(on, on.shape(x.get(0)), cotangent);
    return on.multiply(share, slope(on, place, x.get(0), x.get(1)));
  }

  /** The sum's gradient where the loss is a mean. */
  @Misreading(
      did = "the mean over the elements was forgotten",
      due = "the loss {y} is a mean, so the gradient of {x} is divided by the number of elements",
      telling = true)
  default <T> @Nullable T notAveraged(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    return reduction() != LossReduction.MEAN
        ? null
        : on.multiply(cotangent, slope(on, place, x.get(0), x.get(1)));
  }

  @Override
  default Term latex(List<Term> x) {
    return reduction().latex(element(x.get(0), x.get(1)));
  }

  @Override
  default Sample sample(RandomGenerator random) {
    Sample.Operand operand = new Sample.Operand(Sample.shape(random, 0), domain());
    return Sample.of(reduced(LossReduction.draw(random)), operand, operand);
  }
}
