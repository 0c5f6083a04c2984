package dev.letsbackprop.diagram;

import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import java.util.Map;

/** What a picture says in words, for those who do not see it and those who point at a node. */
final class Description {
  /** The most nodes that are told one by one. */
  private static final int NODES = 12;

  /** A name keeps the direction of its text to itself. */
  private static final String ISOLATE = "\u2068";

  private static final String END_OF_ISOLATE = "\u2069";

  private Description() {}

  static String title(Diagram diagram) {
    return "How "
        + name(diagram, diagram.output())
        + " is computed"
        + (diagram.upstream() == null ? "" : ", and its gradients");
  }

  static String of(Diagram diagram) {
    StringBuilder text = new StringBuilder("Values stand above the edges");
    text.append(diagram.upstream() == null ? "." : ", gradients below.");
    for (int node = 0; node < diagram.size() && node < NODES; node++) {
      text.append(' ').append(of(diagram, node)).append('.');
    }
    int more = diagram.size() - NODES;
    return more > 0 ? text + " And " + more + (more == 1 ? " node." : " nodes.") : text.toString();
  }

  /** Such as {@code f: multiply of q, z; value −12, gradient 1}. */
  static String of(Diagram diagram, int node) {
    StringBuilder text = new StringBuilder(name(diagram, node)).append(": ");
    if (!diagram.node(node).isLeaf()) {
      text.append(operation(diagram, node));
    } else if (diagram.node(node).isConstant()) {
      text.append("constant ");
    }
    text.append("value ").append(diagram.value(node).words());
    Thumbnail gradient = diagram.gradient(node);
    return gradient == null ? text.toString() : text + ", gradient " + gradient.words();
  }

  private static String operation(Diagram diagram, int node) {
    Entry entry = Catalogue.of(diagram.node(node).operation());
    StringBuilder text = new StringBuilder(entry.name());
    Map<String, Object> attributes = entry.attributes(diagram.node(node).operation());
    attributes.forEach(
        (name, value) ->
            text.append(' ')
                .append(name)
                .append('=')
                .append(Caption.of(value.toString(), Caption.LONG)));
    return text.append("; ").toString();
  }

  private static String name(Diagram diagram, int node) {
    return ISOLATE + Caption.of(diagram.name(node), Caption.LONG) + END_OF_ISOLATE;
  }
}
