package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.service.Example;
import dev.letsbackprop.service.Examples;
import dev.letsbackprop.service.OperationExample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Every request that we show anywhere is as the document says, and so is its answer. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RequestTest {

  @LocalServerPort private int port;
  private Api api;
  private ApiOperation gradients;

  @BeforeEach
  void read() {
    api = new Api(port);
    gradients = api.operation("computeGradients");
  }

  private String post(String request) {
    return post(gradients, request);
  }

  private String post(ApiOperation to, String request) {
    api.assertValid(to.requestSchema(), request);
    Api.Answer answer = api.post(to.path(), to.requestType(), to.body(request));
    to.assertAnswers(200, answer);
    return answer.body();
  }

  /** An answer as the document shows it: what is no JSON is shown as a string. */
  private static JsonNode read(ApiOperation operation, String body) {
    return ApiOperation.isJson(operation.answerType()) ? tree(body) : StringNode.valueOf(body);
  }

  private static JsonNode tree(String json) {
    return new JsonMapper().readTree(json);
  }

  static List<String> examples() {
    return Examples.all().stream().map(Example::name).toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void workedExample(String name) {
    ApiOperation operation = api.operation("getExample");
    Api.Answer example = api.get("/v1/examples/" + name, Api.JSON);
    operation.assertAnswers(200, example);
    post(tree(example.body()).path("request").toString());
  }

  static List<String> names() {
    return Catalogue.entries().stream().map(Entry::name).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void operation(String name) {
    api.operation("getOperation").assertAnswers(200, api.get("/v1/operations/" + name, Api.JSON));
    Entry entry = Objects.requireNonNull(Catalogue.find(name));
    String request = Fillings.tree(new OperationExample(entry)).toString();
    post(request);
    for (String encoding : List.of("nested", "flat", "base64")) {
      post(
          request.replaceFirst(
              "\\{",
              "{\"encoding\": \""
                  + encoding
                  + "\", \"include\": [\"values\", \"gradients\", \"flows\", \"local\","
                  + " \"derivations\"],"));
    }
  }

  @Test
  void everyExampleOfTheDocument() {
    for (ApiOperation operation : api.operations()) {
      if (operation.json().has("requestBody")) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        operation
            .requests()
            .forEach(
                (name, request) -> answers.put(name, read(operation, post(operation, request))));
        Map<String, JsonNode> shown = new LinkedHashMap<>();
        operation.answers("200").forEach((name, answer) -> shown.put(name, tree(answer)));
        assertEquals(shown, answers);
      }
    }
  }

  /** The first example is the one that the contract begins with. */
  @Test
  void firstExample() {
    assertEquals(
        "{\"nodes\":{\"x\":{\"value\":-2},\"y\":{\"value\":5},\"z\":{\"value\":-4},"
            + "\"q\":{\"op\":\"add\",\"inputs\":[\"x\",\"y\"]},"
            + "\"f\":{\"op\":\"multiply\",\"inputs\":[\"q\",\"z\"]}},\"output\":\"f\"}",
        gradients.requests().values().iterator().next());
  }
}
