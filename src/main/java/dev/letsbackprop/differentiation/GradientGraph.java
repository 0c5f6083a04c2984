package dev.letsbackprop.differentiation;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Algebraic;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Tensor;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The gradients of a graph's output as nodes: the same graph, grown by whatever computes them.
 *
 * <p>The nodes of the graph keep their places; those that were grown come after them.
 */
public final class GradientGraph {
  private static final Operation BRANCH = new Algebraic.Branch();

  private final GraphBuilder builder;
  private final Map<Node, Node> adjoints = new LinkedHashMap<>();
  private final Set<Node> taken = new HashSet<>();

  private GradientGraph(GraphBuilder builder) {
    this.builder = builder;
  }

  /**
   * Grows a graph.
   *
   * @param seed the cotangent of the output, of its shape
   * @param wanted the nodes whose gradients are asked for
   * @param gate told of each node before it is appended; what it throws ends the growing
   */
  public static GradientGraph of(
      Graph graph, Tensor seed, Collection<Node> wanted, Consumer<Node> gate) {
    GraphBuilder builder = GraphBuilder.onto(graph, wanted, gate);
    return of(builder, graph, builder.constant(seed), wanted);
  }

  /** Grows a graph within a builder that goes on where it ends, from a seed that is a node. */
  static GradientGraph of(GraphBuilder builder, Graph graph, Node seed, Collection<Node> wanted) {
    GradientGraph grown = new GradientGraph(builder);
    Pullback.of(
        builder,
        graph,
        graph.nodes(),
        seed,
        Pullback.only(wanted),
        Pullback.only(),
        grown.new Collector());
    return grown;
  }

  /** Notes every adjoint, also of the nodes on the way. */
  private final class Collector implements Pullback.Observer<Node> {
    @Override
    public void complete(Node node, Node adjoint) {
      adjoints.put(node, adjoint);
    }

    @Override
    public void sent(Node node, int place, Node flow) {}
  }

  /** The adjoints of all nodes on the way from the output to those wanted, the output first. */
  public Map<Node, Node> adjoints() {
    return adjoints;
  }

  /** The gradient towards a node; it may stand for others too, or be a node of the graph. */
  public Node gradient(Node node) {
    @Nullable Node adjoint = adjoints.get(node);
    return adjoint == null ? builder.broadcastTo(builder.constant(0), node.shape()) : adjoint;
  }

  /** The gradient towards a node as a step that stands for nothing else. */
  public Node ownGradient(Node node) {
    Node gradient = gradient(node);
    boolean own = !gradient.isLeaf() && gradient.name() == null && taken.add(gradient);
    return own ? gradient : builder.step(null, BRANCH, List.of(gradient));
  }

  /** The whole as a graph with that output. */
  public Graph graph(Node output) {
    return builder.build(output);
  }
}
