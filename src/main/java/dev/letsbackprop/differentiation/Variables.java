package dev.letsbackprop.differentiation;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Arithmetic;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A graph in which every node that one differentiates towards is a leaf: a step is followed by a
 * change of its own, which is added to it and is 0.
 *
 * <p>Without that, second derivatives towards a step would depend on how its rule is written: one
 * that makes use of the step's own value would feel the change, and the same rule in terms of its
 * inputs would not.
 *
 * @param leaves the leaf that stands for each of the nodes, in their order
 */
record Variables(Graph graph, List<Node> leaves) {
  private static final Operation ADD = new Arithmetic.Add();

  static Variables of(Graph graph, Collection<Node> towards) {
    if (towards.stream().allMatch(Node::isLeaf)) {
      return new Variables(graph, List.copyOf(towards));
    }
    GraphBuilder builder = new GraphBuilder();
    Map<Node, Node> changes = new HashMap<>();
    towards.forEach(node -> changes.put(node, node));
    List<Node> copies = new ArrayList<>(graph.nodes().size());
    for (Node node : graph.nodes()) {
      Node copy = builder.copy(node, Graph.inputs(node, copies));
      if (changes.containsKey(node)) {
        // Adding -0 changes no number, not even -0.
        Tensor nothing = Tensor.filled(node.shape(), -0.0);
        Node change = node.isLeaf() ? copy : builder.leaf("change of " + node, nothing, false);
        changes.put(node, change);
        copy = node.isLeaf() ? copy : builder.step(null, ADD, List.of(copy, change));
      }
      copies.add(copy);
    }
    return new Variables(
        builder.build(copies.get(graph.output().index())),
        towards.stream().map(node -> Objects.requireNonNull(changes.get(node))).toList());
  }
}
