package dev.letsbackprop.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.service.Ask;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Layers, alone and in stacks, against what PyTorch gave: every value and every gradient. */
class LayerOracleTest {
  private static final double TOLERANCE = 1e-10;
  private static final JsonMapper JSON = new JsonMapper();

  static Stream<Named<JsonNode>> cases() {
    return JSON.readTree(Path.of("src/test/resources/layers/stacks.json"))
        .get("cases")
        .valueStream()
        .map(golden -> Named.of(golden.get("name").asString(), golden));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agrees(JsonNode golden) {
    ObjectNode request = ((ObjectNode) golden.get("request")).put("encoding", "flat");
    JsonNode answer =
        JSON.readTree(
                Ask.gradients(request.toString().getBytes(StandardCharsets.UTF_8), Limits.DEFAULT))
            .get("nodes");
    List<String> apart = new ArrayList<>();
    golden
        .get("nodes")
        .propertyStream()
        .forEach(
            node ->
                node.getValue()
                    .propertyStream()
                    .forEach(
                        quantity -> {
                          JsonNode ours = answer.path(node.getKey()).path(quantity.getKey());
                          double distance = distance(ours, quantity.getValue());
                          if (!(distance <= TOLERANCE)) {
                            apart.add(
                                quantity.getKey() + " of " + node.getKey() + " by " + distance);
                          }
                        }));
    assertEquals(List.of(), apart);
  }

  /** The largest distance of two elements, in parts of the largest element; NaN without shape. */
  private static double distance(JsonNode ours, JsonNode theirs) {
    double[] expected = elements(theirs.get(1));
    double[] found = ours.isNumber() ? new double[] {ours.asDouble()} : elements(ours.path("data"));
    String shape = ours.isNumber() ? "[]" : ours.path("shape").toString();
    if (!shape.equals(theirs.get(0).toString()) || found.length != expected.length) {
      return Double.NaN;
    }
    double largest = Double.MIN_NORMAL;
    double distance = 0;
    for (int at = 0; at < expected.length; at++) {
      largest = Math.max(largest, Math.abs(expected[at]));
      distance = Math.max(distance, Math.abs(expected[at] - found[at]));
    }
    // Where all is nearly 0, as a gradient that cancels out, what counts is how near.
    return distance / Math.max(largest, 1e-3);
  }

  private static double[] elements(JsonNode list) {
    return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  @Test
  void everyLayerIsRecorded() {
    Set<String> recorded =
        cases()
            .flatMap(golden -> golden.getPayload().get("request").get("layers").valueStream())
            .map(layer -> layer.get("type").asString())
            .collect(Collectors.toSet());
    assertThat(recorded)
        .containsAll(
            LayerCatalogue.entries().stream()
                .filter(entry -> !entry.isOperation() || !entry.parts().isEmpty())
                .map(LayerEntry::type)
                .toList());
  }
}
