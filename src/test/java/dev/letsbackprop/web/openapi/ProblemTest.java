package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Problems are as the document says, and those that it shows are those that a client gets. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProblemTest {
  private static final String PROBLEM = "/components/schemas/Problem";

  @LocalServerPort private int port;
  private Api api;
  private ApiOperation gradients;

  @BeforeEach
  void read() {
    api = new Api(port);
    gradients = api.operation("computeGradients");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"nodes\": ",
        "400 | {\"nodes\": {}, \"nodes\": {}}",
        "422 | []",
        "422 | {}",
        "422 | {\"nodes\": {\"x\": {\"value\": 1}}, \"colour\": \"red\"}",
        "422 | {\"nodes\": {\"x\": {\"value\": [[1, 2], [3]]}}}",
        "422 | {\"nodes\": {\"x\": {\"value\": 1}, \"y\": {\"op\": \"tnah\", \"inputs\":"
            + " [\"x\"]}}}",
        "422 | {\"nodes\": {\"y\": {\"op\": \"tanh\", \"inputs\": [\"y\"]}}}"
      })
  void badBodies(int status, String body) {
    gradients.assertAnswers(status, api.post(gradients.path(), Api.JSON, body));
  }

  @Test
  void badMethod() {
    Api.Answer answer = api.send(api.request(Api.GRADIENTS).DELETE());
    assertEquals(405, answer.status());
    assertEquals(Api.PROBLEM, answer.mediaType());
    api.assertValid(PROBLEM, answer.body());
  }

  @Test
  void badPath() {
    Api.Answer answer = api.get("/v1/nothing", "*/*");
    assertEquals(404, answer.status());
    assertEquals(Api.PROBLEM, answer.mediaType());
    api.assertValid(PROBLEM, answer.body());
  }

  @Test
  void shownMalformed() {
    assertShown("400", "empty", api.post(Api.GRADIENTS, Api.JSON, " "));
  }

  @Test
  void shownNotAcceptable() {
    assertShown(
        "406",
        "csv",
        api.send(
            api.request(Api.GRADIENTS)
                .header("Content-Type", Api.JSON)
                .header("Accept", "text/csv")
                .POST(BodyPublishers.ofString("{}"))));
  }

  @Test
  void shownUnsupported() {
    assertShown("415", "text", api.post(Api.GRADIENTS, "text/plain", "{}"));
  }

  @Test
  void shownTooLarge() {
    assertShown("413", "large", api.post(Api.GRADIENTS, Api.JSON, " ".repeat((1 << 25) + 1)));
  }

  @Test
  void shownGraph() {
    assertShown(
        "422",
        "graph",
        api.post(
            Api.GRADIENTS,
            Api.JSON,
            """
            {"nodes": {
               "x": {"value": -2}, "y": {"value": 5}, "z": {"value": -4},
               "f": {"op": "multiply", "inputs": ["x", "zz"]},
               "g": {"op": "mulitply", "inputs": ["f", "z"]}},
             "output": "g"}
            """));
  }

  @Test
  void shownFormula() {
    assertShown(
        "422",
        "formula",
        api.post(
            Api.GRADIENTS,
            Api.JSON,
            """
            {"formula": "q = x + * y; f = q * z", "values": {"x": -2, "y": 5, "z": -4}}
            """));
  }

  @Test
  void shownForm() {
    assertShown(
        "422",
        "form",
        api.post(Api.GRADIENTS, Api.JSON, "{\"nodes\": {\"x\": {\"value\": \"2\"}}}"));
  }

  private void assertShown(String status, String name, Api.Answer answer) {
    assertEquals(gradients.answers(status).get(name), answer.body());
    gradients.assertAnswers(Integer.parseInt(status), answer);
  }

  @Test
  void shownNotFound() {
    Map<String, String> missing =
        Map.of(
            "getOperation", "/v1/operations/mulitply",
            "getExample", "/v1/examples/mazur-step-by-stop",
            "drawExample", "/v1/examples/mazur-step-by-stop/diagram.svg",
            "explainProblem", "/problems/bad-luck");
    missing.forEach(
        (id, path) -> {
          ApiOperation operation = api.operation(id);
          Api.Answer answer = api.get(path, "*/*");
          operation.assertAnswers(404, answer);
          assertEquals(List.of(answer.body()), List.copyOf(operation.answers("404").values()));
        });
  }

  /** The types that the document lists have pages that explain them. */
  @Test
  void types() {
    api.document()
        .at(PROBLEM + "/properties/type/enum")
        .valueStream()
        .map(type -> type.stringValue())
        .filter(type -> !type.equals("about:blank"))
        .forEach(type -> assertEquals(200, api.get(type, "text/html").status(), type));
  }
}
