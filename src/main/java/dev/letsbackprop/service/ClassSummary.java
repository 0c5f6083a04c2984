package dev.letsbackprop.service;

import dev.letsbackprop.grading.Grade;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.JsonWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What became of all submissions of a batch: how many passed, and what they misunderstood. */
final class ClassSummary implements Document {
  private long submissions;
  private long graded;
  private long passed;
  private BigDecimal score = BigDecimal.ZERO;
  private final Map<String, Long> misconceptions = new TreeMap<>();

  void add(Grade grade) {
    submissions++;
    graded++;
    passed += grade.passed() ? 1 : 0;
    score = score.add(BigDecimal.valueOf(grade.score()));
    grade.misconceptions().forEach(code -> misconceptions.merge(code, 1L, Long::sum));
  }

  /** Counts a line that could not be graded. */
  void addProblem() {
    submissions++;
  }

  /** Writes it; the mean is that of what was graded, and what most misunderstood comes first. */
  @Override
  public void write(JsonWriter json) {
    json.beginObject().name("summary").beginObject();
    json.name("submissions").value(submissions);
    json.name("passed").value(passed);
    json.name("meanScore");
    if (graded == 0) {
      json.nullValue();
    } else {
      json.value(score.divide(BigDecimal.valueOf(graded), MathContext.DECIMAL64).doubleValue());
    }
    json.name("misconceptions").beginObject();
    misconceptions.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(each -> json.name(each.getKey()).value(each.getValue()));
    json.endObject();
    if (graded < submissions) {
      json.name("problems").value(submissions - graded);
    }
    json.endObject().endObject();
  }
}
