package dev.letsbackprop.service;

import dev.letsbackprop.grading.Assignment;
import dev.letsbackprop.grading.ExerciseCheck;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Refusal;

/** Finds out which mistakes an exercise would hide. */
public final class ExerciseCheckService {

  /**
   * The check of an exercise, with a better draw of its numbers.
   *
   * @throws Refusal where it has no right numbers, or more mistakes than can be made in time
   */
  public ExerciseCheckReport check(ExerciseCheckRequest request) {
    Assignment assignment = request.exercise().assignment();
    long need = ExerciseCheck.work(assignment);
    if (need > ExerciseCheck.MOST_WORK) {
      throw Refusal.of(
          new Fault(
              Fault.Kind.LIMIT_EXCEEDED,
              "/model",
              "The limit 'exercise.check' is "
                  + ExerciseCheck.MOST_WORK
                  + " steps; to make every mistake of this exercise takes about "
                  + need
                  + ". Check a smaller one of the same kind."));
    }
    ExerciseCheck check = ExerciseCheck.of(assignment);
    return new ExerciseCheckReport(
        check, check.advice(assignment), check.variant(assignment), request.exercise().encoding());
  }
}
