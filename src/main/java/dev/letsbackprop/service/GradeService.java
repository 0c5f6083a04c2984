package dev.letsbackprop.service;

import dev.letsbackprop.grading.Grading;

/** Grades what a student claims. */
public final class GradeService {

  /**
   * The grade of a submission.
   *
   * @throws dev.letsbackprop.json.Refusal where the exercise has no right numbers
   */
  public GradeReport grade(GradeRequest request) {
    return new GradeReport(
        Grading.grade(request.exercise().assignment(), request.submission()),
        request.exercise().terms().reveal(),
        request.exercise().encoding());
  }
}
