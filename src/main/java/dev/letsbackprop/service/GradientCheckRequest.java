package dev.letsbackprop.service;

import dev.letsbackprop.admission.Effort;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.model.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to check gradients that is in order.
 *
 * @param towards the nodes to check, at least one
 * @param step how far to move every element; null for what suits each
 */
public record GradientCheckRequest(
    Model model, List<Node> towards, @Nullable Double step, Encoding encoding) implements Demand {
  @Override
  public Effort effort() {
    return Estimate.passes(model, 1 + 4 * Estimate.elements(towards));
  }
}
