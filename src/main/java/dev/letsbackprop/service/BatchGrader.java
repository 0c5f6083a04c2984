package dev.letsbackprop.service;

import dev.letsbackprop.grading.Assignment;
import dev.letsbackprop.grading.Grade;
import dev.letsbackprop.grading.Grading;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.json.Lines;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Properties;
import dev.letsbackprop.json.ReadLimits;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.model.Limits;
import dev.letsbackprop.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Grades submissions line by line, however many there are: a line in, a line out, in the same
 * order, and a summary at the end.
 */
public final class BatchGrader {
  private final ReadLimits readLimits;
  private final Lines lines;
  private final Exercise exercise;
  private final Assignment assignment;
  private final ClassSummary summary = new ClassSummary();
  private GradeListener listener = GradeListener.NOBODY;

  private BatchGrader(Lines lines, ReadLimits readLimits, Exercise exercise) {
    this.lines = lines;
    this.readLimits = readLimits;
    this.exercise = exercise;
    this.assignment = exercise.assignment();
  }

  /**
   * Reads the first line, {@code {"assignment": …}}, and works out what is right.
   *
   * @throws Refusal with every fault of the assignment
   */
  public static BatchGrader of(InputStream in, ReadLimits readLimits, Limits limits)
      throws IOException {
    Lines lines = new Lines(in, readLimits.bodyBytes());
    byte[] first = lines.next();
    return new BatchGrader(lines, readLimits, exercise(first, readLimits, limits));
  }

  private static Exercise exercise(byte @Nullable [] line, ReadLimits readLimits, Limits limits) {
    Faults faults = new Faults();
    JsonReader json = JsonReader.of(line == null ? new byte[0] : line, readLimits, faults);
    AssignmentReader reader =
        new AssignmentReader(json, faults, limits, Pointer.ROOT.child("assignment"));
    boolean[] given = new boolean[1];
    json.object(
        "a line with 'assignment'",
        Properties.of(
            "assignment",
            () -> {
              given[0] = true;
              json.object("an assignment", reader.properties());
            }));
    json.end();
    if (!given[0] && faults.isEmpty()) {
      faults.add(
          Kind.INVALID_REQUEST,
          Pointer.ROOT,
          "The first line of a batch has 'assignment', a request for a grade without claims.");
    }
    faults.throwIfAny();
    return reader.exercise();
  }

  /** Tells that listener of every grade from now on. */
  public BatchGrader telling(GradeListener listener) {
    this.listener = listener;
    return this;
  }

  /**
   * Grades all lines that follow.
   *
   * @param out each answer with its end of line
   * @param progress told after each line how many there were
   */
  public void grade(OutputStream out, LongConsumer progress) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    for (long count = 1; answer(answer); count++) {
      write(answer, out);
      progress.accept(count);
    }
    try (JsonWriter json = new JsonWriter(answer)) {
      summary.write(json);
    }
    write(answer, out);
  }

  private static void write(ByteArrayOutputStream answer, OutputStream out) throws IOException {
    answer.write('\n');
    out.write(answer.toByteArray());
    // Somebody may wait for it before sending more.
    out.flush();
    answer.reset();
  }

  /** Writes the answer to the next line; false where there is none. */
  private boolean answer(ByteArrayOutputStream answer) throws IOException {
    Entry entry = new Entry();
    try {
      byte[] line = lines.next();
      if (line == null) {
        return false;
      }
      Grade grade = Grading.grade(assignment, entry.read(line).submission(exercise.model()));
      summary.add(grade);
      listener.graded(grade, GradeListener.Manner.BATCH);
      try (JsonWriter json = new JsonWriter(answer)) {
        json.beginObject();
        json.name("id").value(entry.id());
        new GradeReport(grade, exercise.terms().reveal(), exercise.encoding())
            .writeProperties(json);
        json.endObject();
      }
    } catch (Refusal refusal) {
      summary.addProblem();
      try (JsonWriter json = new JsonWriter(answer)) {
        writeProblem(entry.id, refusal, json);
      }
    }
    return true;
  }

  private static void writeProblem(@Nullable String id, Refusal refusal, JsonWriter json) {
    json.beginObject();
    json.name("id");
    if (id == null) {
      json.nullValue();
    } else {
      json.value(id);
    }
    json.name("problem");
    Problem.of(refusal, null).write(json);
    json.endObject();
  }

  /** One line: who claims what. */
  private final class Entry {
    private @Nullable String id;

    ClaimsReader read(byte[] line) {
      Faults faults = new Faults();
      JsonReader json = JsonReader.of(line, readLimits, faults);
      ClaimsReader claims = new ClaimsReader(json);
      json.object(
          "a line with 'id' and 'claims'",
          Properties.of("id", () -> id = json.string("a text that says whose it is"))
              .and("claims", claims::read));
      json.end();
      if (faults.isEmpty() && id == null) {
        faults.add(Kind.INVALID_REQUEST, Pointer.ROOT, "A line needs 'id', a text.");
      }
      if (faults.isEmpty() && !claims.given()) {
        faults.add(Kind.INVALID_REQUEST, Pointer.ROOT, "A line needs 'claims', an object by node.");
      }
      faults.throwIfAny();
      return claims;
    }

    String id() {
      return id == null ? "" : id;
    }
  }
}
