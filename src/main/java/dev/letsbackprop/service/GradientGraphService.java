package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.GradientGraph;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes gradients down as graphs; no number is computed. */
public final class GradientGraphService {
  private final Limits limits;

  public GradientGraphService(Limits limits) {
    this.limits = limits;
  }

  /**
   * Works out what a request asks for.
   *
   * @throws dev.letsbackprop.json.Refusal where the graph would be larger than a model may be
   */
  public GradientGraphReport differentiate(GradientGraphRequest request) {
    Model model = request.model();
    Growth growth = new Growth(limits, model.graph(), "Ask for fewer nodes in 'wrt'.");
    GradientGraph grown = GradientGraph.of(model.graph(), model.seed(), request.towards(), growth);
    Map<Node, Node> gradients = new LinkedHashMap<>();
    request.towards().forEach(node -> gradients.put(node, grown.ownGradient(node)));
    GradientIds ids =
        new GradientIds(
            Objects.requireNonNull(model.graph().output().name()),
            model.nodes(),
            limits.count(Limit.NAME));
    gradients.forEach(ids::nameGradient);
    grown.adjoints().forEach(ids::nameAdjoint);
    Node output = gradients.values().iterator().next();
    return new GradientGraphReport(
        standing(model, grown.graph(output), gradients),
        ids,
        output,
        output.shape().rank() == 0 ? null : Tensor.filled(output.shape(), 1),
        request.encoding());
  }

  /**
   * The nodes that the gradients are computed from, and those that they are gradients towards,
   * which one may want to differentiate by again.
   */
  private static List<Node> standing(Model model, Graph whole, Map<Node, Node> gradients) {
    BitSet needed = Pullback.only(gradients.keySet());
    needed.or(Pullback.only(gradients.values()));
    whole.addInputs(needed);
    List<Node> standing = new ArrayList<>();
    for (Node node : model.nodes().values()) {
      if (needed.get(node.index())) {
        standing.add(node);
      }
    }
    for (Node node : whole.nodes().subList(model.graph().nodes().size(), whole.nodes().size())) {
      if (needed.get(node.index()) && !GradientIds.isInline(node)) {
        standing.add(node);
      }
    }
    return standing;
  }
}
