package dev.letsbackprop.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One net in three spellings is one graph, with the same digits. */
class SpellingsTest {
  private static final String NET = "two-layer-sigmoid-softmax-batch-of-4";

  /** What each node of the expression graph is called in the stack. */
  private static final Map<String, String> LAYERS =
      Map.ofEntries(
          Map.entry("x", "input"),
          Map.entry("W1", "affine1.weight"),
          Map.entry("b1", "affine1.bias"),
          Map.entry("x @ W1", "affine1.matmul"),
          Map.entry("a", "affine1"),
          Map.entry("h", "sigmoid1"),
          Map.entry("W2", "scores.weight"),
          Map.entry("b2", "scores.bias"),
          Map.entry("h @ W2", "scores.matmul"),
          Map.entry("s", "scores"),
          Map.entry("t", "softmax_with_loss1.target"),
          Map.entry("L", "softmax_with_loss1"));

  private static JsonNode nodes(String name) {
    return new JsonMapper().readTree(ExampleFile.of(name).served()).get("nodes");
  }

  @Test
  void agreeDigitByDigit() {
    JsonNode graph = nodes(NET);
    JsonNode stack = nodes(NET + "-as-layers");
    JsonNode formula = nodes(NET + "-as-formula");
    assertEquals(LAYERS.keySet(), Set.copyOf(graph.propertyNames()));
    assertEquals(graph.size(), stack.size());
    assertEquals(graph.size(), formula.size());
    LAYERS.forEach(
        (id, layer) -> {
          String statement = id.equals("a") ? "x @ W1 + b1" : id;
          for (String quantity : new String[] {"value", "gradient"}) {
            JsonNode digits = graph.get(id).path(quantity);
            assertEquals(digits, stack.path(layer).path(quantity), layer);
            if (!id.equals("t")) {
              assertEquals(digits, formula.path(statement).path(quantity), statement);
            }
          }
        });
  }
}
