package dev.letsbackprop.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples as a client meets them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ExamplesOverHttpTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  static List<ExampleFile> files() {
    return ExampleFile.all();
  }

  @ParameterizedTest
  @MethodSource("files")
  void post(ExampleFile file) throws IOException, InterruptedException {
    HttpRequest request =
        request("/v1/gradients")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(file.request()))
            .build();
    HttpResponse<String> response = send(request, 200, "application/json");
    assertEquals(file.answer(), response.body());
  }

  @ParameterizedTest
  @MethodSource("files")
  void getOne(ExampleFile file) throws IOException, InterruptedException {
    HttpResponse<String> response = get("/v1/examples/" + file.name(), 200, "application/json");
    assertEquals(file.text(), response.body());
  }

  @Test
  void getAll() throws IOException, InterruptedException {
    HttpResponse<String> response = get("/v1/examples", 200, "application/json");
    JsonNode examples = new JsonMapper().readTree(response.body()).path("examples");
    List<ExampleFile> files = files();
    assertEquals(files.size(), examples.size());
    for (int at = 0; at < files.size(); at++) {
      JsonNode example = examples.get(at);
      JsonNode file = files.get(at).json();
      assertEquals(
          List.of("name", "title", "summary", "source", "quality"),
          List.copyOf(example.propertyNames()));
      example
          .properties()
          .forEach(entry -> assertEquals(file.get(entry.getKey()), entry.getValue()));
    }
  }

  @Test
  void unknown() throws IOException, InterruptedException {
    HttpResponse<String> response =
        get("/v1/examples/zero-to-hero-a-plus-b", 404, "application/problem+json");
    assertEquals(
        "No example 'zero-to-hero-a-plus-b'. Did you mean 'zero-to-hero-a-plus-a'?",
        new JsonMapper().readTree(response.body()).path("detail").stringValue());
  }

  private HttpResponse<String> get(String path, int status, String mediaType)
      throws IOException, InterruptedException {
    return send(request(path).build(), status, mediaType);
  }

  private static HttpResponse<String> send(HttpRequest request, int status, String mediaType)
      throws IOException, InterruptedException {
    HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(status, response.statusCode(), response::body);
    assertEquals(mediaType, response.headers().firstValue("Content-Type").orElse(""));
    return response;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
