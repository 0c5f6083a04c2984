package dev.letsbackprop.service;

import dev.letsbackprop.admission.Effort;
import dev.letsbackprop.diagram.Theme;
import dev.letsbackprop.model.Model;

/**
 * A request for a diagram that is in order.
 *
 * @param gradients whether gradients are to be drawn
 */
public record DiagramRequest(Model model, Theme theme, boolean gradients) implements Demand {
  @Override
  public Effort effort() {
    long nodes = model.nodes().size();
    return Estimate.of(model).plus(new Effort(20_000, 100).times(nodes));
  }
}
