package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What became of a claim, before anything is hidden or put in words.
 *
 * @param id what was written for the node
 * @param node the node; null where there is none of that name
 * @param claim null where it is missing
 * @param expected null where there is nothing to compare with
 */
record Outcome(
    String id,
    @Nullable Node node,
    Quantity quantity,
    Verdict verdict,
    @Nullable Claim claim,
    @Nullable Tensor expected) {
  /** The numbers that are claimed; null where there are none. */
  @Nullable Tensor numbers() {
    return claim instanceof Claim.Numbers numbers ? numbers.tensor() : null;
  }
}
