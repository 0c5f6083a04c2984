package dev.letsbackprop.web.observation;

import dev.letsbackprop.grading.Grade;
import dev.letsbackprop.service.GradeListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts grades in {@code letsbackprop.grades}, and the misconceptions that were named in {@code
 * letsbackprop.misconceptions}.
 */
final class GradeCounts implements GradeListener {
  private final MeterRegistry registry;
  private final Counter single;
  private final Counter batch;

  GradeCounts(MeterRegistry registry) {
    this.registry = registry;
    this.single = grades("single");
    this.batch = grades("batch");
  }

  private Counter grades(String manner) {
    return Counter.builder("letsbackprop.grades")
        .description("Submissions that were graded, alone or in a batch")
        .tag("manner", manner)
        .register(registry);
  }

  @Override
  public void graded(Grade grade, Manner manner) {
    (manner == Manner.BATCH ? batch : single).increment();
    for (String code : grade.misconceptions()) {
      Counter.builder("letsbackprop.misconceptions")
          .description("Mistakes that were named, by the code that the catalogue has for them")
          .tag("code", code)
          .register(registry)
          .increment();
    }
  }
}
