package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Nodes and steps as a sentence says them: {@code f = q × z}. */
final class StepText {
  private static final Map<String, String> SYMBOLS =
      Map.of(
          "add",
          " + ",
          "subtract",
          " - ",
          "multiply",
          " × ",
          "divide",
          " / ",
          "matmul",
          " @ ",
          "power",
          " ^ ");
  private static final int LONGEST_NAME = 40;
  private static final int MOST_INPUTS = 4;

  private StepText() {}

  /** A node's name, shortened where it is long; an unnamed constant is its number. */
  static String name(Node node) {
    String name = node.name();
    if (name == null) {
      return node.isLeaf() && node.value().rank() == 0 ? number(node.value().item()) : "a constant";
    }
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  private static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** A node and how it comes about; a step that is named by its own text is that. */
  static String step(Node node) {
    if (node.isLeaf() || !isWord(name(node))) {
      return name(node);
    }
    List<Node> inputs = node.inputs();
    String operation = Catalogue.of(node.operation()).name();
    String symbol = SYMBOLS.get(operation);
    String more = inputs.size() > MOST_INPUTS ? ", …" : "";
    String text =
        inputs.stream()
            .limit(MOST_INPUTS)
            .map(StepText::operand)
            .collect(Collectors.joining(symbol == null ? ", " : symbol));
    return name(node) + " = " + (symbol == null ? operation + "(" + text + more + ")" : text);
  }

  private static String operand(Node input) {
    String name = name(input);
    return isWord(name) || isCall(name) ? name : "(" + name + ")";
  }

  /** Whether a name needs no brackets beside a symbol. */
  private static boolean isWord(String name) {
    return name.codePoints()
        .allMatch(each -> Character.isLetterOrDigit(each) || "_.[]".indexOf(each) >= 0);
  }

  private static boolean isCall(String name) {
    return name.endsWith(")")
        && isWord(name.substring(0, name.indexOf('(') < 0 ? 0 : name.indexOf('(')))
        && name.indexOf('(') > 0;
  }

  /** A list in words: {@code f, g and h}. */
  static String list(List<Node> nodes) {
    List<String> names = nodes.stream().distinct().map(StepText::name).toList();
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
