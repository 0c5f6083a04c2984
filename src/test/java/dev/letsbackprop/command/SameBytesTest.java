package dev.letsbackprop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The command line answers what the service answers, byte for byte, faults included. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SameBytesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  /** The worked examples, and the requests that the documentation names: some fit no job. */
  private static List<String> bodies() throws IOException {
    try (Stream<Path> examples = Files.list(Path.of("src/main/resources/examples"));
        Stream<Path> requests = Files.list(Path.of("src/main/resources/openapi/requests"))) {
      return Stream.concat(examples, requests)
          .filter(path -> path.toString().endsWith(".json"))
          .sorted()
          .map(SameBytesTest::body)
          .toList();
    }
  }

  private static String body(Path file) {
    try {
      var json = new JsonMapper().readTree(Files.readString(file));
      return (json.has("request") ? json.path("request") : json).toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void documents() throws Exception {
    for (Job job : Job.ALL) {
      for (String body : bodies()) {
        same(job.path(), body, job.name(), "--json");
      }
      assertEquals(0, same(job.path(), job.example(), job.name()));
      assertEquals(
          2, same(job.path(), "{\"formula\": 1e999, \"nodes\": []}", job.name(), "--json"));
    }
  }

  @Test
  void scripts() throws Exception {
    for (String library : List.of("numpy", "pytorch", "jax")) {
      for (String body : bodies()) {
        same("/v1/exports?framework=" + library, body, "exports", "--json", "--framework", library);
      }
    }
  }

  @Test
  void batches() throws Exception {
    String batch =
        """
        {"assignment": {"model": {"formula": "f = x * y", "values": {"x": 2, "y": 3}}}}
        {"id": "ann", "claims": {"x": {"gradient": 3}}}
        {"id": "ben", "claims": {"x": {"gradient": 2}}}
        {"id": "cy", "claims"
        {"id": "dé", "claims": []}\
        """;
    assertEquals(0, same("/v1/grades/batch", batch, "grade", "--batch"));
    assertEquals(2, same("/v1/grades/batch", "{}\n", "grade", "--batch", "--json"));
  }

  @Test
  void grades() throws Exception {
    String terms = "{\"model\": {\"formula\": \"f = x * y\", \"values\": {\"x\": 2, \"y\": 3}}";
    String claims = ", \"claims\": {\"x\": {\"gradient\": 2}}}";
    assertEquals(0, same("/v1/grades", terms + claims, "grade"));
    assertEquals(2, same("/v1/grades", terms + "}", "grade", "--json"));
  }

  @Test
  void diagrams() throws Exception {
    for (String body : bodies()) {
      same("/v1/diagrams", body, "diagram", "--json");
    }
    String model = "{\"formula\": \"f = x * y\", \"values\": {\"x\": 2, \"y\": 3}}";
    Run dot = Run.of(model, "diagram", "--format", "dot");
    assertTrue(dot.out().startsWith("digraph"), dot.out());
    Run mermaid = Run.of(model, "diagram", "--format", "mermaid");
    assertTrue(mermaid.out().contains("flowchart"), mermaid.out());
  }

  private int same(String path, String body, String... command)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(
                    "Content-Type",
                    path.endsWith("batch") ? "application/x-ndjson" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Run run = Run.of(body, command);
    boolean answered = response.statusCode() == 200;
    assertEquals(answered ? 0 : 2, run.status(), body + run.err());
    assertEquals(answered ? line(response.body()) : "", run.out(), body);
    assertEquals(answered ? "" : line(response.body()), run.err(), body);
    return run.status();
  }

  /** Each answer ends a line: one line of JSON, or a script, which ends its last line itself. */
  private static String line(String answer) {
    return answer.endsWith("\n") ? answer : answer + "\n";
  }
}
