package dev.letsbackprop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.service.Ask;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stack of layers becomes a graph, and says what is wrong with its shapes. */
class StackTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static JsonNode nodes(String body) {
    return MAPPER.readTree(Ask.gradients(body)).get("nodes");
  }

  private static List<String> ids(String body) {
    return List.copyOf(nodes(body).propertyNames());
  }

  @Test
  void nodesAreCalledByTypeAndPlaceOrByName() {
    assertEquals(
        List.of(
            "input",
            "affine1.weight",
            "affine1.bias",
            "affine1.matmul",
            "affine1",
            "sigmoid1",
            "scores.weight",
            "scores",
            "affine3.weight",
            "affine3",
            "sum1"),
        ids(
            "{'input': [[1, 2]], 'layers': [{'type': 'affine', 'weight': [[1], [2]], 'bias': [3]},"
                + " {'type': 'sigmoid'}, {'name': 'scores', 'weight': [[1, 2]], 'type': 'dense'},"
                + " {'type': 'linear', 'weight': [[1], [1]]}, {'type': 'sum'}]}"));
  }

  @Test
  void dXIsDYTimesWTransposedAndDWIsXTransposedTimesDY() {
    JsonNode nodes =
        nodes(
            "{'input': [[1, 2], [3, 4]], 'layers': [{'type': 'matmul', 'weight': [[5, 6, 7], [8, 9,"
                + " 10]]}], 'upstream': [[1, 0, 2], [0, 1, 0]]}");
    assertEquals("[[19.0,28.0],[6.0,9.0]]", told(nodes, "input"));
    assertEquals("[[1.0,3.0,2.0],[2.0,4.0,4.0]]", told(nodes, "matmul1.weight"));
  }

  private static String told(JsonNode nodes, String id) {
    return nodes
        .get(id)
        .get("gradient")
        .toString()
        .replaceAll("(\\d)([],])", "$1.0$2")
        .replace(".0.0", ".0");
  }

  @Test
  void aVectorIsOneRowAndItsShapesSaySo() {
    String stack =
        " 'layers': [{'type': 'tanh'}, {'type': 'affine', 'weight': [[1, 2, 3], [4, 5, 6]], 'bias':"
            + " [1, 1, 1]}, {'type': 'softmax_with_loss', 'target': [2]}]}";
    assertEquals(
        Ask.gradients("{'input': [[0.5, -0.5]]," + stack),
        Ask.gradients("{'input': [0.5, -0.5]," + stack));
    assertEquals(
        "[1,2]", nodes("{'input': [0.5, -0.5]," + stack).get("input").get("shape").toString());
  }

  @Test
  void aTargetOfOneRowMayLackItsAxisToo() {
    String stack = "{'input': [1, 2], 'layers': [{'type': 'matmul', 'weight': [[1, 2], [3, 4]]}, ";
    String error = "{'type': 'mean_squared_error', 'target': ";
    assertEquals(
        Ask.gradients(stack + error + "[[1, 0]]}]}"), Ask.gradients(stack + error + "[1, 0]}]}"));
    String loss = "{'type': 'softmax_with_loss', 'target': ";
    assertEquals(Ask.gradients(stack + loss + "[1]}]}"), Ask.gradients(stack + loss + "1}]}"));
    assertEquals(
        Ask.gradients(stack + loss + "[[0.5, 0.5]]}]}"),
        Ask.gradients(stack + loss + "[0.5, 0.5]}]}"));
  }

  @Test
  void aSequenceOrAnImageByItselfIsOneRow() {
    assertEquals(
        "[1,2,1]",
        nodes(
                "{'input': [[1], [2]], 'layers': [{'type': 'rnn', 'weight_x': [[1]], 'weight_h':"
                    + " [[1]]}, {'type': 'sum'}]}")
            .get("rnn1")
            .get("shape")
            .toString());
    assertEquals(
        "[1,1,1,1]",
        nodes(
                "{'input': [[[1, 2], [3, 4]]], 'layers': [{'type': 'max_pool2d', 'size': 2},"
                    + " {'type': 'sum'}]}")
            .get("max_pool2d1")
            .get("shape")
            .toString());
    assertEquals(
        "[1,2]",
        nodes(
                "{'input': [0, 1], 'layers': [{'type': 'embedding', 'table': [[1], [2]]}, {'type':"
                    + " 'lstm', 'weight_x': [[1, 1, 1, 1]], 'weight_h': [[1, 1, 1, 1]]}, {'type':"
                    + " 'sum'}]}")
            .get("input")
            .get("shape")
            .toString());
  }

  @Test
  void indicesAreAConstant() {
    JsonNode nodes =
        nodes(
            "{'input': [1, 1], 'layers': [{'type': 'embedding', 'table': [[1], [2]]}], 'upstream':"
                + " [[3], [4]]}");
    assertEquals("true", nodes.get("input").get("constant").toString());
    assertEquals("[[0.0],[7.0]]", told(nodes, "embedding1.table"));
  }

  @Test
  void aLayerThatDoesNothingIsABranch() {
    JsonNode nodes = nodes("{'input': [[1, 2]], 'layers': [{'type': 'flatten'}, {'type': 'sum'}]}");
    assertEquals("\"branch\"", nodes.get("flatten1").get("op").toString());
  }

  @Test
  void anotherNodeMayBeTheOutput() {
    assertThat(
            Ask.gradients(
                "{'input': [[1, 2]], 'output': 'sum1', 'layers': [{'type': 'sum'}, {'type':"
                    + " 'square'}]}"))
        .startsWith("{\"output\":\"sum1\"");
  }

  @Test
  void everyGateOfEveryStepIsSeen() {
    assertThat(
            ids(
                "{'input': [[[1], [2]]], 'layers': [{'type': 'lstm', 'weight_x': [[1, 1, 1, 1]],"
                    + " 'weight_h': [[1, 1, 1, 1]]}, {'type': 'sum'}]}"))
        .contains("lstm1.input_gate[0]", "lstm1.forget_gate[0]", "lstm1.candidate[1]")
        .contains("lstm1.output_gate[1]", "lstm1.cell[1]", "lstm1.hidden[0]", "lstm1.hidden[1]")
        .contains("lstm1.initial_hidden", "lstm1.initial_cell", "lstm1.weight_x", "lstm1");
  }

  private static final String ATTENTION =
      "{'type': 'attention', 'query_weight': [[1], [1]], 'key_weight': [[1], [1]], 'value_weight':"
          + " [[1], [2]]}";

  private static String shape(String body, String id) {
    return nodes(body).get(id).get("shape").toString();
  }

  @Test
  void layersThatTakeAnyNumberOfAxesArePassedToSeeWhatIsARow() {
    assertEquals(
        "[1,2,2]",
        shape(
            "{'input': [[1, 2], [3, 4]], 'layers': [{'type': 'layer_norm'}, "
                + ATTENTION
                + ", {'type': 'sum'}]}",
            "input"));
    assertEquals(
        "[1,2]",
        shape(
            "{'input': [0, 1], 'layers': [{'type': 'embedding', 'table': [[1], [2]]}, {'type':"
                + " 'affine', 'weight': [[1]]}, {'type': 'rnn', 'weight_x': [[1]], 'weight_h':"
                + " [[1]]}, {'type': 'sum'}]}",
            "input"));
  }

  @Test
  void theTargetsOfASingleSequenceMayLackItsAxis() {
    String stack =
        "{'input': [[1], [2]], 'layers': [{'type': 'rnn', 'weight_x': [[1, 2]], 'weight_h': [[1,"
            + " 2], [1, 2]]}, {'type': 'softmax_with_loss', 'target': ";
    assertEquals(Ask.gradients(stack + "[[0, 1]]}]}"), Ask.gradients(stack + "[0, 1]}]}"));
    assertEquals(
        Ask.gradients(stack + "[[[0.5, 0.5], [0, 1]]]}]}"),
        Ask.gradients(stack + "[[0.5, 0.5], [0, 1]]}]}"));
  }

  @Test
  void theUpstreamOfOneRowMayLackItsAxis() {
    String stack =
        "{'input': [1, 2], 'layers': [{'type': 'matmul', 'weight': [[1, 2], [3, 4]]}], 'upstream':"
            + " ";
    assertEquals(Ask.gradients(stack + "[[5, 6]]}"), Ask.gradients(stack + "[5, 6]}"));
  }

  @Test
  void whatHasANameKeepsItWhereItComesOut() {
    assertThat(ids("{'input': [[[1, 2]]], 'layers': [" + ATTENTION + ", {'type': 'sum'}]}"))
        .contains("attention1.context", "attention1.weights", "attention1");
    assertThat(
            ids(
                "{'input': [[1, 2]], 'layers': [{'type': 'layer_norm', 'gamma': [1, 2]}, {'type':"
                    + " 'sum'}]}"))
        .contains("layer_norm1.normalized", "layer_norm1.scaled", "layer_norm1");
  }

  @Test
  void theCausalMaskIsAConstant() {
    JsonNode visible =
        nodes(
                "{'input': [[[1, 2], [3, 4]]], 'layers': ["
                    + ATTENTION.replace("}", ", 'causal': true}")
                    + ", {'type': 'sum'}]}")
            .get("attention1.visible");
    assertEquals("{\"constant\":true,\"shape\":[2,2],\"value\":[[1,0],[1,1]]}", visible.toString());
  }
}
