package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.limit.Limits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gradients as graphs have the values that the gradients have. */
class GradientGraphValueTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void ofRandomGraphsOverTheWholeCatalogue() {
    for (long seed = 0; seed < 200; seed++) {
      Graph graph = RandomGraphs.draw(seed, 25);
      byte[] body = RandomGraphs.request(graph, seed, json -> {});
      check(JSON.readTree(body), "seed " + seed);
    }
  }

  /** What is simplified must keep its shape: ones times a number are as many numbers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(c * x)",
        "sum(x * c)",
        "sum(c / x)",
        "sum(x / c)",
        "sum(c ** x)",
        "sum(x ** c)",
        "sum(c - x)",
        "mean(c * -x)",
        "sum(c + x)",
        "sum(reshape(c * x, shape=[3, 1]))"
      })
  void ofNumbersBesideVectors(String formula) {
    String request = "{'formula': '" + formula + "', 'values': {'c': [1, 2, 3], 'x': 2}}";
    check(JSON.readTree(request.replace('\'', '"')), formula);
  }

  static Iterable<Example> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void ofTheExamples(Example example) {
    check(JSON.readTree(example.text()).path("request"), example.name());
  }

  /** Asks for the gradient graph towards every node, and for the values of what comes back. */
  private static void check(JsonNode request, String told) {
    ObjectNode model = (ObjectNode) request.deepCopy();
    model.remove("include");
    model.remove("wrt");
    JsonNode gradients = JSON.readTree(Ask.gradients(bytes(model), Limits.DEFAULT));
    gradients
        .path("nodes")
        .properties()
        .forEach(
            node -> {
              if (node.getValue().has("gradient")) {
                model.withArray("/wrt").add(node.getKey());
              }
            });
    String graph = Ask.gradientGraph(bytes(model), Limits.DEFAULT);
    JsonNode nodes = JSON.readTree(Ask.gradients(graph)).path("nodes");
    String output = gradients.path("output").stringValue();
    for (JsonNode id : model.path("wrt")) {
      String gradient = "d_" + output + "/d_" + id.stringValue();
      JsonNode expected = gradients.path("nodes").path(id.stringValue()).path("gradient");
      assertClose(expected, nodes.path(gradient).path("value"), told + ", " + gradient);
    }
  }

  private static void assertClose(JsonNode expected, JsonNode found, String told) {
    if (expected.isArray()) {
      assertEquals(expected.size(), found.size(), told);
      for (int at = 0; at < expected.size(); at++) {
        assertClose(expected.get(at), found.get(at), told);
      }
      return;
    }
    assertTrue(found.isNumber(), () -> told + ": " + found);
    double wanted = expected.asDouble();
    assertEquals(wanted, found.asDouble(), 1e-12 * (1e-3 + Math.abs(wanted)), told);
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
