package dev.letsbackprop.platform;

import dev.letsbackprop.grading.Item;
import dev.letsbackprop.grading.Verdict;
import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of one claim, in plain text without any character that would command a
 * terminal.
 *
 * @param name the same for the same claim of every student
 * @param right whether it earned all that it could
 * @param comment the verdict and the feedback
 * @param got what was claimed; null where that is not told
 * @param expected what is right; null where that is not told
 */
record Line(
    String name,
    boolean right,
    double points,
    double maxPoints,
    String comment,
    @Nullable String got,
    @Nullable String expected) {
  private static final int MOST_ENTRIES = 20;

  static Line of(Item item) {
    boolean right =
        item.points() == item.maxPoints()
            && (item.verdict() == Verdict.CORRECT || item.verdict() == Verdict.CARRIED_FORWARD);
    return new Line(
        Choices.word(item.quantity()) + " of " + Words.visible(item.node()),
        right,
        item.points(),
        item.maxPoints(),
        comment(item),
        text(item.claimed()),
        text(item.expected()));
  }

  private static @Nullable String text(@Nullable Tensor tensor) {
    return tensor == null ? null : Plain.tensor(tensor);
  }

  private static String comment(Item item) {
    List<String> parts = new ArrayList<>();
    parts.add(verdict(item.verdict()));
    List<int[]> wrong = item.wrongEntries();
    if (wrong != null) {
      parts.add(Plain.entries(wrong, MOST_ENTRIES));
    }
    String feedback = item.feedback();
    if (feedback != null) {
      parts.add(Words.visible(feedback));
    }
    return String.join(" ", parts);
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case CORRECT -> "Correct.";
      case CARRIED_FORWARD -> "Carried forward.";
      case INCORRECT -> "Incorrect.";
      case WRONG_SHAPE -> "Wrong shape.";
      case MISSING -> "Missing.";
      case NOT_FINITE -> "Not finite.";
      case NOT_A_NUMBER -> "Not a number.";
      case NOT_GRADED -> "Not graded.";
    };
  }

  /** The comment, and below it the numbers that are told. */
  String text() {
    String numbers = numbers();
    return numbers.isEmpty() ? comment : comment + "\n" + numbers;
  }

  /** The numbers that are told, a line each; empty where none are. */
  String numbers() {
    List<String> lines = new ArrayList<>();
    if (got != null) {
      lines.add("Your answer: " + got);
    }
    if (expected != null) {
      lines.add("Expected: " + expected);
    }
    return String.join("\n", lines);
  }
}
