package dev.letsbackprop.diagram;

import dev.letsbackprop.diagram.Diagram.Edge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a diagram as the source of a program that lays it out itself: nodes, and edges that say
 * what they carry.
 *
 * <p>Ids are made of places: {@code n3} is a node, {@code b3} the point where its wire branches,
 * {@code c3_0} an unnamed constant, {@code loss} what is differentiated.
 */
abstract class Outline {
  private final StringBuilder source = new StringBuilder();

  /** A line of an input. */
  abstract String input(String id, String name, boolean constant);

  /** A line of an operation. */
  abstract String step(String id, String symbol, String name);

  /** A line of the point where a wire branches, or ends. */
  abstract String point(String id, boolean branches);

  /** A line of an unnamed constant, or of what is differentiated. */
  abstract String sign(String id, String text);

  /**
   * A line of an edge.
   *
   * @param value what it carries forward; null where that is told elsewhere
   * @param gradient what it carries back; null where there is nothing to tell
   * @param arrow whether it arrives at something
   */
  abstract String edge(
      String from, String to, @Nullable String value, @Nullable String gradient, boolean arrow);

  /** The whole source. */
  final String write(Diagram diagram, List<String> head, List<String> foot) {
    head.forEach(this::line);
    for (int node = 0; node < diagram.size(); node++) {
      node(diagram, node);
    }
    line(sign("loss", diagram.loss()));
    for (int node = 0; node < diagram.size(); node++) {
      for (int input = 0; input < diagram.node(node).inputs().size(); input++) {
        edge(diagram, new Edge(node, input));
      }
    }
    int output = diagram.output();
    boolean fork = diagram.isFork(output);
    line(
        carrying(
            fork ? "b" + output : "n" + output,
            "loss",
            diagram.value(output),
            fork ? diagram.upstream() : diagram.gradient(output),
            true));
    foot.forEach(this::line);
    return source.toString();
  }

  private void line(String line) {
    source.append(line).append('\n');
  }

  private void node(Diagram diagram, int node) {
    String name = Caption.of(diagram.name(node), Caption.SHORT);
    boolean leaf = diagram.node(node).isLeaf();
    line(
        leaf
            ? input("n" + node, name, diagram.node(node).isConstant())
            : step("n" + node, diagram.symbol(node), name));
    boolean used = !diagram.consumers(node).isEmpty() || node == diagram.output();
    if (diagram.isFork(node) || !used) {
      line(point("b" + node, used));
      line(carrying("n" + node, "b" + node, diagram.value(node), diagram.gradient(node), false));
    }
  }

  private void edge(Diagram diagram, Edge edge) {
    Integer input = diagram.input(edge);
    String to = "n" + edge.node();
    if (input == null) {
      String id = "c" + edge.node() + "_" + edge.input();
      line(sign(id, diagram.literal(edge)));
      line(edge(id, to, null, null, true));
    } else {
      String from = (diagram.isFork(input) ? "b" : "n") + input;
      line(carrying(from, to, diagram.value(input), diagram.flow(edge), true));
    }
  }

  private String carrying(
      String from, String to, Thumbnail value, @Nullable Thumbnail gradient, boolean arrow) {
    return edge(from, to, value.words(), gradient == null ? null : gradient.words(), arrow);
  }
}
