package dev.letsbackprop.service;

import dev.letsbackprop.admission.Effort;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import java.util.List;

/**
 * A request for gradients as a graph that is in order.
 *
 * @param towards the nodes to differentiate towards, at least one, in the order of the request
 */
public record GradientGraphRequest(Model model, List<Node> towards, Encoding encoding)
    implements Demand {
  @Override
  public Effort effort() {
    return Estimate.of(model).times(4);
  }

  /**
   * Reads a request, strictly.
   *
   * @throws dev.letsbackprop.json.Refusal with every fault that was found
   */
  public static GradientGraphRequest read(byte[] body, Limits limits) {
    DerivativeRequestReader reader = new DerivativeRequestReader(body, limits);
    return reader.read(
        reader.properties(),
        (model, towards) -> new GradientGraphRequest(model, towards, reader.encoding()));
  }
}
