package dev.letsbackprop.layer;

import dev.letsbackprop.operation.Indexing;
import dev.letsbackprop.tensor.Decimal;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The classes that rows are said to have: a vector of integers is indices, anything else is rows of
 * probabilities; sizes are never asked what is meant.
 */
final class Targets {
  /** How far from 1 the probabilities of a row may add up. */
  private static final double SLACK = 1e-6;

  /** A wrong column is told of the first rows only. */
  private static final int MOST_COMPLAINTS = 10;

  private final Shape predictions;
  private final Shape rows;
  private final int classes;
  private final Consumer<String> complaints;
  private boolean sound = true;
  private int complaintsLeft = MOST_COMPLAINTS;

  private Targets(Shape predictions, Consumer<String> complaints) {
    this.predictions = predictions;
    this.rows = predictions.slice(0, predictions.rank() - 1);
    this.classes = predictions.side(predictions.rank() - 1);
    this.complaints = complaints;
  }

  /**
   * The target of predictions of a shape, in the shape that a loss takes.
   *
   * @param complaints told what is wrong
   * @return null where there was a complaint
   */
  static @Nullable Tensor of(Shape predictions, Tensor target, Consumer<String> complaints) {
    return new Targets(predictions, complaints).read(target);
  }

  private @Nullable Tensor read(Tensor target) {
    Tensor read = target;
    if (rows.side(0) == 1 && target.rank() < predictions.rank()) {
      // What stands in one row may lack its axis: indices have one axis less than rows.
      boolean indices = areWhole(target);
      if (target.rank() == (indices ? rows : predictions).rank() - 1) {
        read = target.reshape(target.shape().asRow());
      }
    }
    if (read.rank() == predictions.rank()) {
      checkShape(target.shape(), read.shape(), predictions, "rows of probabilities");
      if (sound) {
        checkProbabilities(read);
      }
    } else {
      checkShape(target.shape(), read.shape(), rows, "class indices");
      if (sound) {
        checkIndices(read);
      }
    }
    return sound ? read : null;
  }

  private static boolean areWhole(Tensor target) {
    for (int at = 0; at < target.size(); at++) {
      if (target.at(at) != Math.rint(target.at(at)) || Double.isInfinite(target.at(at))) {
        return false;
      }
    }
    return true;
  }

  private void checkShape(Shape given, Shape read, Shape expected, String what) {
    if (read.equals(expected)) {
      return;
    }
    boolean row = given.equals(Shape.of(classes)) && rows.equals(Shape.of(1));
    complain(
        "the target has shape "
            + given
            + ", but the input "
            + predictions
            + " takes class indices "
            + rows
            + " or rows of probabilities "
            + predictions
            + ": "
            + (row && rows.equals(expected)
                ? "a vector of integers is indices; one row of probabilities is written [[…]]"
                : "as " + what + " these do not fit"));
  }

  private void checkIndices(Tensor indices) {
    for (int at = 0; at < indices.size() && complaintsLeft > 0; at++) {
      double index = indices.at(at);
      if (!Indexing.isIndex(index, classes)) {
        complain(
            "the target "
                + Decimal.text(index)
                + " of row "
                + at
                + " is no class: "
                + (classes == 0 ? "there are none" : "they are 0 to " + (classes - 1)));
      }
    }
  }

  private void checkProbabilities(Tensor target) {
    for (int row = 0; row < rows.size() && complaintsLeft > 0; row++) {
      double sum = 0;
      double least = 0;
      for (int at = row * classes; at < (row + 1) * classes; at++) {
        sum += target.at(at);
        least = Math.min(least, target.at(at));
      }
      if (least < 0) {
        complain(
            "the target has the probability "
                + Decimal.text(least)
                + " in row "
                + row
                + ", and none is below 0");
      } else if (!(Math.abs(sum - 1) <= SLACK)) {
        complain(
            "the target's row "
                + row
                + " adds up to "
                + Decimal.text(sum)
                + ", and probabilities add up to 1");
      }
    }
  }

  private void complain(String sentence) {
    sound = false;
    complaintsLeft--;
    complaints.accept(sentence + ".");
  }
}
