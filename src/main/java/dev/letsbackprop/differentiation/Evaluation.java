package dev.letsbackprop.differentiation;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Values of a graph that was grown from one whose values are known. */
final class Evaluation {
  private Evaluation() {}

  /**
   * The values of all nodes by index; a node that is not needed stands as 0.
   *
   * @param known the values of the first nodes
   * @param wanted the indices of nodes whose values are asked for, with all that they need
   */
  static List<Tensor> extend(Graph grown, List<Tensor> known, BitSet wanted) {
    BitSet needed = (BitSet) wanted.clone();
    grown.addInputs(needed);
    List<Tensor> values = new ArrayList<>(grown.nodes().size());
    values.addAll(known);
    for (Node node : grown.nodes().subList(known.size(), grown.nodes().size())) {
      values.add(
          node.isLeaf()
              ? node.value()
              : needed.get(node.index())
                  ? Numbers.NUMBERS.apply(node.operation(), Graph.inputs(node, values))
                  : Tensor.ZERO);
    }
    return values;
  }
}
