package dev.letsbackprop.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.operation.AttributeSpec;
import dev.letsbackprop.service.Ask;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the catalogue says of each layer is so. */
class LayerCatalogueTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  static List<String> types() {
    return LayerCatalogue.entries().stream().map(LayerEntry::type).toList();
  }

  private static LayerEntry entry(String type) {
    return Objects.requireNonNull(LayerCatalogue.find(type));
  }

  @Test
  void itHasAllThatCoursesStackUp() {
    assertThat(types())
        .contains("affine", "matmul", "bias", "dropout", "batch_norm", "layer_norm", "embedding")
        .contains(
            "conv2d", "max_pool2d", "avg_pool2d", "flatten", "rnn", "lstm", "gru", "attention")
        .contains("sigmoid", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus")
        .contains("softsign", "hard_sigmoid", "mish", "softmax", "log_softmax", "tanh")
        .contains("softmax_with_loss", "sigmoid_with_loss", "cross_entropy", "mean_squared_error")
        .contains("mean_absolute_error", "huber", "kl_divergence");
    assertThat(LayerCatalogue.find("linear")).isSameAs(entry("affine"));
    assertThat(LayerCatalogue.find("dense")).isSameAs(entry("affine"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void itsExampleRuns(String type) {
    LayerEntry entry = entry(type);
    String answer = Ask.gradients(entry.example().getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    JsonNode nodes = MAPPER.readTree(answer).get("nodes");
    assertTrue(nodes.has(type + "1"), answer);
    for (Part part : entry.parts()) {
      JsonNode node = nodes.get(type + "1." + part.name());
      if (node != null) {
        assertThat(node.has("gradient")).as(part.name()).isEqualTo(part.isParameter());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void itsNodesAreThoseThatItSpeaksOf(String type) {
    LayerEntry entry = entry(type);
    assertThat(entry.summary()).endsWith(".");
    assertThat(entry.formula()).isNotBlank();
    Set<String> words = new HashSet<>();
    for (JsonNode example : examples(entry)) {
      example
          .get("nodes")
          .propertyNames()
          .forEach(id -> words.add(id.replaceAll("\\[\\d+]", "[t]")));
    }
    for (String word : entry.nodes().keySet()) {
      assertThat(words).contains(type + "1." + word);
    }
  }

  /** The example, and what else is needed to see every node that the catalogue speaks of. */
  private static List<JsonNode> examples(LayerEntry entry) {
    String more =
        switch (entry.type()) {
          case "batch_norm" ->
              "{\"input\": [[[1, 2], [3, 4]]], \"layers\": [{\"type\": \"batch_norm\","
                  + " \"gamma\": [1, 2], \"beta\": [1, 2]}], \"upstream\": [[[1, 2], [3, 4]]]}";
          case "attention" ->
              "{\"input\": [[[1, 2]]], \"layers\": [{\"type\": \"attention\", \"heads\": 2,"
                  + " \"query_weight\": [[1, 2], [3, 4]], \"key_weight\": [[1, 2], [3, 4]],"
                  + " \"value_weight\": [[1, 2], [3, 4]], \"output_weight\": [[1], [2]]}],"
                  + " \"upstream\": [[[1]]]}";
          default -> entry.example();
        };
    return Stream.of(entry.example(), more)
        .map(body -> Ask.gradients(body.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT))
        .map(MAPPER::readTree)
        .toList();
  }

  @Test
  void aPropertyIsAPartOrAnAttributeEverywhere() {
    for (LayerEntry entry : LayerCatalogue.entries()) {
      assertThat(entry.parts()).noneMatch(part -> LayerCatalogue.isAttribute(part.name()));
      assertThat(entry.attributes().stream().map(AttributeSpec::name))
          .doesNotContain("type", "name")
          .noneMatch(LayerCatalogue::isPart);
    }
  }
}
