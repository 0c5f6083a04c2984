package dev.letsbackprop.service;

import dev.letsbackprop.admission.Effort;
import dev.letsbackprop.grading.Submission;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.limit.Limits;

/** A request for a grade: an exercise, and what a student claims. */
public record GradeRequest(Exercise exercise, Submission submission) implements Demand {
  @Override
  public Effort effort() {
    return exercise.effort();
  }

  /**
   * Reads a request.
   *
   * @throws dev.letsbackprop.json.Refusal with every fault of the assignment; claims have none
   */
  public static GradeRequest read(byte[] body, Limits limits) {
    Faults faults = new Faults();
    JsonReader json = JsonReader.of(body, limits, faults);
    AssignmentReader assignment = new AssignmentReader(json, faults, limits, Pointer.ROOT);
    ClaimsReader claims = new ClaimsReader(json);
    boolean object =
        json.object(
            "an object with an assignment and claims",
            assignment.properties().and("claims", claims::read));
    json.end();
    if (object && !claims.given()) {
      faults.add(Kind.INVALID_REQUEST, Pointer.ROOT, "A grade needs 'claims', an object by node.");
    }
    if (object) {
      assignment.checkGiven();
    }
    Exercise exercise = assignment.exercise();
    return new GradeRequest(exercise, claims.submission(exercise.model()));
  }
}
