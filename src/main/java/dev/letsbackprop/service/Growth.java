package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.Cost;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
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
    if (node.shape().rank() > limits.count(Limit.RANK)) {
      throw refusal(Limit.RANK, node.shape().rank());
    }
    count(node);
    check(Limit.NODES, nodes);
    check(Limit.EDGES, edges);
    check(Limit.ELEMENTS, values.elements());
    check(Limit.ARITHMETIC, values.arithmetic());
  }

  private void count(Node node) {
    nodes += GradientIds.isInline(node) ? 0 : 1;
    edges += node.inputs().size();
    values = values.plus(Cost.ofValue(node));
  }

  private void check(Limit limit, long need) {
    if (need > limits.of(limit)) {
      throw refusal(limit, need);
    }
  }

  private Refusal refusal(Limit limit, long need) {
    return Refusal.of(
        Fault.exceeded(
            limit,
            "",
            limits.told(limit)
                + "; with its derivatives the model needs at least "
                + need
                + ". "
                + advice));
  }
}
