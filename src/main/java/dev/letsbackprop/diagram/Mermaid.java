package dev.letsbackprop.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a diagram as a flowchart of Mermaid. */
final class Mermaid extends Outline {
  private Mermaid() {}

  static String of(Diagram diagram) {
    return new Mermaid().write(diagram, List.of("flowchart LR"), List.of());
  }

  @Override
  String input(String id, String name, boolean constant) {
    return "  " + id + (constant ? "(\"" : "[\"") + quoted(name) + (constant ? "\")" : "\"]");
  }

  @Override
  String step(String id, String symbol, String name) {
    return "  " + id + "((\"" + quoted(symbol) + "<br/>" + quoted(name) + "\"))";
  }

  @Override
  String point(String id, boolean branches) {
    return "  " + id + "((\"" + (branches ? "•" : " ") + "\"))";
  }

  @Override
  String sign(String id, String text) {
    return "  " + id + "([\"" + quoted(text) + "\"])";
  }

  @Override
  String edge(
      String from, String to, @Nullable String value, @Nullable String gradient, boolean arrow) {
    String line = arrow ? " --> " : " --- ";
    if (value == null) {
      return "  " + from + line + to;
    }
    String back = gradient == null ? "" : "<br/>∇ " + numbers(gradient);
    return "  " + from + line.stripTrailing() + "|\"" + numbers(value) + back + "\"| " + to;
  }

  private static String numbers(String text) {
    return quoted(text, "−.∞,");
  }

  private static String quoted(String text) {
    return quoted(text, "−×÷");
  }

  /**
   * Letters, digits and spaces as they are, everything else by its number: Mermaid knows no other
   * way to quote.
   */
  private static String quoted(String text, String alsoPlain) {
    StringBuilder quoted = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              boolean plain =
                  Character.isLetterOrDigit(character)
                      || Caption.isMark(character)
                      || character == ' '
                      || alsoPlain.indexOf(character) >= 0;
              quoted.append(plain ? Character.toString(character) : "#" + character + ";");
            });
    return quoted.toString();
  }
}
