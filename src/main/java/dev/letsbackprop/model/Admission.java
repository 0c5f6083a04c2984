package dev.letsbackprop.model;

import dev.letsbackprop.differentiation.Cost;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a model needs against its limits from the shapes alone: its values node by node, its
 * gradients once the graph is known.
 *
 * <p>The gradients are those of all nodes, whatever was asked for: the same model always passes, or
 * always fails.
 */
final class Admission {
  private final Limits limits;
  private Cost values = Cost.NOTHING;
  private Cost mostBackward = Cost.NOTHING;

  Admission(Limits limits) {
    this.limits = limits;
  }

  /** Whether all that was counted so far is within the limits. */
  boolean within() {
    return values.elements() <= limits.elements() && values.arithmetic() <= limits.arithmetic();
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
    values = values.plus(Cost.ofValue(node));
    mostBackward = mostBackward.plus(Cost.mostBackward(node));
    if (within() || !before) {
      return null;
    }
    String upToHere = "up to here the model needs ";
    return values.elements() > limits.elements()
        ? sentence("elements", limits.elements(), upToHere + told(values.elements()))
        : sentence("arithmetic", limits.arithmetic(), upToHere + told(values.arithmetic()));
  }

  /**
   * A graph, if its gradients, too, are within the limits, as its values are; else null.
   *
   * @param at where it is told that they are not
   */
  @Nullable Graph admitted(Graph graph, Pointer at, Faults faults) {
    if (fits(values.plus(mostBackward))) {
      return graph;
    }
    Cost all = values.plus(Cost.backward(graph, Pullback.everything(graph)));
    if (fits(all)) {
      return graph;
    }
    String need = "with its gradients the model needs ";
    faults.add(
        Kind.LIMIT_EXCEEDED,
        at,
        all.elements() > limits.allocation()
            ? sentence("allocation", limits.allocation(), need + told(all.elements()))
            : sentence("arithmetic", limits.arithmetic(), need + told(all.arithmetic())));
    return null;
  }

  private boolean fits(Cost cost) {
    return cost.elements() <= limits.allocation() && cost.arithmetic() <= limits.arithmetic();
  }

  private static String told(long need) {
    return need == Long.MAX_VALUE ? "more than 9 · 10^18" : Long.toString(need);
  }

  private static String sentence(String limit, long most, String need) {
    return "The limit 'model." + limit + "' is " + most + "; " + need + ".";
  }
}
