package dev.letsbackprop.grading;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a student would claim who makes a mistake, each worked out once. */
final class Predictions {
  private final Assignment assignment;
  private final BackwardWork work;
  private final Map<Node, Tensor> claims;
  private final Map<List<Slip>, Map<Node, Tensor>> made = new HashMap<>();
  private final Budget budget;

  /**
   * Predictions of claims.
   *
   * @param claims all gradients that are claimed, of the right shape
   */
  Predictions(Assignment assignment, BackwardWork work, Map<Node, Tensor> claims, Budget budget) {
    this.assignment = assignment;
    this.work = work;
    this.claims = claims;
    this.budget = budget;
  }

  /** How much arithmetic may still be spent on looking for mistakes. */
  static final class Budget {
    private long left;

    Budget(long left) {
      this.left = left;
    }

    boolean spend(long work) {
      left -= Math.min(left, work);
      return left > 0;
    }
  }

  /**
   * What would be claimed of each node that the mistakes reach; nothing where they cannot be made.
   */
  Map<Node, Tensor> of(Slip... slips) {
    return made.computeIfAbsent(List.of(slips), this::work);
  }

  private Map<Node, Tensor> work(List<Slip> slips) {
    Set<Edge> edges = new LinkedHashSet<>();
    slips.forEach(slip -> edges.addAll(slip.edges()));
    Set<Node> reached = Reach.below(edges, work::known);
    if (!budget.spend(Reach.work(assignment, reached))) {
      return Map.of();
    }
    reached.retainAll(claims.keySet());
    return follow(assignment, slips, reached);
  }

  /** What a pass with these mistakes brings to some nodes. */
  Map<Node, Tensor> follow(Assignment exercise, List<Slip> slips, Set<Node> nodes) {
    boolean same = exercise == assignment;
    Follow follow =
        new Follow(slips, work::known, node -> same ? work.settled(node) : exercise.adjoint(node));
    Pullback<Tensor> pullback =
        Pullback.adjoints(
            Numbers.NUMBERS,
            exercise.graph(),
            same ? work.values() : exercise.values(),
            exercise.seed(),
            Pullback.only(nodes),
            follow);
    if (!follow.succeeded()) {
      return Map.of();
    }
    Map<Node, Tensor> predicted = new LinkedHashMap<>();
    for (Node node : nodes) {
      Tensor adjoint = pullback.adjoint(node);
      predicted.put(node, adjoint == null ? Tensor.filled(node.shape(), 0) : adjoint);
    }
    return predicted;
  }
}
