package dev.letsbackprop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.letsbackprop.admission.Admission;
import dev.letsbackprop.limit.Limits;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A service with hardly any room says no in time, and honestly. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "letsbackprop.limits.json.bytes=8000000",
      "letsbackprop.limits.request.memory=120000000",
      "letsbackprop.limits.seconds.body=3",
      "letsbackprop.limits.seconds.waiting=1",
      "letsbackprop.limits.seconds.computing=1"
    })
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OverloadTest {
  private static final String GOOD = "{\"formula\": \"x * x\", \"values\": {\"x\": 3}}";

  private final HttpClient client = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  /** A machine with room for two bodies. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Narrow {
    @Bean
    @Primary
    Admission narrowAdmission(Limits limits) {
      return new Admission(limits, 1 << 26, 1);
    }
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body) throws Exception {
    return post("/v1/gradients", "application/json", body);
  }

  /** A client that has said so many bytes of a body, and says no more. */
  private Socket begun(int announced, int said) throws IOException {
    Socket socket = new Socket("localhost", port);
    String head = head("/v1/gradients", "application/json", announced);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(" ".repeat(said).getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String head(String path, String type, int length) {
    return String.join(
        "\r\n",
        "POST " + path + " HTTP/1.1",
        "Host: localhost",
        "Connection: close",
        "Content-Type: " + type,
        "Content-Length: " + length,
        "",
        "");
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aBodyThatDoesNotComeInTimeIsGivenUp() throws Exception {
    try (Socket slow = begun(100, 10)) {
      for (int i = 0; i < 5; i++) {
        TimeUnit.SECONDS.sleep(1);
        try {
          slow.getOutputStream().write(' ');
        } catch (IOException e) {
          break;
        }
      }
      assertThat(answer(slow))
          .startsWith("HTTP/1.1 408 ")
          .contains("application/problem+json")
          .contains("\"type\":\"/problems/request-timeout\"")
          .contains("within 3 seconds");
    }
    assertThat(post(GOOD).statusCode()).isEqualTo(200);
  }

  @Test
  void aSenderWhoSaysNothingMoreIsGivenUp() throws Exception {
    try (Socket silent = begun(100, 10)) {
      assertThat(answer(silent))
          .startsWith("HTTP/1.1 408 ")
          .contains("\"type\":\"/problems/request-timeout\"");
    }
  }

  @Test
  void bodiesForWhichThereIsNoRoomAreRefusedAndSmallOnesAreNot() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        slow.add(begun(7_900_000, 7_000_000));
      }
      String answer = answer(slow.get(2));
      assertThat(answer)
          .startsWith("HTTP/1.1 503 ")
          .containsPattern("\r\nRetry-After: [1-9][0-9]*\r\n")
          .contains("\"type\":\"/problems/overloaded\"");
      assertThat(post(GOOD).statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void workThatTakesTooLongIsStoppedInItsKernel() throws Exception {
    int n = 700;
    String zeros = Base64.getEncoder().encodeToString(new byte[8 * n * n]);
    HttpResponse<String> answer =
        post(
            "{\"formula\": \"sum(a @ a @ a @ a @ a @ a)\", \"values\": {\"a\": {\"shape\": [%1$d, %1$d], \"base64\": \"%2$s\"}}}"
                .formatted(n, zeros));
    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(answer.body()).contains("\"type\":\"/problems/deadline-exceeded\"");
    assertThat(post(GOOD).statusCode()).isEqualTo(200);
  }

  /** Sixty bytes ask for more than a hundred megabytes. */
  @Test
  void whatNeedsMoreMemoryThanThereIsNamesTheLimit() throws Exception {
    HttpResponse<String> answer =
        post("{\"formula\": \"sum(sin(repeat(x, count=4000000)))\", \"values\": {\"x\": [1]}}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("The limit 'request.memory' is 120000000 bytes; this request needs about ");
  }

  @Test
  void aBatchIsBrokenOffWithAWord() throws Exception {
    try (Socket slow = new Socket("localhost", port)) {
      String lines =
          """
          {"assignment": {"model": {"formula": "f = x * x", "values": {"x": 3}}}}
          {"id": "a", "claims": {"x": {"gradient": 6}}}
          """;
      String head = head("/v1/grades/batch", "application/x-ndjson", 1_000);
      slow.getOutputStream().write((head + lines).getBytes(StandardCharsets.UTF_8));
      slow.getOutputStream().flush();
      assertThat(answer(slow))
          .startsWith("HTTP/1.1 200 ")
          .contains("{\"id\":\"a\",")
          .contains("{\"id\":null,\"problem\":{\"type\":\"/problems/request-timeout\"")
          .doesNotContain("summary");
    }
  }

  @Test
  void limitsAreListedAsTheyAreSet() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/limits")).build(),
            BodyHandlers.ofString());
    assertThat(answer.body())
        .contains("{\"name\":\"json.bytes\",\"maximum\":8000000,\"unit\":\"bytes\"")
        .contains("{\"name\":\"model.nodes\",\"maximum\":300000,\"unit\":\"nodes\"");
  }
}
