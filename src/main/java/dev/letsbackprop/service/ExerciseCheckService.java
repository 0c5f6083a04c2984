package dev.letsbackprop.service;

import dev.letsbackprop.grading.Assignment;
import dev.letsbackprop.grading.ExerciseCheck;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;

/** Finds out which mistakes an exercise would hide. */
public final class ExerciseCheckService {
  private final Limits limits;

  public ExerciseCheckService(Limits limits) {
    this.limits = limits;
  }

  /**
   * The check of an exercise, with a better draw of its numbers.
   *
   * @throws Refusal where it has no right numbers, or more mistakes than can be made in time
   */
  public ExerciseCheckReport check(ExerciseCheckRequest request) {
    Assignment assignment = request.exercise().assignment();
    long need = ExerciseCheck.work(assignment);
    if (need > limits.of(Limit.EXERCISE_CHECK)) {
      throw Refusal.of(
          Fault.exceeded(
              Limit.EXERCISE_CHECK,
              "/model",
              limits.told(Limit.EXERCISE_CHECK)
                  + " steps; to make every mistake of this exercise takes about "
                  + need
                  + ". Check a smaller one of the same kind."));
    }
    ExerciseCheck check = ExerciseCheck.of(assignment);
    return new ExerciseCheckReport(
        check, check.advice(assignment), check.variant(assignment), request.exercise().encoding());
  }
}
