package dev.letsbackprop.service;

import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.ReadLimits;
import dev.letsbackprop.model.Limits;

/** A request to find out which mistakes an exercise hides: a request for a grade without claims. */
public record ExerciseCheckRequest(Exercise exercise) {

  /**
   * Reads a request.
   *
   * @throws dev.letsbackprop.json.Refusal with every fault that was found
   */
  public static ExerciseCheckRequest read(byte[] body, ReadLimits readLimits, Limits limits) {
    Faults faults = new Faults();
    JsonReader json = JsonReader.of(body, readLimits, faults);
    AssignmentReader assignment = new AssignmentReader(json, faults, limits, Pointer.ROOT);
    json.object("an object with an assignment", assignment.properties());
    json.end();
    return new ExerciseCheckRequest(assignment.exercise());
  }
}
