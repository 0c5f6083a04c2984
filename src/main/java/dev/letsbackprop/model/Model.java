package dev.letsbackprop.model;

import dev.letsbackprop.differentiation.Cost;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.tensor.Tensor;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A model that is in order.
 *
 * @param graph the graph, in an order that does not depend on how it was written down
 * @param seed dL/d(output), of the output's shape
 * @param nodes the nodes by id, as they were written, but each after its inputs
 * @param cost about what its values and all its gradients take, rather too much than too little
 * @param faults makes the fault that a node by its id, and a sentence about it, are
 */
public record Model(
    Graph graph,
    Tensor seed,
    Map<String, Node> nodes,
    Cost cost,
    BiFunction<String, String, Fault> faults) {

  /** The fault that a sentence about a node is, where the node was written. */
  public Fault fault(Node node, String sentence) {
    return faults.apply(node.toString(), sentence);
  }
}
