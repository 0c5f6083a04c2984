package dev.letsbackprop.model;

import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.service.Ask;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for the gradients of a formula as a client would, without HTTP. */
final class FormulaAsk {
  private static final JsonMapper MAPPER = new JsonMapper();

  private FormulaAsk() {}

  /**
   * The body of a request.
   *
   * @param values as JSON with single quotes for double ones, without the braces around it
   * @param more other properties, written likewise, each after a comma
   */
  static byte[] body(String formula, String values, String more) {
    String body =
        "{\"formula\": "
            + MAPPER.writeValueAsString(formula)
            + ", \"values\": {"
            + values.replace('\'', '"')
            + "}"
            + more.replace('\'', '"')
            + "}";
    return body.getBytes(StandardCharsets.UTF_8);
  }

  static JsonNode nodes(String formula, String values, String more) {
    return MAPPER.readTree(Ask.gradients(body(formula, values, more), Limits.DEFAULT)).get("nodes");
  }

  static JsonNode nodes(String formula, String values) {
    return nodes(formula, values, "");
  }

  /** The output's value. */
  static double value(String formula, String values) {
    JsonNode answer = MAPPER.readTree(Ask.gradients(body(formula, values, ""), Limits.DEFAULT));
    return answer.get("nodes").get(answer.get("output").stringValue()).get("value").doubleValue();
  }

  /** The names of the nodes, in the order of the answer. */
  static List<String> names(String formula, String values) {
    return List.copyOf(nodes(formula, values).propertyNames());
  }

  /** The faults, each as {@code pointer: sentence}. */
  static List<String> faults(String formula, String values) {
    return faults(formula, values, Limits.DEFAULT);
  }

  static List<String> faults(String formula, String values, Limits limits) {
    try {
      throw new AssertionError("not refused: " + Ask.gradients(body(formula, values, ""), limits));
    } catch (Refusal refusal) {
      return refusal.faults().stream()
          .map(fault -> fault.pointer() + ": " + fault.detail())
          .toList();
    }
  }
}
