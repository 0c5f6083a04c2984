package dev.letsbackprop.graph;

import dev.letsbackprop.operation.Copying;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.operation.Symbolic;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The algebra of graphs: reading a rule in it appends the nodes that would compute it.
 *
 * <p>What a person asked for is appended as it stands; what a rule asks for is simplified first,
 * and what stands already is not appended again.
 */
public final class GraphBuilder extends Symbolic<Node> {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Application, Node> applications = new HashMap<>();
  private int indexed;
  private final Map<Tensor, Node> constants = new HashMap<>();
  private final Set<Node> apart;
  private final Consumer<Node> gate;

  /** A builder of a graph from nothing. */
  public GraphBuilder() {
    this(Set.of(), node -> {});
  }

  private GraphBuilder(Collection<Node> apart, Consumer<Node> gate) {
    this.apart = Set.copyOf(apart);
    this.gate = gate;
  }

  /**
   * A builder that goes on where a graph ends: the graph's nodes keep their places.
   *
   * @param apart nodes that stand for nothing else, though the same be computed: a derivative
   *     towards one must not find it where it was not used
   * @param gate told of each node before it is appended; what it throws keeps the node out
   */
  public static GraphBuilder onto(Graph graph, Collection<Node> apart, Consumer<Node> gate) {
    GraphBuilder builder = new GraphBuilder(apart, gate);
    builder.nodes.addAll(graph.nodes());
    for (Node node : graph.nodes()) {
      Tensor constant = builder.known(node);
      if (constant != null) {
        builder.constants.putIfAbsent(constant, node);
      }
    }
    return builder;
  }

  /**
   * Appends a copy of a node of another graph.
   *
   * @param inputs what stands for its inputs here
   */
  public Node copy(Node node, List<Node> inputs) {
    String name = node.name();
    if (!node.isLeaf()) {
      return step(name, node.operation(), inputs);
    }
    return name == null ? constant(node.value()) : leaf(name, node.value(), node.isConstant());
  }

  /** What makes two steps the same. */
  private record Application(Operation operation, List<Integer> inputs) {}

  /** Appends a leaf; no gradient is computed for a constant one. */
  public Node leaf(String name, Tensor value, boolean constant) {
    return append(Node.leaf(nodes.size(), name, value, constant));
  }

  /**
   * Appends a step as it stands.
   *
   * @throws dev.letsbackprop.operation.Misuse where the operation does not take such inputs
   */
  public Node step(@Nullable String name, Operation operation, List<Node> inputs) {
    return append(Node.step(nodes.size(), name, operation, inputs));
  }

  @Override
  public Node constant(Tensor value) {
    Node standing = constants.get(value);
    if (standing != null) {
      return standing;
    }
    Node constant = append(Node.leaf(nodes.size(), null, value, true));
    constants.put(value, constant);
    return constant;
  }

  @Override
  protected Node write(Operation operation, List<Node> inputs) {
    index();
    Node standing = applications.get(new Application(operation, indices(inputs)));
    return standing == null ? step(null, operation, inputs) : standing;
  }

  @Override
  protected @Nullable Tensor known(Node x) {
    return x.isLeaf() && x.isConstant() && x.name() == null ? x.value() : null;
  }

  @Override
  protected @Nullable Node uniform(Node x) {
    boolean stretched =
        !x.isLeaf() && x.name() == null && x.operation() instanceof Copying.BroadcastTo;
    Node number = stretched ? x.inputs().get(0) : x;
    return number.shape().rank() == 0 && known(number) != null ? number : null;
  }

  @Override
  public Shape shape(Node x) {
    return x.shape();
  }

  /** The number of all nodes. */
  public int size() {
    return nodes.size();
  }

  /** The graph of all that was appended. */
  public Graph build(Node output) {
    return new Graph(nodes, output);
  }

  /**
   * Notes the steps that were appended since the last time; a graph as it stands needs no notes.
   */
  private void index() {
    for (; indexed < nodes.size(); indexed++) {
      Node node = nodes.get(indexed);
      if (!node.isLeaf() && !apart.contains(node)) {
        applications.putIfAbsent(new Application(node.operation(), indices(node.inputs())), node);
      }
    }
  }

  private static List<Integer> indices(List<Node> nodes) {
    return nodes.stream().map(Node::index).toList();
  }

  private Node append(Node node) {
    gate.accept(node);
    nodes.add(node);
    return node;
  }
}
