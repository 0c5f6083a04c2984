package dev.letsbackprop.model;

import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the spelling with {@code formula}: statements, and the values of the names they use. */
final class FormulaReader {
  private final JsonReader json;
  private final Faults faults;
  private final Limits limits;
  private final Map<String, DraftNode> nodes = new LinkedHashMap<>();
  private @Nullable Pointer at;
  private @Nullable String text;
  private @Nullable Pointer valuesAt;

  FormulaReader(JsonReader json, Faults faults, Limits limits) {
    this.json = json;
    this.faults = faults;
    this.limits = limits;
  }

  /** Reads the value of {@code formula}. */
  void formula() {
    at = json.pointer();
    text = json.string("a text such as \"q = x + y; f = q * z\"");
  }

  /** Reads the value of {@code values}. */
  void values() {
    valuesAt = json.pointer();
    json.entries("an object that maps each name to its tensor", this::value);
  }

  private void value(String name) {
    Pointer place = json.pointer();
    String flaw =
        Characters.isName(name)
            ? Steps.flaw(name)
            : "No formula can call anything "
                + Words.quote(name)
                + ": a name is of letters,"
                + " digits and underscores, and does not begin with a digit.";
    if (flaw != null) {
      faults.add(Kind.INVALID_REQUEST, place, flaw);
    }
    Tensor value =
        json.tensor(
            "a tensor: a number, nested arrays, or an object with 'shape' and 'data' or 'base64'");
    nodes.put(name, DraftNode.leaf(name, new Origin.InJson(place), value, false));
  }

  /** Where the formula stands, or null where there is none. */
  @Nullable Pointer at() {
    return at;
  }

  /** Where its values stand, or null where there are none. */
  @Nullable Pointer valuesAt() {
    return valuesAt;
  }

  /**
   * The draft of the formula, or null where it could not be read.
   *
   * @param output the output that was asked for; null for that of the last statement
   */
  @Nullable Draft draft(@Nullable String output, boolean outputFlawed, Pointer root) {
    if (text == null || at == null) {
      return null;
    }
    if (text.length() > limits.of(Limit.FORMULA)) {
      faults.exceeded(
          Limit.FORMULA,
          at,
          limits.told(Limit.FORMULA) + " characters; the formula has " + text.length() + ".");
      return null;
    }
    Steps steps = new Steps(text, at, faults, nodes);
    FormulaParser parser = new FormulaParser(text, steps);
    if (!parser.parse()) {
      return null;
    }
    steps.tellUnknown();
    Operand last = parser.last();
    if (last == null) {
      faults.add(
          Kind.INVALID_GRAPH, at, "The formula has no statement. One is 'f = x * y', for example.");
      return null;
    }
    String result = Steps.input(last).id();
    if (output == null && result == null) {
      faults.add(
          Kind.INVALID_GRAPH,
          at,
          "The formula's result is a number: nothing can be differentiated.");
      return null;
    }
    if (output != null || outputFlawed) {
      return new Draft(nodes, output, outputFlawed, root, at, false);
    }
    // Where the last assignment was at fault, that was told.
    boolean stands = nodes.containsKey(result);
    return new Draft(nodes, stands ? result : null, !stands, root, at, false);
  }
}
