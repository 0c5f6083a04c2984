package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which format a client gets a diagram in, and that a picture is safe to open. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DiagramTest {
  private static final String BODY = "{\"formula\": \"x * x\", \"values\": {\"x\": 3}}";

  @LocalServerPort private int port;
  private Api api;
  private ApiOperation diagrams;

  @BeforeEach
  void read() {
    api = new Api(port);
    diagrams = api.operation("drawModel");
  }

  private Api.Answer post(@Nullable String accept) {
    var request =
        api.request("/v1/diagrams")
            .header("Content-Type", Api.JSON)
            .POST(BodyPublishers.ofString(BODY));
    return api.send(accept == null ? request : request.header("Accept", accept));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| image/svg+xml",
        "*/* | image/svg+xml",
        "image/* | image/svg+xml",
        "text/html, application/xhtml+xml, image/avif, */*; q=0.8 | image/svg+xml",
        "text/vnd.graphviz | text/vnd.graphviz",
        "text/vnd.mermaid | text/vnd.mermaid",
        "text/vnd.mermaid, */* | text/vnd.mermaid",
        "text/vnd.mermaid; q=0.3, text/vnd.graphviz; q=0.4 | text/vnd.graphviz",
        "text/* | text/vnd.graphviz",
        "image/svg+xml; q=0, */* | text/vnd.graphviz",
        "*/*; q=0.1, text/vnd.mermaid; q=0.2, image/png | text/vnd.mermaid"
      })
  void chosen(@Nullable String accept, String mediaType) {
    Api.Answer answer = post(accept);
    diagrams.assertAnswers(200, answer);
    assertEquals(mediaType, answer.mediaType());
    String start =
        switch (mediaType) {
          case "image/svg+xml" -> "<svg ";
          case "text/vnd.graphviz" -> "digraph ";
          default -> "flowchart ";
        };
    assertTrue(answer.body().startsWith(start), answer::body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "image/png", "*/*; q=0", "text/vnd.mermaid; q=0"})
  void notAcceptable(String accept) {
    diagrams.assertAnswers(406, post(accept));
  }

  @Test
  void shownNotAcceptable() {
    assertEquals(diagrams.answers("406").get("png"), post("image/png").body());
  }

  @Test
  void aPictureMayDoNothing() throws IOException, InterruptedException {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                api.request("/v1/diagrams")
                    .header("Content-Type", Api.JSON)
                    .POST(BodyPublishers.ofString(BODY))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        response.headers().firstValue("Content-Security-Policy").orElse(""));
    assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertTrue(
        String.join(",", response.headers().allValues("Vary"))
            .toLowerCase(Locale.ROOT)
            .contains("accept"));
    assertEquals(
        "image/svg+xml;charset=UTF-8", response.headers().firstValue("Content-Type").orElse(""));
  }

  @ParameterizedTest
  @MethodSource("dev.letsbackprop.service.Examples#names")
  void examples(String name) {
    Api.Answer answer = api.get("/v1/examples/" + name + "/diagram.svg", "*/*");
    api.operation("drawExample").assertAnswers(200, answer);
    assertTrue(answer.body().startsWith("<svg "), answer::body);
  }

  @Test
  void themeOfAnExample() {
    ApiOperation example = api.operation("drawExample");
    String path = "/v1/examples/cs231n-x-plus-y-times-z/diagram.svg?theme=";
    Api.Answer wrong = api.get(path + "drak", "*/*");
    example.assertAnswers(400, wrong);
    assertEquals(example.answers("400").get("theme"), wrong.body());
    Api.Answer light = api.get(path + "light", "image/*");
    example.assertAnswers(200, light);
    assertTrue(!light.body().contains("@media"), light::body);
  }
}
