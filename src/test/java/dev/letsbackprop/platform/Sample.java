package dev.letsbackprop.platform;

import dev.letsbackprop.grading.Grade;
import dev.letsbackprop.grading.Item;
import dev.letsbackprop.grading.Quantity;
import dev.letsbackprop.grading.Verdict;
import dev.letsbackprop.tensor.Tensor;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grades to be written. */
final class Sample {
  private static final String SWAPPED =
      "At f = q × z the two factors are swapped: the gradient of q is the upstream gradient times"
          + " z, the other factor.";
  private static final String CARRIED = "Right, given your gradient of q; the slip is at q.";

  /** The example of the contract, with all that it reveals. */
  static final Grade ANSWERS =
      grade(
          4,
          5,
          item("q", Quantity.VALUE, Verdict.CORRECT, 1, 1),
          new Item(
              "q",
              Quantity.GRADIENT,
              Verdict.INCORRECT,
              0,
              1,
              Tensor.scalar(3),
              Tensor.scalar(-4),
              null,
              null,
              SWAPPED),
          new Item(
              "x",
              Quantity.GRADIENT,
              Verdict.CARRIED_FORWARD,
              2,
              2,
              Tensor.scalar(3),
              Tensor.scalar(-4),
              null,
              null,
              CARRIED),
          item("z", Quantity.GRADIENT, Verdict.CORRECT, 1, 1));

  /** The same where the verdicts alone are revealed. */
  static final Grade VERDICTS =
      grade(
          4,
          5,
          item("q", Quantity.VALUE, Verdict.CORRECT, 1, 1),
          item("q", Quantity.GRADIENT, Verdict.INCORRECT, 0, 1),
          item("x", Quantity.GRADIENT, Verdict.CARRIED_FORWARD, 2, 2),
          item("z", Quantity.GRADIENT, Verdict.CORRECT, 1, 1));

  /** The same where nothing but the score is. */
  static final Grade SCORE = grade(4, 5);

  /** What a student can do to a page that believes what it is sent. */
  static final String HOSTILE =
      "<script>alert('1')</script> & \"2\" \u001b[31m **b** \u202e\n]]>\uFFFE";

  /** A grade of claims that attack, and of numbers that are none. */
  static final Grade ATTACK =
      new Grade(
          0,
          1,
          false,
          List.of(
              item(HOSTILE, Quantity.GRADIENT, Verdict.NOT_GRADED, 0, 0),
              new Item(
                  "x",
                  Quantity.GRADIENT,
                  Verdict.NOT_FINITE,
                  0,
                  1,
                  Tensor.vector(Double.NaN, Double.POSITIVE_INFINITY, 1),
                  null,
                  List.of(new int[] {0}, new int[] {1}),
                  null,
                  HOSTILE)),
          List.of(),
          List.of(HOSTILE, "Two."));

  private Sample() {}

  static Item item(String node, Quantity quantity, Verdict verdict, double points, double most) {
    return new Item(node, quantity, verdict, points, most, null, null, null, null, null);
  }

  private static Grade grade(double score, double most, Item... items) {
    return new Grade(score, most, false, List.of(items), List.of("multiply.swapped"), List.of());
  }

  /** So many claims that each earned half of two points. */
  static Grade many(int count) {
    Item half = item("x", Quantity.GRADIENT, Verdict.INCORRECT, 1, 2);
    return grade(count, 2.0 * count, Collections.nCopies(count, half).toArray(Item[]::new));
  }

  static Grade of(double score, double most, @Nullable Item item) {
    return item == null ? grade(score, most) : grade(score, most, item);
  }
}
