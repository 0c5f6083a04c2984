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
 * A request for Jacobians, or products with them, that is in order.
 *
 * @param towards the nodes to differentiate towards, at least one, in the order of the request
 * @param vector a tensor for each of them, where products with these are asked for
 * @param covector a tensor of the output's shape, where products with it are asked for
 */
public record JacobianRequest(
    Model model,
    List<Node> towards,
    @Nullable Map<Node, Tensor> vector,
    @Nullable Tensor covector,
    Encoding encoding)
    implements Demand {
  @Override
  public Effort effort() {
    if (vector != null || covector != null) {
      return Estimate.of(model).times(2);
    }
    long rows = model.graph().output().shape().extent();
    return Estimate.passes(model, 1 + rows)
        .plus(Estimate.tensors(Shape.times(rows, Estimate.elements(towards))).times(2));
  }
}
