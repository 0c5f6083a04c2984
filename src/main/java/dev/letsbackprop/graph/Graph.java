package dev.letsbackprop.graph;

import dev.letsbackprop.operation.Algebra;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * Nodes in topological order, each after its inputs, and the one to differentiate.
 *
 * @param nodes all nodes; {@code nodes.get(i).index()} is {@code i}
 * @param output the node whose gradients are asked for
 */
public record Graph(List<Node> nodes, Node output) {
  public Graph {
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads the graph forward in an algebra.
   *
   * @param leaf what stands for a leaf
   * @return what stands for each node, by index
   */
  public <T> List<T> read(Algebra<T> on, Function<Node, T> leaf) {
    List<T> values = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      values.add(
          node.isLeaf() ? leaf.apply(node) : on.apply(node.operation(), inputs(node, values)));
    }
    return values;
  }

  /** What stands for the inputs of a node. */
  public static <T> List<T> inputs(Node node, List<T> values) {
    List<Node> inputs = node.inputs();
    return switch (inputs.size()) {
      case 1 -> List.of(values.get(inputs.get(0).index()));
      case 2 -> List.of(values.get(inputs.get(0).index()), values.get(inputs.get(1).index()));
      default -> inputs.stream().map(input -> values.get(input.index())).toList();
    };
  }

  /** Adds to these indices those of all nodes that they are computed from. */
  public void addInputs(BitSet indices) {
    for (int index = indices.length() - 1; index >= 0; index = indices.previousSetBit(index - 1)) {
      nodes.get(index).inputs().forEach(input -> indices.set(input.index()));
    }
  }
}
