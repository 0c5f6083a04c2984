package dev.letsbackprop.service;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The forward pass in numbers. */
final class ForwardPass {
  private ForwardPass() {}

  /**
   * The value of each node, by index.
   *
   * @throws Refusal where a number that must be an index is none
   */
  static List<Tensor> values(Model model) {
    Graph graph = model.graph();
    List<Tensor> values = new ArrayList<>(graph.nodes().size());
    for (Node node : graph.nodes()) {
      values.add(node.isLeaf() ? node.value() : value(model, node, values));
    }
    return values;
  }

  private static Tensor value(Model model, Node node, List<Tensor> values) {
    try {
      return Numbers.NUMBERS.apply(node.operation(), Graph.inputs(node, values));
    } catch (Misuse misuse) {
      throw Refusal.of(model.fault(node, misuse.sentence()));
    }
  }
}
