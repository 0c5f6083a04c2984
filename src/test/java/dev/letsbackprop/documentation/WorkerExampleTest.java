package dev.letsbackprop.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The example worker, with the real service and with one that is busy; skipped without Python. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@EnabledIf("isPythonHere")
class WorkerExampleTest {
  @TempDir Path folder;

  @LocalServerPort private int port;

  static boolean isPythonHere() {
    try {
      // RETURNING is as old as SQLite 3.35.
      return new ProcessBuilder(
                  "python3",
                  "-c",
                  "import sqlite3, sys; sys.exit(sqlite3.sqlite_version_info < (3, 35))")
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @BeforeEach
  void makeTheQueueThatTheWorkerDescribes() throws Exception {
    String table =
        Files.readString(Path.of("examples/worker/worker.py"))
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("CREATE TABLE"))
            .findFirst()
            .orElseThrow();
    sql(table);
  }

  /** What SQLite answers, a line for each row. */
  private String sql(String statement, String... values) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                "python3",
                "-c",
                """
                import sqlite3, sys
                with sqlite3.connect(sys.argv[1]) as queue:
                  for row in queue.execute(sys.argv[2], sys.argv[3:]): print(*row)
                """,
                folder.resolve("queue").toString(),
                statement));
    line.addAll(List.of(values));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out;
  }

  private void add(String id, String gradient) throws Exception {
    sql(
        "INSERT INTO jobs (id, request) VALUES (?, ?)",
        id,
        "{\"model\": {\"formula\": \"f = x * x\", \"values\": {\"x\": 3}},"
            + " \"claims\": {\"x\": {\"gradient\": "
            + gradient
            + "}}}");
  }

  private void work(int port) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                "python3", "examples/worker/worker.py", folder.resolve("queue").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("LETSBACKPROP_URL", "http://localhost:" + port);
    builder.environment().put("no_proxy", "*");
    Process process = builder.start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("log")));
  }

  /** The derivative of x² at 3 is 6. */
  @Test
  void gradesWhatWaits() throws Exception {
    add("ada", "6");
    add("ben", "9");
    add("cem", "six");
    work(port);
    assertEquals(
        "ada graded 1.0\nben graded 0.0\ncem refused None\n",
        sql("SELECT id, state, json_extract(answer, '$.score') * 1.0 FROM jobs" + " ORDER BY id"));
  }

  @Test
  void waitsAsLongAsItIsAsked() throws Exception {
    List<Long> calls = Collections.synchronizedList(new ArrayList<>());
    HttpServer busy =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    busy.createContext(
        "/v1/grades",
        exchange -> {
          calls.add(System.nanoTime());
          exchange.getRequestBody().readAllBytes();
          byte[] answer = "{\"score\": 1}".getBytes(StandardCharsets.UTF_8);
          if (calls.size() == 1) {
            exchange.getResponseHeaders().set("Retry-After", "3");
          }
          exchange.sendResponseHeaders(calls.size() == 1 ? 429 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    busy.start();
    try {
      add("ada", "6");
      add("ben", "6");
      work(busy.getAddress().getPort());
    } finally {
      busy.stop(0);
    }
    assertEquals("ada graded 1\nben graded 0\n", sql("SELECT id, state, tries FROM jobs"));
    assertEquals(3, calls.size());
    // Nothing else is asked in the meantime, neither this job nor the next.
    assertTrue(calls.get(1) - calls.get(0) >= Duration.ofSeconds(3).toNanos());
  }
}
