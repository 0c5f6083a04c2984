package dev.letsbackprop.service;

import dev.letsbackprop.grading.Grade;
import dev.letsbackprop.grading.Grading;

/** Grades what a student claims. */
public final class GradeService {
  private final GradeListener listener;

  public GradeService() {
    this(GradeListener.NOBODY);
  }

  public GradeService(GradeListener listener) {
    this.listener = listener;
  }

  /**
   * The grade of a submission.
   *
   * @throws dev.letsbackprop.json.Refusal where the exercise has no right numbers
   */
  public GradeReport grade(GradeRequest request) {
    Grade grade = Grading.grade(request.exercise().assignment(), request.submission());
    listener.graded(grade, GradeListener.Manner.SINGLE);
    return new GradeReport(
        grade, request.exercise().terms().reveal(), request.exercise().encoding());
  }
}
