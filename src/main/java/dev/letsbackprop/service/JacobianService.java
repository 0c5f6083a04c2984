package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.Jacobian;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out Jacobians, and products with them. */
public final class JacobianService {
  private final Limits limits;

  public JacobianService(Limits limits) {
    this.limits = limits;
  }

  /**
   * Works out what a request asks for.
   *
   * @throws dev.letsbackprop.json.Refusal where a value turns out to be no index of a class, or a
   *     product takes more than the limits allow
   */
  public DerivativeReport differentiate(JacobianRequest request) {
    Graph graph = request.model().graph();
    List<Tensor> values = ForwardPass.values(request.model());
    Finiteness finiteness = new Finiteness(graph, values);
    Map<Node, Tensor> vector = request.vector();
    Tensor covector = request.covector();
    Map<Node, Tensor> tensors;
    if (vector != null) {
      Growth growth = new Growth(limits, graph, "Ask for fewer nodes in 'wrt'.");
      tensors = Jacobian.products(graph, values, vector, growth);
    } else if (covector != null) {
      tensors = pulled(graph, values, covector, request.towards(), finiteness);
    } else {
      tensors = Jacobian.of(graph, values, request.towards());
      explain(graph, values, tensors, finiteness);
    }
    finiteness.tellOf(tensors);
    boolean whole = vector == null && covector == null;
    return new DerivativeReport(
        graph.output().toString(),
        whole ? "jacobians" : "products",
        tensors,
        finiteness.warnings(),
        request.encoding());
  }

  private static Map<Node, Tensor> pulled(
      Graph graph, List<Tensor> values, Tensor seed, List<Node> towards, Finiteness finiteness) {
    Pullback<Tensor> pullback =
        Pullback.of(
            Numbers.NUMBERS,
            graph,
            values,
            seed,
            Pullback.only(towards),
            Pullback.only(),
            finiteness);
    Map<Node, Tensor> products = new LinkedHashMap<>();
    for (Node node : towards) {
      @Nullable Tensor adjoint = pullback.adjoint(node);
      products.put(node, adjoint == null ? Tensor.filled(node.shape(), 0) : adjoint);
    }
    return products;
  }

  /** Goes once more, watched, through the first row that has a number that is not finite. */
  private static void explain(
      Graph graph, List<Tensor> values, Map<Node, Tensor> jacobians, Finiteness finiteness) {
    int first = Integer.MAX_VALUE;
    for (Map.Entry<Node, Tensor> each : jacobians.entrySet()) {
      int place = each.getValue().firstNonFinite();
      if (place >= 0) {
        first = Math.min(first, place / Math.toIntExact(each.getKey().shape().size()));
      }
    }
    if (first < Integer.MAX_VALUE) {
      Tensor seed = Jacobian.unit(graph.output().shape(), first);
      pulled(graph, values, seed, List.copyOf(jacobians.keySet()), finiteness);
    }
  }
}
