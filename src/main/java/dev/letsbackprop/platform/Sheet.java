package dev.letsbackprop.platform;

import dev.letsbackprop.grading.Grade;
import dev.letsbackprop.grading.Item;
import dev.letsbackprop.json.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to tell of a grade, in plain text.
 *
 * @param readable whether there was a submission that could be graded
 * @param passed whether every claim is correct
 * @param lines one for each claim; none where the grade reveals the score alone
 * @param remarks sentences about the submission as a whole
 */
record Sheet(
    boolean readable,
    double score,
    double maxScore,
    boolean passed,
    List<Line> lines,
    List<String> remarks) {
  /** PrairieLearn takes a megabyte, and nobody reads more. */
  static final int MOST_LINES = 500;

  static Sheet of(Grade grade) {
    List<Item> items = grade.items();
    int shown = items.size() <= MOST_LINES ? items.size() : MOST_LINES - 1;
    List<Line> lines = new ArrayList<>();
    items.subList(0, shown).forEach(item -> lines.add(Line.of(item)));
    if (shown < items.size()) {
      lines.add(rest(items.subList(shown, items.size())));
    }
    return new Sheet(
        true,
        grade.score(),
        grade.maxScore(),
        grade.passed(),
        lines,
        grade.remarks().stream().map(Words::visible).toList());
  }

  /** So that the points of all lines are those of all items. */
  private static Line rest(List<Item> items) {
    BigDecimal points = BigDecimal.ZERO;
    BigDecimal most = BigDecimal.ZERO;
    for (Item item : items) {
      points = points.add(BigDecimal.valueOf(item.points()));
      most = most.add(BigDecimal.valueOf(item.maxPoints()));
    }
    return new Line(
        items.size() + " more",
        points.compareTo(most) == 0,
        points.doubleValue(),
        most.doubleValue(),
        "These are not shown one by one.",
        null,
        null);
  }

  static Sheet refused(List<String> reasons) {
    return new Sheet(false, 0, 0, false, List.of(), reasons.stream().map(Words::visible).toList());
  }

  /** The share of the points, from 0 to 1. */
  double fraction() {
    return maxScore > 0 ? Math.min(1, score / maxScore) : 0;
  }

  /** The score in a sentence. */
  String summary() {
    return Plain.number(score) + " of " + Plain.number(maxScore) + " points.";
  }

  /** What is said of the submission as a whole; the score where nothing else is. */
  String message() {
    if (!remarks.isEmpty()) {
      return String.join("\n", remarks);
    }
    return readable ? summary() : "The submission could not be read.";
  }
}
