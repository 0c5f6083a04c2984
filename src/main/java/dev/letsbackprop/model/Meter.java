package dev.letsbackprop.model;

import dev.letsbackprop.differentiation.Cost;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a model needs against its limits from the shapes alone: its values node by node, its
 * gradients once the graph is known.
 *
 * <p>The gradients are those of all nodes, whatever was asked for: the same model always passes, or
 * always fails.
 */
final class Meter {
  /** A limit that is passed, and the sentence that says by what. */
  record Refused(Limit limit, String sentence) {}

  /** With more elements than these, a rough bound would keep others waiting for nothing. */
  private static final long GLANCED = 1 << 20;

  private final Limits limits;
  private Cost cost = Cost.NOTHING;
  private Cost values = Cost.NOTHING;
  private Cost mostBackward = Cost.NOTHING;

  Meter(Limits limits) {
    this.limits = limits;
  }

  /** Whether a draft has too many nodes, which is told then. */
  boolean isTooLarge(Draft draft, Faults faults) {
    int nodes = draft.nodes().size();
    if (nodes <= limits.of(Limit.NODES)) {
      return false;
    }
    String need = "the model has " + nodes;
    faults.exceeded(Limit.NODES, draft.whole(), refusal(Limit.NODES, need).sentence());
    return true;
  }

  /** Whether all that was counted so far is within the limits. */
  boolean within() {
    return values.elements() <= limits.of(Limit.ELEMENTS)
        && values.arithmetic() <= limits.of(Limit.ARITHMETIC);
  }

  /**
   * Counts a node.
   *
   * @return why it is refused; null where it is within the limits, and once they have been passed
   */
  @Nullable Refused refusal(Node node) {
    int rank = node.shape().rank();
    if (rank > limits.count(Limit.RANK)) {
      return refusal(Limit.RANK, "this node has rank " + rank);
    }
    boolean before = within();
    values = values.plus(Cost.ofValue(node));
    mostBackward = mostBackward.plus(Cost.mostBackward(node));
    if (within() || !before) {
      return null;
    }
    String upToHere = "up to here the model needs ";
    return values.elements() > limits.of(Limit.ELEMENTS)
        ? refusal(Limit.ELEMENTS, upToHere + told(values.elements()))
        : refusal(Limit.ARITHMETIC, upToHere + told(values.arithmetic()));
  }

  /**
   * A graph, if its gradients, too, are within the limits, as its values are; else null.
   *
   * @param at where it is told that they are not
   */
  @Nullable Graph admitted(Graph graph, Pointer at, Faults faults) {
    cost = values.plus(mostBackward);
    if (cost.elements() <= GLANCED && fits(cost)) {
      return graph;
    }
    Cost all = values.plus(Cost.backward(graph, Pullback.everything(graph)));
    cost = all;
    if (fits(all)) {
      return graph;
    }
    String need = "with its gradients the model needs ";
    Refused refused =
        all.elements() > limits.of(Limit.ALLOCATION)
            ? refusal(Limit.ALLOCATION, need + told(all.elements()))
            : refusal(Limit.ARITHMETIC, need + told(all.arithmetic()));
    faults.exceeded(refused.limit(), at, refused.sentence());
    return null;
  }

  /** About what the graph takes, once it is admitted. */
  Cost cost() {
    return cost;
  }

  private boolean fits(Cost cost) {
    return cost.elements() <= limits.of(Limit.ALLOCATION)
        && cost.arithmetic() <= limits.of(Limit.ARITHMETIC);
  }

  private static String told(long need) {
    return need == Long.MAX_VALUE ? "more than 9 · 10^18" : Long.toString(need);
  }

  private Refused refusal(Limit limit, String need) {
    return new Refused(limit, limits.told(limit) + "; " + need + ".");
  }
}
