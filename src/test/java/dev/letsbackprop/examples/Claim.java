package dev.letsbackprop.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One number that a file states, beside the one that the service gives.
 *
 * @param quantity {@code values}, {@code gradients}, {@code derivatives}, {@code differences} or
 *     {@code hessians}
 * @param node the node's id
 * @param place the file, the node's id, and the indices within it
 * @param stated the number as it is written
 * @param ours what the service gives
 */
record Claim(String quantity, String node, String place, String stated, double ours) {
  private static final Map<String, String> QUANTITIES =
      Map.of("values", "value", "gradients", "gradient");

  /**
   * The numbers of a section, {@code published} or {@code computed}.
   *
   * <p>A node that the answer has not, or has in another shape, is a failure.
   */
  static List<Claim> of(ExampleFile file, String section) {
    JsonNode nodes = new JsonMapper().readTree(file.served()).path("nodes");
    List<Claim> claims = new ArrayList<>();
    QUANTITIES.forEach(
        (quantity, property) ->
            file.json()
                .path(section)
                .path(quantity)
                .properties()
                .forEach(
                    entry -> {
                      JsonNode ours = nodes.path(entry.getKey()).path(property);
                      String node = entry.getKey();
                      String place = file.name() + ": " + node;
                      collect(quantity, node, place, entry.getValue(), ours, claims);
                    }));
    slopes(file, section, claims);
    hessians(file, section, claims);
    return claims;
  }

  /** What the same model answers elsewhere. */
  private static void hessians(ExampleFile file, String section, List<Claim> claims) {
    JsonNode stated = file.json().path(section).path("hessians");
    JsonNode ours = stated.isEmpty() ? stated : file.hessians().path("hessians");
    for (Map.Entry<String, JsonNode> line : stated.properties()) {
      for (Map.Entry<String, JsonNode> block : line.getValue().properties()) {
        String node = line.getKey() + ", " + block.getKey();
        JsonNode found = ours.path(line.getKey()).path(block.getKey());
        collect("hessians", node, file.name() + ": " + node, block.getValue(), found, claims);
      }
    }
  }

  /** What no answer says: the higher orders, and central differences with the source's step. */
  private static void slopes(ExampleFile file, String section, List<Claim> claims) {
    JsonNode stated = file.json().path(section);
    for (Map.Entry<String, JsonNode> entry : stated.path("derivatives").properties()) {
      String node = entry.getKey();
      List<Double> orders = file.slopes(node).orders(entry.getValue().size());
      String place = file.name() + ", orders: " + node;
      collect("derivatives", node, place, entry.getValue(), tree(orders), claims);
    }
    JsonNode differences = stated.path("differences");
    for (Map.Entry<String, JsonNode> entry : differences.path("gradients").properties()) {
      String node = entry.getKey();
      List<Double> slopes = file.slopes(node).differences(differences.path("step").asDouble());
      String place = file.name() + ", differences: " + node;
      collect("differences", node, place, entry.getValue(), tree(slopes), claims);
    }
  }

  private static JsonNode tree(List<Double> numbers) {
    return new JsonMapper().valueToTree(numbers);
  }

  private static void collect(
      String quantity,
      String node,
      String place,
      JsonNode stated,
      JsonNode ours,
      List<Claim> claims) {
    if (!stated.isArray()) {
      assertTrue(ours.isNumber(), () -> "No number in the " + quantity + " at " + place);
      claims.add(new Claim(quantity, node, place, stated.asString(), ours.doubleValue()));
      return;
    }
    assertEquals(
        stated.size(), ours.size(), () -> "The length of the " + quantity + " at " + place);
    for (int at = 0; at < stated.size(); at++) {
      collect(quantity, node, place + "[" + at + "]", stated.get(at), ours.get(at), claims);
    }
  }
}
