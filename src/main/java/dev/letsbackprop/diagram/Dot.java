package dev.letsbackprop.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a diagram in the language of Graphviz. */
final class Dot extends Outline {
  private Dot() {}

  static String of(Diagram diagram) {
    return new Dot()
        .write(
            diagram,
            List.of(
                "digraph backprop {",
                "  rankdir=LR;",
                "  node [fontname=\"Helvetica\", fontsize=12];",
                "  edge [fontname=\"Helvetica\", fontsize=11];"),
            List.of("}"));
  }

  @Override
  String input(String id, String name, boolean constant) {
    String style = constant ? ", style=dashed" : "";
    return "  " + id + " [shape=box" + style + ", label=\"" + quoted(name) + "\"];";
  }

  @Override
  String step(String id, String symbol, String name) {
    String label = quoted(symbol) + "\\n" + quoted(name);
    return "  " + id + " [shape=circle, label=\"" + label + "\"];";
  }

  @Override
  String point(String id, boolean branches) {
    return "  " + id + " [shape=point" + (branches ? "" : ", style=invis") + "];";
  }

  @Override
  String sign(String id, String text) {
    return "  " + id + " [shape=plaintext, label=\"" + quoted(text) + "\"];";
  }

  @Override
  String edge(
      String from, String to, @Nullable String value, @Nullable String gradient, boolean arrow) {
    String edge = "  " + from + " -> " + to + " [" + (arrow ? "" : "arrowhead=none, ") + "label=";
    if (value == null) {
      return edge + "\"\"];";
    }
    String back = gradient == null ? "" : "<br/>" + coloured("#b42318", gradient);
    return edge + "<" + coloured("#0550ae", value) + back + ">];";
  }

  /** For numbers, and the few words around them. */
  private static String coloured(String colour, String numbers) {
    return "<font color=\"" + colour + "\">" + numbers + "</font>";
  }

  /** What stands between quotes: Graphviz knows escapes of its own there, and HTML's entities. */
  private static String quoted(String text) {
    return text.replace("&", "&amp;").replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
