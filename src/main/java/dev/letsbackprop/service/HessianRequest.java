package dev.letsbackprop.service;

import dev.letsbackprop.admission.Effort;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for a Hessian, or a product with it, that is in order.
 *
 * @param towards the nodes to differentiate towards, at least one, in the order of the request
 * @param vector a tensor for each of them, where the product with these is asked for
 */
public record HessianRequest(
    Model model, List<Node> towards, @Nullable Map<Node, Tensor> vector, Encoding encoding)
    implements Demand {
  @Override
  public Effort effort() {
    Effort grown = Estimate.of(model).times(4);
    if (vector != null) {
      return grown;
    }
    long rows = Estimate.elements(towards);
    return new Effort(grown.bytes(), Shape.times(grown.micros(), 1 + rows))
        .plus(Estimate.tensors(Shape.times(rows, rows)).times(2));
  }
}
