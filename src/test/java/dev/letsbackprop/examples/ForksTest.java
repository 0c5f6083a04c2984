package dev.letsbackprop.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Some examples would show it if a flow replaced the flows before it and were not added to them.
 */
class ForksTest {

  /** What reaches the last fork is right whatever becomes of several flows: it alone shows it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "colah-a-plus-b-times-b-plus-1",
        "zero-to-hero-a-plus-a",
        "zero-to-hero-a-times-b-times-a-plus-b",
        "micrograd-issue-68",
        "ctensor-issue-5"
      })
  void lastFork(String name) {
    ExampleFile file = ExampleFile.of(name);
    JsonNode nodes = file.served("include", "[\"gradients\", \"flows\"]").path("nodes");
    String fork = "";
    for (String node : nodes.propertyNames()) {
      fork = flows(nodes, node).size() > 1 ? node : fork;
    }
    List<Double> flows = flows(nodes, fork);
    double gradient = nodes.path(fork).path("gradient").doubleValue();
    assertEquals(flows.stream().mapToDouble(Double::doubleValue).sum(), gradient);
    assertTrue(flows.stream().noneMatch(flow -> flow == gradient), flows::toString);
    assertTrue(file.json().path("computed").path("gradients").has(fork));
  }

  /** What reaches a node, from each edge. */
  private static List<Double> flows(JsonNode nodes, String node) {
    List<Double> flows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> consumer : nodes.properties()) {
      JsonNode inputs = consumer.getValue().path("inputs");
      for (int place = 0; place < inputs.size(); place++) {
        if (inputs.get(place).asString().equals(node)) {
          flows.add(consumer.getValue().path("flows").get(place).doubleValue());
        }
      }
    }
    return flows;
  }
}
