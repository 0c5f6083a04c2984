package dev.letsbackprop.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bytes that no client of HTTP would send: a problem, or a closed connection, and life goes on. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RawBytesTest {
  private static final String GOOD = "{\"formula\": \"x * x\", \"values\": {\"x\": 3}}";

  @LocalServerPort private int port;

  private String send(String bytes) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketException e) {
      // It was closed before all was said.
      return "";
    }
  }

  private static String post(String headers, String body) {
    return "POST /v1/gradients HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\n"
        + headers
        + "\r\n"
        + body;
  }

  private static String body(String body) {
    return post("Content-Length: " + body.length() + "\r\n", body);
  }

  private static void assertRefused(String answer) {
    if (!answer.isEmpty()) {
      // What HTTP says of a version or a transfer coding that nobody knows is in the 500s.
      assertThat(answer)
          .containsPattern("^HTTP/1.1 (4..|501|505) ")
          .contains("application/problem+json");
      assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("<html", "exception");
    }
  }

  @AfterEach
  void aGoodRequestWorksAllTheSame() throws IOException {
    assertThat(send(body(GOOD))).startsWith("HTTP/1.1 200").contains("\"gradient\":6");
  }

  static List<String> bodies() {
    return List.of(
        "\u00ef\u00bb\u00bf" + GOOD,
        "{\"formula\": \"\u00c0\u00af\"}",
        "{\"formula\": \"\u00ed\u00a0\u0080\"}",
        "{\"formula\": \"\u00f5\u0080\u0080\u0080\"}",
        "{\"formula\": \"\u00e2\u0082\"}",
        new String(GOOD.getBytes(java.nio.charset.StandardCharsets.UTF_16LE), ISO_8859_1),
        new String(GOOD.getBytes(java.nio.charset.StandardCharsets.UTF_16BE), ISO_8859_1),
        new String(GOOD.getBytes(java.nio.charset.Charset.forName("UTF-32")), ISO_8859_1),
        "{\"formula\": \"\\ud800\", \"values\": {}}",
        "{\"formula\": \"x\0\", \"values\": {\"x\": 3}}",
        GOOD + "\0",
        "{\"formula\": \"x\", \"formula\": \"y\", \"values\": {\"x\": 3}}",
        "[".repeat(100_000),
        "{\"formula\": \"x\", \"values\": {\"x\": " + "1".repeat(100_000) + "}}",
        "{\"formula\": \"x\", \"values\": {\"x\": 1e" + "9".repeat(900) + "}}",
        "\u001f\u008b\b\0\0\0\0\0");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void bodiesThatAreNoJson(String body) throws IOException {
    String answer = send(body(body));
    assertThat(answer).isNotEmpty();
    assertRefused(answer);
  }

  static Stream<String> framings() {
    return Stream.of(
        post("Content-Length: 5\r\n", GOOD),
        post("Content-Length: 5000\r\n", GOOD),
        post("Content-Length: -1\r\n", GOOD),
        post("Content-Length: x\r\n", GOOD),
        post("Content-Length: 99999999999999999999\r\n", GOOD),
        post("Content-Length: 5\r\nContent-Length: 6\r\n", GOOD),
        post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "zz\r\n" + GOOD),
        post("Transfer-Encoding: chunked\r\n", "zz\r\n" + GOOD),
        post("Transfer-Encoding: chunked\r\n", "-5\r\n" + GOOD),
        post("Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n" + GOOD),
        post("Transfer-Encoding: chunked\r\n", "5\r\n{}"),
        post("Transfer-Encoding: gzip\r\n", GOOD),
        post("Transfer-Encoding: nonsense, chunked\r\n", GOOD),
        post("Content-Encoding: gzip\r\nContent-Length: 2\r\n", "{}"),
        post("Content-Encoding: x-none\r\nContent-Length: 2\r\n", "{}"),
        post("X: " + "a".repeat(100_000) + "\r\nContent-Length: 2\r\n", "{}"),
        post("X: a\r\n".repeat(2_000) + "Content-Length: 2\r\n", "{}"),
        post("no colon\r\n", ""),
        post("X: \0\r\n", ""));
  }

  @ParameterizedTest
  @MethodSource("framings")
  void framingsThatDoNotFit(String bytes) throws IOException {
    assertRefused(send(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/operations/%zz HTTP/1.1",
        "GET /v1/operations/% HTTP/1.1",
        "GET /v1/operations/%00 HTTP/1.1",
        "GET /v1/operations/%c0%af HTTP/1.1",
        "GET /v1/examples/x/diagram.svg?theme=%ff HTTP/1.1",
        "GET /v1/examples/x/diagram.svg?theme=%zz HTTP/1.1",
        "GET /../../etc/passwd HTTP/1.1",
        "GET /playground/../../application.yaml HTTP/1.1",
        "GET /%2e%2e/application.yaml HTTP/1.1",
        "GET /v1\\operations HTTP/1.1",
        "GET /v1/\u00e9 HTTP/1.1",
        "GET /a b HTTP/1.1",
        "GET / HTTP/9.9",
        "GET / http",
        "GET http://[bad/ HTTP/1.1",
        "TRACE / HTTP/1.1",
        "CONNECT localhost:1 HTTP/1.1",
        "G\0T / HTTP/1.1",
        "NONSENSE /v1/gradients HTTP/1.1",
        "\u0016\u0003\u0001",
        "PRI * HTTP/2.0",
        "OPTIONS x HTTP/1.1"
      })
  void linesThatAreNoRequests(String line) throws IOException {
    String answer = send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertRefused(answer);
  }

  @Test
  void junkBehindAGoodRequest() throws IOException {
    String first = body(GOOD).replace("Connection: close\r\n", "");
    String answer = send(first + "\0\0junk\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200");
    assertRefused(
        answer.substring(answer.indexOf("}}") + 1).replaceFirst("(?s)^.*?(?=HTTP|$)", ""));
  }

  /** HTTP/0.9 has no headers to say what an answer is. */
  @Test
  void linesWithoutAVersion() throws IOException {
    assertThat(send("GET /v1/limits\r\n\r\n")).doesNotContain("<html", "HTTP/1.1 5");
  }
}
