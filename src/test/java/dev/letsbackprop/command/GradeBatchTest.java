package dev.letsbackprop.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A class, line by line. */
class GradeBatchTest {
  private static final String ASSIGNMENT =
      "{\"assignment\": {\"model\": {\"formula\": \"f = x * y\", \"values\": {\"x\": 2, \"y\":"
          + " 3}}}}\n";
  private static final String RIGHT = "{\"id\": \"ann\", \"claims\": {\"x\": {\"gradient\": 3}}}\n";

  @TempDir Path folder;

  @Test
  void aFileOrStandardInput() throws IOException {
    Run run = Run.of(ASSIGNMENT + RIGHT + "nonsense", "grade", "--batch");
    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals(3, lines.size(), run.out());
    assertTrue(lines.get(0).startsWith("{\"id\":\"ann\",\"score\":1,\"maxScore\":1,"), run.out());
    assertTrue(lines.get(1).startsWith("{\"id\":null,\"problem\":{"), run.out());
    assertTrue(
        lines.get(2).startsWith("{\"summary\":{\"submissions\":2,\"passed\":1,\"meanScore\":1,"),
        run.out());
    String file =
        Files.writeString(folder.resolve("class.ndjson"), ASSIGNMENT + RIGHT + "nonsense")
            .toString();
    assertEquals(run, Run.of("", "grade", "--batch", file));
  }

  @Test
  void aBrokenAssignment() {
    Run run = Run.of("{\"assignment\": {}}\n" + RIGHT, "grade", "--batch");
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertEquals(
        List.of("/assignment: An assignment needs 'model', what is differentiated."),
        run.complaints());
    Run none = Run.of("", "grade", "--batch", folder.resolve("none").toString());
    assertEquals(2, none.status());
    assertTrue(none.err().startsWith("No file '"), none.err());
  }

  /** Whoever sends a line and waits for its answer gets it before the next one. */
  @Test
  @Timeout(30)
  void eachAnswerComesAtOnce() throws Exception {
    PipedInputStream input = new PipedInputStream();
    PipedOutputStream sent = new PipedOutputStream(input);
    PipedInputStream received = new PipedInputStream();
    PipedOutputStream output = new PipedOutputStream(received);
    CompletableFuture<Run> run =
        CompletableFuture.supplyAsync(() -> Run.into(output, input, "grade", "--batch"));
    sent.write((ASSIGNMENT + RIGHT).getBytes(UTF_8));
    sent.flush();
    String answer = line(received);
    assertTrue(answer.startsWith("{\"id\":\"ann\""), answer);
    sent.write(RIGHT.replace("ann", "ben").getBytes(UTF_8));
    sent.flush();
    answer = line(received);
    assertTrue(answer.startsWith("{\"id\":\"ben\""), answer);
    sent.close();
    assertEquals(0, run.get(10, TimeUnit.SECONDS).status());
  }

  private static String line(PipedInputStream from) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = from.read(); next != '\n'; next = from.read()) {
      line.write(next);
    }
    return line.toString(UTF_8);
  }

  /** A watcher changes nothing on standard output. */
  @Test
  void watched() {
    byte[] batch = (ASSIGNMENT + RIGHT.repeat(20)).getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Run run = Run.into(out, new ByteArrayInputStream(batch), true, "grade", "--batch");
    assertEquals(0, run.status());
    assertEquals(Run.of(new String(batch, UTF_8), "grade", "--batch").out(), out.toString(UTF_8));
  }

  @Test
  void progressIsToldTenTimesASecond() {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    long[] now = {7};
    Progress progress =
        new Progress(new PrintStream(told, true, UTF_8), () -> 250, 1000, () -> now[0]);
    List<String> lines = new ArrayList<>();
    for (long count = 1; count <= 4; count++) {
      now[0] += 99_999_999;
      progress.tell(count * 1000);
      lines.add(told.toString(UTF_8));
      told.reset();
    }
    String clear = "\r\u001b[2K";
    assertEquals(
        List.of(
            "",
            clear + "[#######-----------------------]  25%  2,000 graded, 10,000 a second",
            "",
            clear + "[#######-----------------------]  25%  4,000 graded, 10,000 a second"),
        lines);
    progress.end();
    assertEquals(clear, told.toString(UTF_8));
  }

  @Test
  void progressWithoutAnEndInSight() {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    long[] now = {0};
    Progress progress =
        new Progress(new PrintStream(told, true, UTF_8), () -> 250, 0, () -> now[0]);
    progress.end();
    assertEquals("", told.toString(UTF_8));
    now[0] = 2_000_000_000L;
    progress.tell(3);
    assertEquals("\r\u001b[2K3 graded, 2 a second", told.toString(UTF_8));
  }
}
