package dev.letsbackprop.service;

import dev.letsbackprop.grading.Assignment;
import dev.letsbackprop.grading.Grade;
import dev.letsbackprop.grading.Grading;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.json.Lines;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Properties;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.problem.Problem;
import dev.letsbackprop.problem.ProblemType;
import dev.letsbackprop.tensor.Cancellation;
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
  private final Limits limits;
  private final Pace pace;
  private final Lines lines;
  private final Exercise exercise;
  private final Assignment assignment;
  private final ClassSummary summary = new ClassSummary();
  private GradeListener listener = GradeListener.NOBODY;

  private BatchGrader(Lines lines, Limits limits, Exercise exercise, Pace pace) {
    this.pace = pace;
    this.lines = lines;
    this.limits = limits;
    this.exercise = exercise;
    this.assignment = exercise.assignment();
  }

  /**
   * Reads the first line, {@code {"assignment": …}}, and works out what is right.
   *
   * @throws Refusal with every fault of the assignment
   */
  public static BatchGrader of(InputStream in, Limits limits, Pace pace) throws IOException {
    Lines lines = new Lines(in, limits.count(Limit.BATCH_LINE), pace::receive);
    pace.await();
    byte[] first = lines.next();
    pace.begin(first == null ? new byte[0] : first);
    Exercise exercise = exercise(first, limits);
    pace.extend(exercise.effort());
    BatchGrader grader = new BatchGrader(lines, limits, exercise, pace);
    pace.rest();
    return grader;
  }

  private static Exercise exercise(byte @Nullable [] line, Limits limits) {
    Faults faults = new Faults();
    JsonReader json = JsonReader.of(line == null ? new byte[0] : line, limits, faults);
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
    long most = limits.of(Limit.BATCH_LINES);
    boolean isMore = true;
    for (long count = 1; isMore && answer(answer, count > most); count++) {
      isMore = count <= most;
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
  private boolean answer(ByteArrayOutputStream answer, boolean isTooMany) throws IOException {
    Entry entry = new Entry();
    try {
      pace.await();
      byte[] line = lines.next();
      if (line == null) {
        return false;
      }
      if (isTooMany) {
        String sentence = limits.told(Limit.BATCH_LINES) + "; from this line on none is graded.";
        throw Refusal.of(Fault.exceeded(Limit.BATCH_LINES, "", sentence));
      }
      pace.resume(line, exercise.effort());
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
      addProblem(entry.id, Problem.of(refusal, null), answer);
    } catch (Cancellation.Cancelled cancelled) {
      long seconds = limits.of(Limit.COMPUTING_SECONDS);
      String sentence = "Grading took more than " + seconds + " seconds, and was stopped.";
      addProblem(entry.id, Problem.of(ProblemType.DEADLINE_EXCEEDED, sentence, null), answer);
    } finally {
      pace.rest();
    }
    return true;
  }

  private void addProblem(@Nullable String id, Problem problem, ByteArrayOutputStream answer) {
    summary.addProblem();
    try (JsonWriter json = new JsonWriter(answer)) {
      writeProblem(id, problem, json);
    }
  }

  /** Writes the line of a submission that could not be graded. */
  public static void writeProblem(@Nullable String id, Problem problem, JsonWriter json) {
    json.beginObject();
    json.name("id");
    if (id == null) {
      json.nullValue();
    } else {
      json.value(id);
    }
    json.name("problem");
    problem.write(json);
    json.endObject();
  }

  /** One line: who claims what. */
  private final class Entry {
    private @Nullable String id;

    ClaimsReader read(byte[] line) {
      Faults faults = new Faults();
      JsonReader json = JsonReader.of(line, limits, faults);
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
