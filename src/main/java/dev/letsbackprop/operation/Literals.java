package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the few JSON literals that annotations are written with; requests have a strict reader. */
final class Literals {
  private final String text;
  private int at;

  private Literals(String text) {
    this.text = text.replace(" ", "");
  }

  /** A Long, Double, Boolean, String, List of these, or null. */
  static @Nullable Object parse(String text) {
    Literals literals = new Literals(text);
    Object value = literals.value();
    if (literals.at < literals.text.length()) {
      throw new IllegalStateException("not a literal: " + text);
    }
    return value;
  }

  static Tensor tensor(String text) {
    List<Double> elements = new ArrayList<>();
    List<Integer> sides = new ArrayList<>();
    flatten(parse(text), elements, sides, 0);
    return Tensor.of(Shape.of(sides), elements.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static void flatten(
      @Nullable Object value, List<Double> elements, List<Integer> sides, int depth) {
    if (value instanceof List<?> list) {
      if (sides.size() == depth) {
        sides.add(list.size());
      }
      list.forEach(element -> flatten(element, elements, sides, depth + 1));
    } else if (value instanceof Number number) {
      elements.add(number.doubleValue());
    }
  }

  private @Nullable Object value() {
    if (text.charAt(at) == '[') {
      List<@Nullable Object> list = new ArrayList<>();
      at++;
      while (text.charAt(at) != ']') {
        list.add(value());
        at += text.charAt(at) == ',' ? 1 : 0;
      }
      at++;
      return list;
    }
    int start = at;
    if (text.charAt(at) == '"') {
      at = text.indexOf('"', at + 1) + 1;
    }
    while (at < text.length() && ",]".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return word(text.substring(start, at));
  }

  private static @Nullable Object word(String word) {
    if (word.startsWith("\"")) {
      return word.substring(1, word.length() - 1);
    }
    return switch (word) {
      case "null" -> null;
      case "true", "false" -> Boolean.valueOf(word);
      default -> word.matches("-?\\d+") ? (Object) Long.valueOf(word) : Double.valueOf(word);
    };
  }
}
