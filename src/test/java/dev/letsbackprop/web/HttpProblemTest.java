package dev.letsbackprop.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever goes wrong on the way is a problem document, which never speaks of what is inside. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HttpProblemTest {
  private static final Pattern INSIDE =
      Pattern.compile("\\b(java|org|tools|jakarta|dev)\\.[a-z]|Exception|Tomcat|<html|\\tat ");
  private static final String GOOD = "{\"nodes\": {\"x\": {\"value\": 1}}}";

  private final HttpClient client = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  private HttpRequest.Builder path(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> assertProblem(int status, String type, HttpRequest.Builder request)
      throws Exception {
    HttpResponse<String> response = send(request);
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(List.of("application/problem+json"), response.headers().allValues("Content-Type"));
    assertTrue(response.body().startsWith("{\"type\":\"" + type + "\""), response.body());
    assertTrue(response.body().contains("\"status\":" + status), response.body());
    assertFalse(INSIDE.matcher(response.body()).find(), response.body());
    return response;
  }

  private static BodyPublisher body(String text) {
    return BodyPublishers.ofString(text);
  }

  @Test
  void nothingThere() throws Exception {
    assertProblem(404, "about:blank", path("/nope"));
    assertProblem(404, "about:blank", path("/v1/gradients/nope"));
    assertProblem(404, "about:blank", path("/error"));
    assertProblem(404, "about:blank", path("/v3/api-docs.yaml"));
  }

  @Test
  void anUnknownOperationIsGuessed() throws Exception {
    String problem = assertProblem(404, "about:blank", path("/v1/operations/mulitply")).body();
    assertTrue(problem.contains("No operation 'mulitply'. Did you mean 'multiply'?"), problem);
  }

  @Test
  void anotherMethod() throws Exception {
    HttpResponse<String> response = assertProblem(405, "about:blank", path("/v1/gradients").GET());
    assertEquals("POST", response.headers().firstValue("Allow").orElse(""));
    assertProblem(405, "about:blank", path("/v1/operations").DELETE());
  }

  @Test
  void anotherMediaType() throws Exception {
    assertProblem(
        415,
        "about:blank",
        path("/v1/gradients").setHeader("Content-Type", "application/yaml").POST(body("x: 1")));
    assertProblem(
        415,
        "about:blank",
        path("/v1/gradients").header("Content-Encoding", "gzip").POST(body(GOOD)));
    assertProblem(
        406, "about:blank", path("/v1/gradients").header("Accept", "text/html").POST(body(GOOD)));
    assertProblem(406, "about:blank", path("/v1/operations").header("Accept", "image/png"));
  }

  @Test
  void noJson() throws Exception {
    assertProblem(400, "/problems/malformed-json", path("/v1/gradients").POST(body("")));
    assertProblem(400, "/problems/malformed-json", path("/v1/gradients").POST(body("{")));
    assertProblem(400, "/problems/malformed-json", path("/v1/gradients").POST(body(GOOD + "x")));
    assertProblem(
        400, "/problems/malformed-json", path("/v1/gradients").POST(body("[".repeat(100_000))));
    assertProblem(
        400,
        "/problems/malformed-json",
        path("/v1/gradients").POST(BodyPublishers.ofString(GOOD, StandardCharsets.UTF_16)));
  }

  @Test
  void ofTheWrongForm() throws Exception {
    assertProblem(422, "/problems/invalid-request", path("/v1/gradients").POST(body("[]")));
    assertProblem(422, "/problems/invalid-request", path("/v1/gradients").POST(body("{}")));
    assertProblem(
        422, "/problems/invalid-graph", path("/v1/gradients").POST(body("{\"nodes\": {}}")));
  }

  @Test
  void theBodyMayHaveSoManyBytesAndNoMore() throws Exception {
    int most = Limits.DEFAULT.count(Limit.BODY);
    byte[] body = new byte[most];
    Arrays.fill(body, (byte) ' ');
    System.arraycopy(GOOD.getBytes(StandardCharsets.UTF_8), 0, body, 0, GOOD.length());
    assertEquals(
        200, send(path("/v1/gradients").POST(BodyPublishers.ofByteArray(body))).statusCode());
    byte[] larger = Arrays.copyOf(body, most + 1);
    larger[most] = ' ';
    assertProblem(
        413,
        "/problems/body-too-large",
        path("/v1/gradients").POST(BodyPublishers.ofByteArray(larger)));
    // Without an announced length, in chunks.
    assertProblem(
        413,
        "/problems/body-too-large",
        path("/v1/gradients")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(larger))));
  }

  @Test
  void whatIsNotEvenHttp() throws Exception {
    assertProblem(400, "about:blank", path("/v1/operations/%2e%2e%2fx"));
    String answer = raw("GET /a|b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
    assertFalse(INSIDE.matcher(answer).find(), answer);
    String header = "X: " + "a".repeat(20_000) + "\r\n";
    answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    assertFalse(INSIDE.matcher(answer).find(), answer);
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyTypeOfProblemIsExplainedToAPerson() throws Exception {
    for (ProblemType type : ProblemType.values()) {
      HttpResponse<String> page = send(path(type.uri()));
      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains(type.title()), page.body());
    }
    assertProblem(404, "about:blank", path("/problems/nope"));
  }
}
