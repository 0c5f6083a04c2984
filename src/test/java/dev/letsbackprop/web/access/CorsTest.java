package dev.letsbackprop.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.web.BadSetting;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.env.MockEnvironment;

/** Pages of other origins: which may call, and what they hear. */
class CorsTest {
  private static final String COURSE = "https://course.example";

  /** An answer with its head; Java's own client does not send an Origin. */
  private static String ask(int port, String line, String... headers) throws IOException {
    String head =
        line
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + String.join("\r\n", headers);
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String preflight(int port, String origin, String method) throws IOException {
    return ask(
        port,
        "OPTIONS /v1/gradients",
        "Origin: " + origin,
        "Access-Control-Request-Method: " + method);
  }

  private static void assertForbidden(String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
    assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
    assertTrue(answer.contains("{\"type\":\"about:blank\""), answer);
    assertFalse(answer.contains("Access-Control-Allow"), answer);
    assertFalse(answer.contains("\nAllow:"), answer);
  }

  @Nested
  @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
  class Off {
    @LocalServerPort private int port;

    @Test
    void aPreflightIsRefused() throws Exception {
      assertForbidden(preflight(port, COURSE, "POST"));
    }

    @Test
    void anAnswerSaysNothingOfOrigins() throws Exception {
      String answer = ask(port, "GET /v1/operations", "Origin: " + COURSE);
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertFalse(answer.contains("Access-Control"), answer);
    }

    @Test
    void whatAPathAnswersToIsTold() throws Exception {
      String answer = ask(port, "OPTIONS /v1/gradients");
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertTrue(answer.contains("\nAllow: POST,OPTIONS\r"), answer);
    }
  }

  @Nested
  @SpringBootTest(
      webEnvironment = WebEnvironment.RANDOM_PORT,
      properties = "letsbackprop.cors.origins=https://course.example,http://localhost:3000")
  class Some {
    @LocalServerPort private int port;

    @Test
    void aPageOfACourseMayCall() throws Exception {
      String answer = preflight(port, "http://localhost:3000", "POST");
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertTrue(answer.contains("Access-Control-Allow-Origin: http://localhost:3000\r"), answer);
      assertTrue(answer.contains("Access-Control-Allow-Methods: GET,HEAD,POST\r"), answer);
      assertFalse(answer.contains("Allow-Credentials"), answer);
      answer = ask(port, "GET /v1/operations", "Origin: " + COURSE);
      assertTrue(answer.contains("Access-Control-Allow-Origin: " + COURSE + "\r"), answer);
      assertTrue(
          answer.contains("Access-Control-Expose-Headers: Retry-After, X-Request-Id\r"), answer);
      assertTrue(answer.contains("Vary: Origin"), answer);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://course.example.evil.example",
          "http://course.example",
          "https://course.example:444",
          "null"
        })
    void othersMayNot(String origin) throws Exception {
      assertForbidden(preflight(port, origin, "POST"));
      String answer = ask(port, "GET /v1/operations", "Origin: " + origin);
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertFalse(answer.contains("Access-Control-Allow"), answer);
      assertTrue(answer.contains("Vary: Origin"), answer);
    }

    @Test
    void notInEveryWay() throws Exception {
      assertForbidden(preflight(port, COURSE, "DELETE"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://course.example/",
        "course.example",
        "https://*.example",
        "ftp://course.example",
        "https://course.example/page"
      })
  void whatIsNoOriginDoesNotStart(String origin) {
    BadSetting refused = assertThrows(BadSetting.class, () -> read(origin));
    assertTrue(String.valueOf(refused.getMessage()).contains("'" + origin + "'"));
  }

  @Test
  void origins() {
    assertEquals(List.of("*"), read("*"));
    assertEquals(List.of("https://[::1]:8443", COURSE), read("https://[::1]:8443," + COURSE));
  }

  private static List<String> read(String origins) {
    return OriginSettings.read(
        new MockEnvironment().withProperty("letsbackprop.cors.origins", origins));
  }
}
