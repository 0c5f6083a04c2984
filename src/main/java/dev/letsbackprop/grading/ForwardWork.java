package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A forward pass as a student worked it: from their own claims where these are wrong. */
final class ForwardWork {
  private final List<Tensor> worked = new ArrayList<>();
  private final List<Tensor> settled = new ArrayList<>();
  private final BitSet carried = new BitSet();

  /**
   * The pass.
   *
   * @param claims the values that are claimed, of the right shape
   */
  ForwardWork(Assignment assignment, Judge judge, Map<Node, Tensor> claims) {
    for (Node node : assignment.graph().nodes()) {
      Tensor expected = assignment.value(node);
      Tensor value = work(node, expected);
      worked.add(value);
      Tensor claim = claims.get(node);
      if (claim == null || node.isLeaf()) {
        // Whoever claims another value for what is given goes on from what is given.
        settled.add(value);
      } else if (judge.right(claim, expected, null)) {
        settled.add(expected);
      } else if (judge.carried(claim, value, expected, Match.largest(value))) {
        carried.set(node.index());
        settled.add(value);
      } else {
        settled.add(judge.usable(claim) ? claim : value);
      }
    }
  }

  private Tensor work(Node node, Tensor expected) {
    if (node.isLeaf()) {
      return expected;
    }
    try {
      return Numbers.NUMBERS.apply(node.operation(), Graph.inputs(node, settled));
    } catch (Misuse misuse) {
      // A claim that is no index: the step cannot be worked from it.
      return expected;
    }
  }

  /** Whether the claim of a node's value is right from the claims before it. */
  boolean carried(Node node) {
    return carried.get(node.index());
  }

  /** Whether anything differs from the right values. */
  boolean differs(Assignment assignment) {
    return !settled.equals(assignment.values());
  }

  /** What the student has for each node, by index. */
  List<Tensor> values() {
    return settled;
  }
}
