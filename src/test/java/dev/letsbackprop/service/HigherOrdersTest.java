package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hessians and third derivatives of every operation within a graph, as PyTorch gave them. */
class HigherOrdersTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNode CASES =
      JSON.readTree(Path.of("src/test/resources/higher_orders.json")).path("cases");

  static List<JsonNode> cases() {
    return CASES.valueStream().toList();
  }

  @Test
  void everyOperationThatAnythingFlowsThrough() {
    Set<String> recorded =
        cases().stream()
            .map(one -> one.path("operation").stringValue())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        Set.of(
            "ceil",
            "equal",
            "floor",
            "greater",
            "greater_equal",
            "less",
            "less_equal",
            "one_hot",
            "round",
            "sign"),
        Catalogue.entries().stream()
            .map(Entry::name)
            .filter(name -> !recorded.contains(name))
            .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hessian(JsonNode golden) {
    String answer = Ask.hessians(request(golden).toString());
    JsonNode hessian = JSON.readTree(answer).path("hessians").path("u").path("u");
    assertClose(golden, "hessian", hessian);
    for (int row = 0; row < hessian.size(); row++) {
      for (int column = 0; column < row; column++) {
        assertEquals(hessian.get(row).get(column), hessian.get(column).get(row));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void product(JsonNode golden) {
    ObjectNode request = request(golden);
    request.putObject("vector").set("u", golden.path("v"));
    JsonNode product = JSON.readTree(Ask.hessians(request.toString())).path("products").path("u");
    JsonNode hessian = golden.path("hessian").path("data");
    double most = most(hessian);
    for (int row = 0; row < 5; row++) {
      double expected = 0;
      for (int column = 0; column < 5; column++) {
        double factor = golden.path("v").path("data").get(column).asDouble();
        expected += hessian.get(5 * row + column).asDouble() * factor;
      }
      assertEquals(expected, product.get(row).asDouble(), 1e-9 * most, golden::toString);
    }
  }

  /** The gradient along v, of it the gradient along w, and of that the gradient. */
  @ParameterizedTest
  @MethodSource("cases")
  void thirdOrder(JsonNode golden) {
    String gradient = Ask.gradientGraph(request(golden).toString());
    String second = Ask.gradientGraph(along(gradient, golden.path("v")));
    String third = Ask.gradients(along(second, golden.path("w")));
    assertClose(golden, "third", JSON.readTree(third).path("nodes").path("u").path("gradient"));
  }

  private static String along(String graph, JsonNode direction) {
    ObjectNode request = (ObjectNode) JSON.readTree(graph);
    request.set("upstream", direction);
    return request.toString();
  }

  private static ObjectNode request(JsonNode golden) {
    ObjectNode request = JSON.createObjectNode();
    request.set("nodes", golden.path("nodes"));
    request.put("output", "L");
    return request;
  }

  private static void assertClose(JsonNode golden, String quantity, JsonNode found) {
    JsonNode expected = golden.path(quantity).path("data");
    List<JsonNode> numbers =
        found.get(0).isArray()
            ? found.valueStream().flatMap(JsonNode::valueStream).toList()
            : found.valueStream().toList();
    assertEquals(expected.size(), numbers.size());
    double most = most(expected);
    for (int at = 0; at < expected.size(); at++) {
      double wanted = expected.get(at).asDouble();
      assertEquals(wanted, numbers.get(at).asDouble(), 1e-9 * most, golden::toString);
    }
  }

  /** The largest number there is, but for those too small to count. */
  private static double most(JsonNode numbers) {
    return numbers
        .valueStream()
        .mapToDouble(one -> Math.abs(one.asDouble()))
        .reduce(1e-3, Math::max);
  }
}
