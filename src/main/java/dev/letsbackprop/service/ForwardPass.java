package dev.letsbackprop.service;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Faults;
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
   * @throws Refusal where numbers that must be indices are none, with all of them
   */
  static List<Tensor> values(Model model) {
    Graph graph = model.graph();
    Faults faults = new Faults();
    List<Tensor> values = new ArrayList<>(graph.nodes().size());
    for (Node node : graph.nodes()) {
      values.add(node.isLeaf() ? node.value() : value(model, node, values, faults));
    }
    faults.throwIfAny();
    return values;
  }

  private static Tensor value(Model model, Node node, List<Tensor> values, Faults faults) {
    try {
      return Numbers.NUMBERS.apply(node.operation(), Graph.inputs(node, values));
    } catch (Misuse misuse) {
      faults.add(model.fault(node, misuse.sentence()));
      // Whatever depends on it is worked out from something, and then not told.
      return Tensor.filled(node.shape(), 0);
    }
  }
}
