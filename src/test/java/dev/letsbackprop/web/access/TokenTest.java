package dev.letsbackprop.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service with tokens, as callers with and without one see it. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "letsbackprop.tokens=first-token-of-two,second-token-of-two",
      "letsbackprop.cors.origins=https://course.example",
      "logging.level.dev.letsbackprop=debug"
    })
class TokenTest {
  private static final String BODY = "{\"formula\": \"x * x\", \"values\": {\"x\": 3}}";

  @LocalServerPort private int port;

  private HttpRequest.Builder path(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Content-Type", "application/json");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String... authorization) throws Exception {
    HttpRequest.Builder request = path("/v1/gradients").POST(BodyPublishers.ofString(BODY));
    for (String value : authorization) {
      request.header("Authorization", value);
    }
    return send(request);
  }

  private static void assertRefused(HttpResponse<String> answer, String challenge) {
    assertEquals(401, answer.statusCode(), answer::body);
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals(challenge, answer.headers().firstValue("WWW-Authenticate").orElse(""));
    assertTrue(answer.body().startsWith("{\"type\":\"about:blank\""), answer::body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer first-token-of-two",
        "Bearer second-token-of-two",
        "bearer second-token-of-two",
        "Bearer  first-token-of-two"
      })
  void whoHasATokenPasses(String authorization) throws Exception {
    assertEquals(200, post(authorization).statusCode());
  }

  @Test
  void whoHasNoneDoesNot() throws Exception {
    HttpResponse<String> answer = post();
    assertRefused(answer, "Bearer");
    assertTrue(answer.body().contains("This service wants a token"), answer::body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer third-token-of-two",
        "Bearer first-token-of-tw",
        "Bearer first-token-of-twoo",
        "Bearer First-token-of-two",
        "Bearer first-token-of-two,second-token-of-two"
      })
  void whoHasAnotherDoesNot(String authorization) throws Exception {
    HttpResponse<String> answer = post(authorization);
    assertRefused(answer, "Bearer error=\"invalid_token\"");
    assertFalse(answer.body().contains("of-tw"), answer::body);
  }

  @Test
  void otherFormsDoNot() throws Exception {
    assertRefused(post("Basic Zmlyc3QtdG9rZW4tb2YtdHdv"), "Bearer");
    assertRefused(post("first-token-of-two"), "Bearer");
    assertRefused(post("Bearer"), "Bearer");
    assertRefused(post("Bearer first-token-of-two", "Bearer first-token-of-two"), "Bearer");
  }

  /** However the path is spelt, nobody gets to a controller without a token. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/operations",
        "/%76%31/operations",
        "/v1;a=b/operations",
        "/./v1/operations",
        "/playground/../v1/operations",
        "/v1/nothing",
        "/v1/operations?access_token=first-token-of-two"
      })
  void noSpellingGoesAround(String path) throws Exception {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 401") || answer.startsWith("HTTP/1.1 400"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//v1/operations", "/V1/operations", "/v1/../v1/operations", "/v1%2foperations"})
  void norGivesAnAnswer(String path) throws Exception {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
  }

  /** The answer comes although not a byte of the body was sent. */
  @Test
  void theBodyIsNotWaitedFor() throws Exception {
    String head = "POST /v1/gradients HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n";
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 401", new String(answer, StandardCharsets.US_ASCII));
    }
  }

  private String raw(String request) throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/playground/main.js",
        "/swagger-ui/index.html",
        "/v3/api-docs",
        "/problems/invalid-graph",
        "/actuator/health",
        "/readyz"
      })
  void whatExplainsTheServiceIsThereForEverybody(String path) throws Exception {
    assertEquals(200, send(path(path)).statusCode());
  }

  @Test
  void aPreflightNeedsNone() throws Exception {
    String request =
        String.join(
            "\r\n",
            "OPTIONS /v1/gradients HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Origin: https://course.example",
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: authorization,content-type",
            "",
            "");
    String answer = raw(request);
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    assertTrue(answer.contains("Access-Control-Allow-Origin: https://course.example"), answer);
    assertTrue(
        answer.contains("Access-Control-Allow-Headers: authorization, content-type"), answer);
  }

  @Test
  void aTokenIsNeverLogged(CapturedOutput log) throws Exception {
    post("Bearer first-token-of-two");
    post("Bearer another-wrong-token");
    assertTrue(log.getAll().contains("POST /v1/gradients 200"), log::getAll);
    assertTrue(log.getAll().contains("POST /v1/** 401"), log::getAll);
    assertFalse(log.getAll().contains("token-of-two"), log::getAll);
    assertFalse(log.getAll().contains("another-wrong"), log::getAll);
  }
}
