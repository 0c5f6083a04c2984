package dev.letsbackprop.web.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer has, and what stands of its request in the log. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "logging.level.dev.letsbackprop.access=info")
class EveryAnswerTest {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final String BODY = "{\"formula\": \"x * x\", \"values\": {\"x\": 3}}";

  @LocalServerPort private int port;

  /** The head of an answer, line by line; any bytes may be sent. */
  private List<String> head(String line, String... headers) throws IOException {
    String request =
        line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lines(headers) + "\r\n";
    return exchange(request);
  }

  private List<String> post(String path, String body, String... headers) throws IOException {
    return exchange(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n"
            + lines(headers)
            + "\r\n"
            + body);
  }

  private static String lines(String... headers) {
    return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
  }

  private List<String> exchange(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n"))).lines().toList();
    }
  }

  private static List<String> values(List<String> head, String name) {
    return head.stream()
        .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
        .map(line -> line.substring(name.length() + 2))
        .toList();
  }

  private static void assertSafe(List<String> head, String policy) {
    assertEquals(List.of("nosniff"), values(head, "X-Content-Type-Options"), head::toString);
    assertEquals(List.of("no-referrer"), values(head, "Referrer-Policy"));
    assertEquals(List.of("same-origin"), values(head, "Cross-Origin-Resource-Policy"));
    assertEquals(1, values(head, "X-Request-Id").size());
    assertEquals(List.of(), values(head, "Server"));
    assertEquals(List.of(), values(head, "X-Powered-By"));
    assertEquals(1, values(head, "Content-Security-Policy").size());
    String found = values(head, "Content-Security-Policy").get(0);
    assertTrue(found.startsWith(policy), found);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/operations, 200",
    "/v1/nothing, 404",
    "/nothing, 404",
    "/error, 404",
    "/v1/gradients, 405",
    "/actuator/health, 200",
    "/actuator/prometheus, 404",
    "/a|b, 400",
    "/v1/%2e%2e%2f, 400"
  })
  void nothingMayBeRun(String path, int status) throws Exception {
    List<String> head = head("GET " + path);
    assertTrue(head.get(0).startsWith("HTTP/1.1 " + status), head::toString);
    assertSafe(head, NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "/, default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
    "/swagger-ui/index.html, default-src 'none'; script-src 'self'; style-src 'self'"
        + " 'unsafe-inline'",
    "/problems/invalid-graph, default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
    "/v1/examples/cs231n-sigmoid-neuron/diagram.svg, default-src 'none'; style-src 'unsafe-inline';"
        + " sandbox"
  })
  void pagesAndPicturesHavePoliciesOfTheirOwn(String path, String policy) throws Exception {
    List<String> head = head("GET " + path);
    assertTrue(head.get(0).startsWith("HTTP/1.1 200"), head::toString);
    assertSafe(head, policy);
  }

  @Test
  void whatWasPostedIsNotStored() throws Exception {
    List<String> head = post("/v1/gradients", BODY);
    assertSafe(head, NOTHING);
    assertEquals(List.of("no-store"), values(head, "Cache-Control"));
    head = post("/v1/diagrams", BODY);
    assertTrue(head.get(0).startsWith("HTTP/1.1 200"), head::toString);
    assertSafe(head, "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    assertEquals(List.of("no-store"), values(head, "Cache-Control"));
  }

  @Test
  void aSaneIdIsTakenOver() throws Exception {
    String longest = "aZ0._-" + "x".repeat(58);
    assertEquals(
        List.of(longest),
        values(head("GET /v1/operations", "X-Request-Id: " + longest), "X-Request-Id"));
    assertEquals(
        List.of("a"), values(post("/v1/gradients", "{", "X-Request-Id: a"), "X-Request-Id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "<script>", "\u001b[31mred", "ä", "a%0d%0ab", "\"", "a\tb"})
  void anyOtherIsNot(String id) throws Exception {
    assertMade(head("GET /v1/operations", "X-Request-Id: " + id));
  }

  @Test
  void norOneThatIsTooLongOrGivenTwice() throws Exception {
    assertMade(head("GET /v1/operations", "X-Request-Id: " + "x".repeat(65)));
    assertMade(head("GET /v1/operations", "X-Request-Id: a", "X-Request-Id: a"));
  }

  private static void assertMade(List<String> head) {
    String made = values(head, "X-Request-Id").get(0);
    assertTrue(made.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), head::toString);
  }

  @Test
  void aLineForEachRequestOfTheApi(CapturedOutput log) throws Exception {
    post("/v1/gradients", BODY, "X-Request-Id: seen-1");
    post("/v1/gradients?secret=query", "{\"secret\": 1}", "X-Request-Id: seen-2");
    head("GET /v1/operations/sigmoid", "X-Request-Id: seen-3");
    head("GET /actuator/health", "X-Request-Id: seen-4");
    // The line is written when the answer has gone.
    String lines = until(log, "seen-3");
    assertLine(lines, "POST /v1/gradients 200 \\d+ ms 147 bytes seen-1");
    assertLine(lines, "POST /v1/gradients 422 \\d+ ms \\d+ bytes seen-2");
    assertLine(lines, "GET /v1/operations/\\{name} 200 \\d+ ms \\d+ bytes seen-3");
    assertFalse(lines.contains("secret"), lines);
    assertFalse(lines.contains("seen-4"), lines);
  }

  /** Whatever stands in path and headers, a line of the log is one that we wrote. */
  @Test
  void nobodyElseWritesIntoTheLog(CapturedOutput log) throws Exception {
    head("GET /v1/operations/a%0d%0aforged%1b[31m");
    head("GET /v1/operations?x=%0aforged", "User-Agent: forged\u001b[31m");
    head("GET /v1/\u001bforged");
    head("GET /v1/operations", "X-Request-Id: forged\u001b");
    head("GET /v1/operations", "traceparent: forged");
    head("GET /v1/operations", "forged\r: forged");
    head("FORGED /v1/operations");
    head("GET /v1/operations", "X-Request-Id: last");
    String lines = until(log, "last");
    assertFalse(lines.toLowerCase(Locale.ROOT).contains("forged"), lines);
    assertFalse(lines.contains("\u001b"), lines);
  }

  private static void assertLine(String lines, String line) {
    assertTrue(Pattern.compile("INFO +access: " + line + "\\R").matcher(lines).find(), lines);
  }

  private static String until(CapturedOutput log, String text) throws InterruptedException {
    for (int wait = 0; wait < 600 && !log.getAll().contains(text); wait++) {
      Thread.sleep(50);
    }
    return log.getAll();
  }
}
