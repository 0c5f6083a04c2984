package dev.letsbackprop.service;

import dev.letsbackprop.admission.Effort;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.limit.Limits;

/** A request to find out which mistakes an exercise hides: a request for a grade without claims. */
public record ExerciseCheckRequest(Exercise exercise) implements Demand {
  @Override
  public Effort effort() {
    return exercise.effort().plus(new Effort(1 << 23, 1_000_000));
  }

  /**
   * Reads a request.
   *
   * @throws dev.letsbackprop.json.Refusal with every fault that was found
   */
  public static ExerciseCheckRequest read(byte[] body, Limits limits) {
    Faults faults = new Faults();
    JsonReader json = JsonReader.of(body, limits, faults);
    AssignmentReader assignment = new AssignmentReader(json, faults, limits, Pointer.ROOT);
    json.object("an object with an assignment", assignment.properties());
    json.end();
    return new ExerciseCheckRequest(assignment.exercise());
  }
}
