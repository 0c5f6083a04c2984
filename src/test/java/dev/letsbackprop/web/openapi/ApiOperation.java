package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.web.openapi.Api.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One operation of the document. */
record ApiOperation(String path, String method, JsonNode json, Api api) {

  String id() {
    return json.path("operationId").asString("");
  }

  /** The media type that a client chooses who knows the document only: the first. */
  String requestType() {
    return first(json.path("requestBody").path("content"));
  }

  String answerType() {
    return first(json.path("responses").path("200").path("content"));
  }

  /** Whether a body of that type is one JSON value. */
  static boolean isJson(String mediaType) {
    return mediaType.endsWith("/json") || mediaType.endsWith("+json");
  }

  /** The body to send for an example: what is no JSON is shown as a string. */
  String body(String example) {
    return isJson(requestType()) ? example : new JsonMapper().readTree(example).stringValue();
  }

  private static String first(JsonNode content) {
    return content.propertyNames().iterator().next();
  }

  /** The named examples of its request, in order. */
  Map<String, String> requests() {
    return examples(json.path("requestBody").path("content").path(requestType()));
  }

  /** The named examples of the answer with that status. */
  Map<String, String> answers(String status) {
    JsonNode content = api.resolve(json.path("responses").path(status)).path("content");
    return examples(content.path(first(content)));
  }

  private static Map<String, String> examples(JsonNode media) {
    Map<String, String> examples = new LinkedHashMap<>();
    media
        .path("examples")
        .properties()
        .forEach(each -> examples.put(each.getKey(), each.getValue().path("value").toString()));
    return examples;
  }

  /** Its path with the example of each parameter. */
  String examplePath() {
    String filled = path;
    for (JsonNode parameter : json.path("parameters")) {
      String example = parameter.path("example").asString("");
      assertFalse(example.isEmpty(), () -> "no example of " + parameter);
      filled = filled.replace("{" + parameter.path("name").asString("") + "}", example);
    }
    return filled;
  }

  String requestSchema() {
    return pointer() + "/requestBody/content/" + escaped(requestType()) + "/schema";
  }

  /** Asserts that an answer has this status and all that the document says of it. */
  void assertAnswers(int status, Answer answer) {
    assertEquals(status, answer.status(), answer::body);
    JsonNode response = json.path("responses").path(Integer.toString(status));
    JsonNode content = api.resolve(response).path("content");
    assertTrue(content.has(answer.mediaType()), () -> answer.mediaType() + " of " + content);
    if (isJson(answer.mediaType())) {
      String root =
          response.has("$ref")
              ? response.path("$ref").asString("").substring(1)
              : pointer() + "/responses/" + status;
      api.assertValid(root + "/content/" + escaped(answer.mediaType()) + "/schema", answer.body());
    }
  }

  private String pointer() {
    return "/paths/" + escaped(path) + "/" + method;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  @Override
  public String toString() {
    return id();
  }
}
