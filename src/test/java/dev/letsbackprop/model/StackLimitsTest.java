package dev.letsbackprop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.service.Ask;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A few bytes of a stack can ask for a lot: what it needs is known before it is there. */
class StackLimitsTest {
  private static Limits nodes(int nodes) {
    return Limits.DEFAULT.with(Limit.NODES, nodes);
  }

  private static Limits elements(long elements) {
    return Limits.DEFAULT.with(Limit.ELEMENTS, elements).with(Limit.ALLOCATION, 8 * elements);
  }

  private static String sequence(int steps) {
    return "{'input': {'shape': [1, "
        + steps
        + ", 0], 'data': []}, 'layers': [{'type': 'gru', 'weight_x': {'random': 'zeros', 'shape':"
        + " [0, 3]}, 'weight_h': {'random': 'zeros', 'shape': [1, 3]}}, {'type': 'sum'}]}";
  }

  private static String json(String body) {
    return body.replace('\'', '"');
  }

  @Test
  void aSequenceCountsItsNodes() {
    byte[] body = json(sequence(3)).getBytes(StandardCharsets.UTF_8);
    int count = new JsonMapper().readTree(Ask.gradients(body, nodes(1_000))).get("nodes").size();
    assertThat(Ask.gradients(body, nodes(count))).isNotEmpty();
    assertThat(Ask.faults(sequence(3), nodes(count - 1)))
        .singleElement()
        .asString()
        .contains("'model.nodes'");
  }

  @Test
  void aLongSequenceIsRefusedBeforeItIsUnrolled() {
    assertEquals(
        List.of(
            "/layers/0: layer 1 'gru1' (gru): the limit 'model.nodes' is 300000; this layer makes"
                + " more."),
        Ask.faults(sequence(400_000), Limits.DEFAULT));
  }

  private static String generated(int count, int side) {
    String layer =
        "{'type': 'matmul', 'weight': {'random': 'normal', 'seed': 1, 'shape': ["
            + side
            + ", "
            + side
            + "]}}";
    return "{'input': {'shape': [0, "
        + side
        + "], 'data': []}, 'layers': ["
        + String.join(",", Collections.nCopies(count, layer))
        + ", {'type': 'sum'}]}";
  }

  @Test
  void generatedElementsAreCountedBeforeTheyAreThere() {
    // Two matrices of 9, and of the values each side of 0 counts as 1: the input, two products, the
    // sum.
    assertThat(Ask.gradients(json(generated(2, 3)).getBytes(StandardCharsets.UTF_8), elements(28)))
        .isNotEmpty();
    assertThat(Ask.faults(generated(2, 3), elements(27))).isNotEmpty();
    assertEquals(
        List.of(
            "/layers/1/weight: The limit 'model.elements' is 17; up to here the generated"
                + " parameters alone need 18."),
        Ask.faults(generated(2, 3), elements(17)));
  }

  @Test
  void manyHugeMatricesAreRefusedAtOnce() {
    assertEquals(
        List.of(
            "/layers/1/weight: The limit 'model.elements' is 8388608; up to here the generated"
                + " parameters alone need 15680000."),
        Ask.faults(generated(1_000, 2_800), Limits.DEFAULT));
  }

  @Test
  void aSquareMaskOfManyStepsIsRefused() {
    String weight = "{'random': 'zeros', 'shape': [1, 1]}";
    assertThat(
            Ask.faults(
                "{'input': {'shape': [1, 3000000, 1], 'base64': ''}, 'layers': []}",
                Limits.DEFAULT))
        .isNotEmpty();
    assertThat(
            Ask.faults(
                "{'input': {'shape': [0, 30000, 1], 'data': []}, 'layers': [{'type': 'attention',"
                    + " 'causal': true, 'query_weight': "
                    + weight
                    + ", 'key_weight': "
                    + weight
                    + ", 'value_weight': "
                    + weight
                    + "}, {'type': 'sum'}]}",
                Limits.DEFAULT))
        .singleElement()
        .asString()
        .contains("'model.elements'", "layer 1 'attention1' (attention)");
  }

  @Test
  void aStackMayBeAsDeepAsThereMayBeNodes() {
    String layers = String.join(",", Collections.nCopies(60_000, "{\"type\": \"relu\"}"));
    String body = "{\"input\": 1, \"layers\": [" + layers + "]}";
    assertThat(Ask.gradients(body.getBytes(StandardCharsets.UTF_8), nodes(60_001))).isNotEmpty();
    assertThat(Ask.faults(body, nodes(60_000))).isNotEmpty();
  }

  @Test
  void shapesOverTheLimitAreRefusedWhileTheStackIsWired() {
    for (String layers :
        List.of(
            "{'type': 'broadcast_to', 'shape': [1, 2000000, 2000000]}, {'type': 'flatten'}",
            "{'type': 'broadcast_to', 'shape': [2147483647, 2147483647]}, {'type': 'reshape',"
                + " 'shape': [-1]}")) {
      assertThat(
              Ask.faults(
                  "{'input': [[1]], 'layers': [" + layers + ", {'type': 'sum'}]}", Limits.DEFAULT))
          .singleElement()
          .asString()
          .contains("layer 1 'broadcast_to1' (broadcast_to): the limit 'model.elements' is");
    }
    assertThat(
            Ask.faults(
                "{'input': {'shape': [1, 4000000, 0], 'data': []}, 'layers': [{'type': 'affine',"
                    + " 'weight': {'random': 'zeros', 'shape': [0, 4000000]}}, {'type': 'flatten'},"
                    + " {'type': 'sum'}]}",
                Limits.DEFAULT))
        .singleElement()
        .asString()
        .contains("'model.elements'");
  }

  /** Cut by eighths, n steps take about 8 n log n elements backwards, and not n². */
  @Test
  void aLongSequenceTakesNoSquareOfItsSteps() {
    String body =
        "{'input': {'shape': [1, 512, 1], 'base64': '"
            + Base64.getEncoder().encodeToString(new byte[8 * 512])
            + "'}, 'layers': [{'type': 'rnn', 'weight_x': {'random': 'zeros', 'shape': [1, 1]},"
            + " 'weight_h': {'random': 'zeros', 'shape': [1, 1]}}, {'type': 'sum'}]}";
    Limits few = elements(8_000);
    assertThat(few.of(Limit.ALLOCATION)).isLessThan(512 * 512);
    assertThat(Ask.gradients(json(body).getBytes(StandardCharsets.UTF_8), few)).isNotEmpty();
  }
}
