package dev.letsbackprop.service;

import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Properties;
import dev.letsbackprop.limit.Limits;

/** Reads a submission that stands apart from its assignment: claims, and whose they are. */
public final class SubmissionReader {
  private SubmissionReader() {}

  /**
   * The request for the grade of a submission; its {@code id}, if any, is for whoever sent it.
   *
   * @throws dev.letsbackprop.json.Refusal where it is no object with claims; claims have no faults
   */
  public static GradeRequest read(Exercise exercise, byte[] body, Limits limits) {
    Faults faults = new Faults();
    JsonReader json = JsonReader.of(body, limits, faults);
    ClaimsReader claims = new ClaimsReader(json);
    json.object(
        "an object with claims",
        Properties.of("claims", claims::read).and("id", () -> json.string("a text")));
    json.end();
    if (!claims.given() && faults.isEmpty()) {
      faults.add(
          Kind.INVALID_REQUEST, Pointer.ROOT, "A submission needs 'claims', an object by node.");
    }
    faults.throwIfAny();
    return new GradeRequest(exercise, claims.submission(exercise.model()));
  }
}
