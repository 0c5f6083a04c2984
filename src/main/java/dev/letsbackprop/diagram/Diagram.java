package dev.letsbackprop.diagram;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A graph with what is told of each node and edge, whatever it is drawn in.
 *
 * <p>Nodes are told by their places; an unnamed constant is no node of its own, but stands wherever
 * it is used.
 */
public final class Diagram {
  private final List<Node> nodes;
  private final Map<Node, Integer> places = new HashMap<>();
  private final List<List<Edge>> consumers = new ArrayList<>();
  private final Thumbnail[] values;
  private final @Nullable Thumbnail[] gradients;
  private final Map<Edge, Thumbnail> flows = new HashMap<>();
  private final Node output;
  private final Thumbnail upstream;
  private final boolean isLoss;
  private final boolean differentiated;

  /** The use of a node: the consumer's place, and which of its inputs it is. */
  record Edge(int node, int input) {}

  private Diagram(Graph graph, List<Node> nodes, Tensor seed, boolean differentiated) {
    this.nodes = List.copyOf(nodes);
    this.values = new Thumbnail[nodes.size()];
    this.gradients = new @Nullable Thumbnail[nodes.size()];
    this.output = graph.output();
    this.upstream = Thumbnail.of(seed);
    this.isLoss = seed.rank() == 0 && seed.item() == 1;
    this.differentiated = differentiated;
    for (Node node : nodes) {
      places.put(node, places.size());
      consumers.add(new ArrayList<>());
    }
    for (int node = 0; node < nodes.size(); node++) {
      List<Node> inputs = nodes.get(node).inputs();
      for (int input = 0; input < inputs.size(); input++) {
        Integer place = places.get(inputs.get(input));
        if (place != null) {
          consumers.get(place).add(new Edge(node, input));
        }
      }
    }
  }

  /**
   * A diagram of a graph.
   *
   * @param nodes those that have names, each after its inputs; their places here are what ids are
   *     made of
   * @param values the values of all nodes of the graph, by index
   * @param seed dL/d(output)
   * @param differentiated whether gradients are to be shown
   */
  public static Diagram of(
      Graph graph, List<Node> nodes, List<Tensor> values, Tensor seed, boolean differentiated) {
    Diagram diagram = new Diagram(graph, nodes, seed, differentiated);
    Arrays.setAll(diagram.values, place -> Thumbnail.of(values.get(nodes.get(place).index())));
    if (differentiated) {
      Pullback.of(
          Numbers.NUMBERS,
          graph,
          values,
          seed,
          Pullback.everything(graph),
          new BitSet(),
          diagram.new Watcher());
    }
    return diagram;
  }

  /** Looks at what flows by, and keeps what a picture needs of it. */
  private final class Watcher implements Pullback.Observer<Tensor> {
    @Override
    public void complete(Node node, Tensor adjoint) {
      Integer place = places.get(node);
      if (place != null) {
        gradients[place] = Thumbnail.of(adjoint);
      }
    }

    @Override
    public void sent(Node node, int input, Tensor flow) {
      Integer place = places.get(node);
      if (place != null) {
        flows.put(new Edge(place, input), Thumbnail.of(flow));
      }
    }
  }

  /**
   * The diagram's text in a format; only a picture has a theme, and wires.
   *
   * @param most the most columns that all wires may pass
   * @throws TooLong where they would pass more
   */
  public String write(Format format, Theme theme, long most) {
    return switch (format) {
      case SVG -> Svg.of(this, theme, most);
      case DOT -> Dot.of(this);
      case MERMAID -> Mermaid.of(this);
    };
  }

  int size() {
    return nodes.size();
  }

  Node node(int place) {
    return nodes.get(place);
  }

  /** A node's name. */
  String name(int place) {
    return nodes.get(place).toString();
  }

  /** What an operation is drawn as. */
  String symbol(int place) {
    return Catalogue.of(nodes.get(place).operation()).symbol();
  }

  /** The place of an input; null where it is an unnamed constant. */
  @Nullable Integer input(Edge edge) {
    return places.get(nodes.get(edge.node()).inputs().get(edge.input()));
  }

  /** What an unnamed constant says. */
  String literal(Edge edge) {
    return Thumbnail.of(nodes.get(edge.node()).inputs().get(edge.input()).value()).words();
  }

  /** The uses of a node, in the order of its consumers. */
  List<Edge> consumers(int place) {
    return consumers.get(place);
  }

  int output() {
    return Objects.requireNonNull(places.get(output), "the output has a name");
  }

  /** Whether a node's value goes to several places, of which what is after the output is one. */
  boolean isFork(int place) {
    return consumers.get(place).size() + (place == output() ? 1 : 0) > 1;
  }

  /** What is differentiated in the end, in a name that no node has. */
  String loss() {
    boolean taken = nodes.stream().anyMatch(node -> node.toString().equals("L"));
    return taken && !(isLoss && name(output()).equals("L")) ? "ℒ" : "L";
  }

  /** Whether the output itself is what is differentiated, and nothing comes after it. */
  boolean isLoss() {
    return isLoss;
  }

  Thumbnail value(int place) {
    return values[place];
  }

  /** Whether any value is more than a number. */
  boolean hasTensors() {
    return nodes.stream().anyMatch(node -> node.shape().rank() > 0);
  }

  /** What arrives at a node; null where there is no gradient, or none is to be shown. */
  @Nullable Thumbnail gradient(int place) {
    Thumbnail gradient = gradients[place];
    Node node = nodes.get(place);
    boolean none = !differentiated || node.isConstant();
    return none ? null : gradient == null ? Thumbnail.zeros(node.shape()) : gradient;
  }

  /** What an edge sends back; null as for {@link #gradient}. */
  @Nullable Thumbnail flow(Edge edge) {
    Node input = nodes.get(edge.node()).inputs().get(edge.input());
    if (!differentiated || input.isConstant()) {
      return null;
    }
    Thumbnail flow = flows.get(edge);
    return flow == null ? Thumbnail.zeros(input.shape()) : flow;
  }

  /** What arrives at the output from beyond; null where no gradients are to be shown. */
  @Nullable Thumbnail upstream() {
    return differentiated ? upstream : null;
  }
}
