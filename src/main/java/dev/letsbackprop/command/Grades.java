package dev.letsbackprop.command;

import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.service.Exercise;
import dev.letsbackprop.service.ExerciseCheckRequest;
import dev.letsbackprop.service.GradeReport;
import dev.letsbackprop.service.GradeRequest;
import dev.letsbackprop.service.GradeService;
import dev.letsbackprop.service.SubmissionReader;

/** Grades what stands in files, and tells which file is at fault. */
final class Grades {
  private static final String PATH = "/v1/grades";

  private final Source assigned;
  private final Streams streams;

  Grades(Source assigned, Streams streams) {
    this.assigned = assigned;
    this.streams = streams;
  }

  /**
   * The grade of a file with both, the assignment and the claims.
   *
   * @throws Failure where it is refused
   */
  GradeReport whole() {
    try {
      return graded(GradeRequest.read(read(assigned), streams.limits()));
    } catch (Refusal refusal) {
      throw Failure.of(refusal, assigned, PATH);
    }
  }

  /**
   * The assignment alone.
   *
   * @throws Failure where it is refused
   */
  Exercise exercise() {
    try {
      return ExerciseCheckRequest.read(read(assigned), streams.limits()).exercise();
    } catch (Refusal refusal) {
      throw Failure.of(refusal, assigned, PATH);
    }
  }

  /**
   * A submission for an assignment.
   *
   * @throws Failure where it is no object with claims
   */
  GradeRequest submission(Exercise exercise, Source submitted) {
    try {
      return SubmissionReader.read(exercise, read(submitted), streams.limits());
    } catch (Refusal refusal) {
      throw Failure.of(refusal, submitted, PATH);
    }
  }

  /**
   * The grade.
   *
   * @throws Failure where the assignment has no right numbers
   */
  GradeReport graded(GradeRequest request) {
    try {
      return new GradeService().grade(request);
    } catch (Refusal refusal) {
      throw Failure.of(refusal, assigned, PATH);
    }
  }

  private byte[] read(Source source) {
    return source.read(streams);
  }
}
