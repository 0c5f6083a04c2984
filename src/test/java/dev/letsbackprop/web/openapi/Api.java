package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service as a client meets it, together with the document that describes it. */
final class Api {
  static final String GRADIENTS = "/v1/gradients";
  static final String JSON = "application/json";
  static final String PROBLEM = "application/problem+json";

  private static final String DOCUMENT = "https://letsbackprop.test/v3/api-docs";
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final int port;
  private final String text;
  private final JsonNode document;
  private final SchemaRegistry schemas;

  Api(int port) {
    this.port = port;
    this.text = get("/v3/api-docs", JSON).body();
    this.document = MAPPER.readTree(text);
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, text)));
  }

  /** The document's text. */
  String text() {
    return text;
  }

  JsonNode document() {
    return document;
  }

  /** Every operation of the document, in order. */
  List<ApiOperation> operations() {
    return document.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        each ->
                            new ApiOperation(path.getKey(), each.getKey(), each.getValue(), this)))
        .toList();
  }

  ApiOperation operation(String id) {
    return operations().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no operation " + id));
  }

  /** What stands at a place, looked up where it is a reference. */
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").stringValue().substring(1)) : node;
  }

  /** Asserts that a value is as the schema at that pointer into the document says. */
  void assertValid(String pointer, String json) {
    assertEquals(List.of(), faults(pointer, json), () -> "against " + pointer + ": " + json);
  }

  List<String> faults(String pointer, String json) {
    return schemas
        .getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer))
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** The answer to a request. */
  record Answer(int status, String mediaType, String body) {}

  Answer get(String path, String accept) {
    return send(request(path).header("Accept", accept));
  }

  Answer post(String path, String contentType, String body) {
    return send(
        request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String mediaType = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(response.statusCode(), mediaType.replaceFirst(";.*", ""), response.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
