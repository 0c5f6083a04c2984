package dev.letsbackprop.grading;

import dev.letsbackprop.differentiation.Course;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A backward pass as a student worked it: each step from the claims beyond it, and through nodes
 * that nothing is claimed of.
 */
final class BackwardWork {
  private final Assignment assignment;
  private final List<Tensor> values;
  private final List<@Nullable Tensor> settled;
  private final List<Tensor> worked;
  private final BitSet carried = new BitSet();
  private final BitSet known = new BitSet();

  /**
   * The pass.
   *
   * @param values the values that it is worked with, by index
   * @param claims the gradients that are claimed, of the right shape
   * @param rules what flows back along each edge
   */
  BackwardWork(
      Assignment assignment,
      Judge judge,
      List<Tensor> values,
      Map<Node, Tensor> claims,
      Course<Tensor> rules) {
    this.assignment = assignment;
    this.values = values;
    int size = assignment.graph().nodes().size();
    this.settled =
        new ArrayList<@Nullable Tensor>(Collections.<@Nullable Tensor>nCopies(size, null));
    this.worked = assignment.adjoints(new Decisions(judge, claims, size, rules), values);
  }

  /** Decides at each claim, once all has reached its node, what the student went on with. */
  private final class Decisions extends Course<Tensor> {
    private final Judge judge;
    private final Map<Node, Tensor> claims;
    private final double[] scales;
    private final Course<Tensor> rules;

    Decisions(Judge judge, Map<Node, Tensor> claims, int size, Course<Tensor> rules) {
      super(Numbers.NUMBERS);
      this.judge = judge;
      this.claims = claims;
      this.scales = new double[size];
      this.rules = rules;
    }

    @Override
    public Tensor flow(Node node, int place, List<Tensor> x, Tensor y, Tensor cotangent) {
      Tensor flow = rules.flow(node, place, x, y, cotangent);
      scales[node.inputs().get(place).index()] += Match.largest(flow);
      return flow;
    }

    @Override
    public @Nullable Tensor settle(Node node, @Nullable Tensor sum) {
      Tensor claim = claims.get(node);
      if (sum == null || claim == null) {
        return sum;
      }
      Tensor goesOn = decide(node, sum, claim);
      settled.set(node.index(), goesOn);
      return goesOn;
    }

    private Tensor decide(Node node, Tensor sum, Tensor claim) {
      Tensor expected = assignment.adjoint(node);
      known.set(node.index());
      if (judge.right(claim, expected, null)) {
        return expected;
      }
      if (judge.right(claim, expected, assignment.otherAdjoint(node))) {
        return claim;
      }
      if (judge.carried(claim, sum, expected, scales[node.index()])) {
        carried.set(node.index());
        return sum;
      }
      if (judge.usable(claim)) {
        return claim;
      }
      known.clear(node.index());
      return sum;
    }
  }

  Assignment assignment() {
    return assignment;
  }

  List<Tensor> values() {
    return values;
  }

  /** Whether the claim of a node's gradient is right from the claims beyond it. */
  boolean carried(Node node) {
    return carried.get(node.index());
  }

  /** Whether the student went on from the claim of this node, whatever reached it. */
  boolean known(Node node) {
    return known.get(node.index());
  }

  /** What a node's step gives from the claims beyond it. */
  Tensor worked(Node node) {
    return worked.get(node.index());
  }

  /** What a node sends on. */
  Tensor cotangent(Node node) {
    return known(node) ? settled(node) : worked(node);
  }

  /** What the student went on with at a node that is known. */
  Tensor settled(Node node) {
    return Objects.requireNonNull(settled.get(node.index()));
  }

  /**
   * What predictions depend on beside the mistake, where the student went on from right numbers
   * only; null where from others.
   *
   * @param claimed the nodes of which predictions are made
   */
  @Nullable Signature signature(Set<Node> claimed) {
    BitSet steps = new BitSet();
    for (int index = known.nextSetBit(0); index >= 0; index = known.nextSetBit(index + 1)) {
      Node node = assignment.graph().nodes().get(index);
      if (!node.isLeaf()) {
        if (!settled(node).equals(assignment.adjoint(node))) {
          return null;
        }
        steps.set(index);
      }
    }
    BitSet all = new BitSet();
    claimed.forEach(node -> all.set(node.index()));
    return values.equals(assignment.values()) ? new Signature(steps, all) : null;
  }

  /**
   * Where a pass goes on from right numbers, and which nodes are claimed.
   *
   * @param steps the indices of the former, leaves aside, from which nothing goes on
   */
  record Signature(BitSet steps, BitSet claimed) {}
}
