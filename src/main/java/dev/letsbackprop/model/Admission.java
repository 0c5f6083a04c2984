package dev.letsbackprop.model;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what a model needs against its limits, node by node, from the shapes alone. */
final class Admission {
  private final Limits limits;
  private long elements;
  private long arithmetic;

  Admission(Limits limits) {
    this.limits = limits;
  }

  /** Whether all that was counted so far is within the limits. */
  boolean within() {
    return elements <= limits.elements() && arithmetic <= limits.arithmetic();
  }

  /**
   * Counts a node.
   *
   * @return why it is refused; null where it is within the limits, and once they have been passed
   */
  @Nullable String refusal(Node node) {
    int rank = node.shape().rank();
    if (rank > limits.rank()) {
      return sentence("rank", limits.rank(), "this node has rank " + rank);
    }
    boolean before = within();
    elements = Shape.plus(elements, node.shape().extent());
    if (!node.isLeaf()) {
      List<Shape> inputs = node.inputs().stream().map(Node::shape).toList();
      elements = Shape.plus(elements, node.operation().workspace(inputs));
      arithmetic = Shape.plus(arithmetic, node.operation().arithmetic(inputs));
    }
    if (within() || !before) {
      return null;
    }
    return elements > limits.elements()
        ? sentence("elements", limits.elements(), "up to here the model needs " + told(elements))
        : sentence(
            "arithmetic", limits.arithmetic(), "up to here the model needs " + told(arithmetic));
  }

  private static String told(long need) {
    return need == Long.MAX_VALUE ? "more than 9 · 10^18" : Long.toString(need);
  }

  private static String sentence(String limit, long most, String need) {
    return "The limit 'model." + limit + "' is " + most + "; " + need + ".";
  }
}
