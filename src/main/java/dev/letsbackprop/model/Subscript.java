package dev.letsbackprop.model;

import dev.letsbackprop.model.Operand.Step;
import dev.letsbackprop.model.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in brackets after an operand: a slice or an index for each axis.
 *
 * <p>Each slice is a step of its own along its axis. An index takes one place, which tells an index
 * beyond the end, and when all that is done, the axes that had an index are squeezed: {@code x[:,
 * 1]} is {@code x[:, [1]]} without its second axis.
 */
final class Subscript {
  private static final int MOST_AXES = 32;

  private final Lexer lexer;
  private final Steps steps;
  private final List<Item> items = new ArrayList<>();

  /**
   * What stands for one axis.
   *
   * @param text as it is written canonically
   * @param attributes those of its step, but for the axis; none for {@code :}
   */
  private record Item(
      int at, String text, boolean isIndex, Map<String, @Nullable Object> attributes) {}

  private Subscript(Lexer lexer, Steps steps) {
    this.lexer = lexer;
    this.steps = steps;
  }

  /** The operand with the subscript at the lexer's place. */
  static Operand of(Operand operand, Lexer lexer, Steps steps) {
    Subscript subscript = new Subscript(lexer, steps);
    subscript.read();
    return subscript.apply(operand);
  }

  private void read() {
    lexer.next();
    do {
      if (items.size() == MOST_AXES) {
        throw new SyntaxFault(
            lexer.current().at(), "A tensor can have " + MOST_AXES + " axes and not more.");
      }
      items.add(item());
      if (!lexer.current().is(",") && !lexer.current().is("]")) {
        throw Expectation.fault("':', ',' or ']'", lexer.current());
      }
    } while (lexer.next().is(",") && !closes());
  }

  /** A comma may stand before the closing bracket. */
  private boolean closes() {
    if (!lexer.current().is("]")) {
      return false;
    }
    lexer.next();
    return true;
  }

  private Item item() {
    int at = lexer.current().at();
    Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
    String start = bound("start", bounds);
    if (!lexer.current().is(":")) {
      if (start.isEmpty()) {
        throw Expectation.fault("a whole number or ':'", lexer.current());
      }
      return new Item(
          at, start, true, Map.of("indices", List.of(Objects.requireNonNull(bounds.get("start")))));
    }
    lexer.next();
    String text = start + ":" + bound("stop", bounds);
    if (lexer.current().is(":")) {
      lexer.next();
      String step = bound("step", bounds);
      text += step.isEmpty() ? "" : ":" + step;
    }
    return new Item(at, text, false, bounds);
  }

  /** Reads a whole number where there is one, and gives it back as it is written. */
  private String bound(String attribute, Map<String, @Nullable Object> bounds) {
    boolean signed = lexer.current().is("-") || lexer.current().is("+");
    if (!signed && lexer.current().kind() != Kind.NUMBER) {
      return "";
    }
    boolean negative = signed && lexer.next().is("-");
    Token number = lexer.current();
    if (number.kind() != Kind.NUMBER
        || !(Numeral.plain(number, negative) instanceof Number value)) {
      throw Expectation.fault("a whole number", number);
    }
    // -0 is a double, because a long would lose its sign; as a place it is 0.
    long whole = value.longValue();
    if (whole != value.doubleValue()) {
      throw Expectation.fault("a whole number", number);
    }
    lexer.next();
    bounds.put(attribute, whole);
    return Long.toString(whole);
  }

  private Operand apply(Operand operand) {
    Operand settled = steps.settle(operand);
    String base = settled.within(Operator.ATOM);
    Operand result = settled;
    StringBuilder written = new StringBuilder(base).append('[');
    List<Integer> indexed = new ArrayList<>();
    for (int axis = 0; axis < items.size(); axis++) {
      Item item = items.get(axis);
      written
          .append(axis == 0 ? "" : ", ")
          .append(item.isIndex() ? "[" + item.text() + "]" : item.text());
      if (item.isIndex()) {
        indexed.add(axis);
      }
      if (!item.attributes().isEmpty()) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("axis", (long) axis);
        attributes.putAll(item.attributes());
        result =
            step(written + "]", item.isIndex() ? "take" : "slice", result, attributes, item.at());
      }
    }
    if (indexed.isEmpty()) {
      return result;
    }
    List<Long> axes = indexed.stream().map(Integer::longValue).toList();
    String text = String.join(", ", items.stream().map(Item::text).toList());
    return step(
        base + "[" + text + "]",
        "squeeze",
        result,
        Map.of("axis", axes),
        items.get(indexed.get(0)).at());
  }

  private Operand step(
      String text,
      String operation,
      Operand operand,
      Map<String, @Nullable Object> attributes,
      int at) {
    Operand input = steps.settle(operand);
    return Operand.step(
        text,
        Operator.ATOM,
        new Step(operation, List.of(Steps.input(input)), attributes, steps.origin(at, Map.of())));
  }
}
