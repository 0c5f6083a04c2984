package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How far rows of predicted classes are from their targets: one loss a row. */
public sealed interface Loss extends Operation permits ClassLoss {
  LossReduction reduction();

  /** What the predictions are called where they do not fit. */
  String predictions();

  /** The logarithms of the predicted probabilities. */
  Tensor logarithms(Tensor predictions);

  /** The same, in any algebra. */
  <T> T logarithms(Algebra<T> on, T predictions);

  /**
   * How the loss of a row moves with its predictions.
   *
   * @param rows one row of probabilities for each row of predictions
   * @param exact whether each of them is a single 1
   */
  <T> T slope(Algebra<T> on, T predictions, T rows, boolean exact);

  /** Where predictions may lie. */
  Domain domain();

  @Override
  default int arity() {
    return 2;
  }

  @Override
  default boolean carries(int place, List<Shape> inputs) {
    return place == 0 || inputs.get(1).equals(inputs.get(0));
  }

  /** The shape of the losses of the rows. */
  static Shape rows(Shape predictions) {
    return predictions.slice(0, predictions.rank() - 1);
  }

  @Override
  default Shape shape(List<Shape> inputs) {
    Shape predicted = inputs.get(0);
    Shape target = inputs.get(1);
    if (predicted.rank() == 0) {
      throw Misuse.ofInputs(
          "The " + predictions() + " are a scalar; expected rows of classes, [..., C].");
    }
    if (!target.equals(predicted) && !target.equals(rows(predicted))) {
      String called = predictions();
      throw Misuse.ofInputs(
          Character.toUpperCase(called.charAt(0))
              + called.substring(1)
              + " "
              + predicted
              + " need class indices of shape "
              + rows(predicted)
              + " or probabilities of shape "
              + predicted
              + ", found "
              + target
              + ".");
    }
    return reduction().shape(rows(predicted));
  }

  @Override
  default Tensor evaluate(List<Tensor> inputs) {
    Tensor target = inputs.get(1);
    Shape shape = inputs.get(0).shape();
    Tensor logs = logarithms(inputs.get(0));
    int classes = shape.side(shape.rank() - 1);
    double[] losses = new double[Math.toIntExact(rows(shape).size())];
    for (int row = 0; row < losses.length; row++) {
      losses[row] =
          target.shape().equals(shape)
              ? crossEntropy(target, logs, row * classes, classes)
              : 0.0 - logs.at(row * classes + Indexing.index(target.at(row), classes));
    }
    return reduction().reduce(Tensor.adopt(rows(shape), losses));
  }

  private static double crossEntropy(Tensor target, Tensor logs, int start, int classes) {
    double loss = 0;
    for (int at = start; at < start + classes; at++) {
      loss -= target.at(at) == 0 ? 0 : target.at(at) * logs.at(at);
    }
    return loss;
  }

  @Override
  default <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    T predicted = x.get(0);
    T target = x.get(1);
    Shape shape = on.shape(predicted);
    boolean exact = !on.shape(target).equals(shape);
    if (place == 1 && exact) {
      return on.broadcastTo(on.constant(0), on.shape(target));
    }
    T share = part(on, reduction(), shape, cotangent);
    if (place == 1) {
      return on.negative(on.multiply(share, logarithms(on, predicted)));
    }
    return on.multiply(share, slope(on, predicted, wanted(on, predicted, target), exact));
  }

  /** Each row's part of the cotangent, made to meet its classes. */
  static <T> T part(Algebra<T> on, LossReduction reduction, Shape predictions, T cotangent) {
    Shape rows = rows(predictions);
    T share = reduction.share(on, rows, cotangent);
    return reduction == LossReduction.NONE ? on.reshape(share, rows.then(1)) : share;
  }

  /** The target as rows of probabilities. */
  static <T> T wanted(Algebra<T> on, T predicted, T target) {
    Shape shape = on.shape(predicted);
    int classes = shape.side(shape.rank() - 1);
    return on.shape(target).equals(shape)
        ? target
        : on.apply(new Indexing.OneHot(classes), List.of(target));
  }

  /** A random use of such a loss, whose reduction is drawn already. */
  static Sample sample(Loss loss, RandomGenerator random) {
    Shape rows = random.nextBoolean() ? Shape.of(random.nextInt(1, 4)) : Sample.shape(random, 0);
    int classes = random.nextInt(1, 5);
    Shape shape = rows.then(classes);
    return Sample.of(
        loss,
        new Sample.Operand(shape, loss.domain()),
        random.nextBoolean()
            ? new Sample.Operand(rows, Domain.indices(classes))
            : new Sample.Operand(shape, Domain.POSITIVE));
  }

  /** The sum's gradient where the loss is a mean. */
  @Misreading(
      did = "the mean over the rows was forgotten",
      due = "the loss {y} is a mean, so the gradient of {x} is divided by the number of rows",
      telling = true)
  default <T> @Nullable T notAveraged(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    if (place == 1 || reduction() != LossReduction.MEAN) {
      return null;
    }
    T predicted = x.get(0);
    boolean exact = !on.shape(x.get(1)).equals(on.shape(predicted));
    return on.multiply(cotangent, slope(on, predicted, wanted(on, predicted, x.get(1)), exact));
  }
}
