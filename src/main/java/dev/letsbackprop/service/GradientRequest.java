package dev.letsbackprop.service;

import dev.letsbackprop.admission.Effort;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.model.Model;
import java.util.List;
import java.util.Set;

/**
 * A request for gradients that is in order.
 *
 * @param nodes the nodes to report, in order
 * @param everything whether these are all nodes that have names
 */
public record GradientRequest(
    Model model, List<Node> nodes, boolean everything, Set<Include> include, Encoding encoding)
    implements Demand {
  @Override
  public Effort effort() {
    long kept = 0;
    for (Node node : nodes) {
      kept += include.contains(Include.FLOWS) ? Estimate.elements(node.inputs()) : 0;
      kept += include.contains(Include.LOCAL) ? node.shape().extent() * node.inputs().size() : 0;
    }
    Effort effort = Estimate.of(model).plus(Estimate.tensors(kept));
    return include.contains(Include.DERIVATIONS)
        ? effort.plus(Estimate.text(4_000).times(nodes.size()))
        : effort;
  }
}
