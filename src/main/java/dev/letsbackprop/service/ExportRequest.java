package dev.letsbackprop.service;

import dev.letsbackprop.admission.Effort;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.model.Model;
import java.util.List;

/**
 * A request for a script that is in order.
 *
 * @param nodes the nodes that the script is to print, in order
 */
public record ExportRequest(Model model, List<Node> nodes) implements Demand {
  @Override
  public Effort effort() {
    return Estimate.of(model).plus(Estimate.text(30 * Estimate.elements(model.graph().nodes())));
  }
}
