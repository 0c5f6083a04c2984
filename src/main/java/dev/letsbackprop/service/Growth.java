package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.Cost;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.model.Limits;
import java.util.function.Consumer;

/**
 * Counts what a graph needs that a request makes grow, from the shapes alone: together with the
 * model it may be as large as a model may be, so that it can be posted as one.
 */
final class Growth implements Consumer<Node> {
  private final Limits limits;
  private final String advice;
  private long nodes;
  private long edges;
  private Cost values = Cost.NOTHING;

  /**
   * Counts a model, which is within the limits, to be told of what it grows.
   *
   * @param advice what to ask for instead, in a sentence
   */
  Growth(Limits limits, Graph model, String advice) {
    this.limits = limits;
    this.advice = advice;
    model.nodes().forEach(this::count);
  }

  /**
   * Takes a node in.
   *
   * @throws Refusal where that is one too many
   */
  @Override
  public void accept(Node node) {
    if (node.shape().rank() > limits.rank()) {
      throw refusal("rank", limits.rank(), node.shape().rank());
    }
    count(node);
    check("nodes", limits.nodes(), nodes);
    check("edges", limits.edges(), edges);
    check("elements", limits.elements(), values.elements());
    check("arithmetic", limits.arithmetic(), values.arithmetic());
  }

  private void count(Node node) {
    nodes += GradientIds.isInline(node) ? 0 : 1;
    edges += node.inputs().size();
    values = values.plus(Cost.ofValue(node));
  }

  private void check(String limit, long most, long need) {
    if (need > most) {
      throw refusal(limit, most, need);
    }
  }

  private Refusal refusal(String limit, long most, long need) {
    return Refusal.of(
        new Fault(
            Kind.LIMIT_EXCEEDED,
            "",
            "The limit 'model."
                + limit
                + "' is "
                + most
                + "; with its derivatives the model needs at least "
                + need
                + ". "
                + advice));
  }
}
