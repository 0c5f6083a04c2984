package dev.letsbackprop.grading;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a student would claim who makes a mistake, each worked out once. */
final class Predictions {
  private final Assignment assignment;
  private final BackwardWork work;
  private final Map<Node, Tensor> claims;
  private final Kept single;
  private final Budget budget;

  /** What mistakes give, and about how much work it was to find out. */
  record Made(long work, Map<Node, Predicted> claims) {}

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
    this.single = assignment.predictions(work.signature(claims.keySet()));
  }

  /** What mistakes give in passes of one kind, as much of it as there is room for. */
  static final class Kept {
    /** The most numbers; what is over is worked out again. */
    private static final long MOST = 250_000;

    /** What a prediction takes beside its numbers, in numbers. */
    private static final long OVERHEAD = 20;

    private final Map<Slip, Made> made = new ConcurrentHashMap<>();
    private final AtomicLong size = new AtomicLong();

    @Nullable Made get(Slip slip) {
      return made.get(slip);
    }

    void put(Slip slip, Made each) {
      long numbers =
          each.claims().keySet().stream().mapToLong(node -> OVERHEAD + node.shape().size()).sum();
      if (size.addAndGet(numbers) <= MOST) {
        made.put(slip, each);
      }
    }
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
   * What would be claimed of each node that a mistake reaches; nothing where it cannot be made.
   *
   * <p>The budget is spent whether or not somebody else has worked it out before: what is found
   * must not depend on that.
   */
  Map<Node, Predicted> of(Slip slip) {
    Made known = single.get(slip);
    if (known == null) {
      Set<Node> reached = Reach.below(slip.edges(), work::known);
      long cost = Reach.work(assignment, reached);
      if (!budget.spend(cost)) {
        return Map.of();
      }
      Map<Node, Predicted> made = claims(reached, List.of(slip));
      single.put(slip, new Made(cost, made));
      return made;
    }
    return budget.spend(known.work()) ? known.claims() : Map.of();
  }

  /** The same for two mistakes that are made together. */
  Map<Node, Predicted> of(Slip one, Slip other) {
    Set<Edge> edges = new LinkedHashSet<>(one.edges());
    edges.addAll(other.edges());
    Set<Node> reached = Reach.below(edges, work::known);
    return budget.spend(Reach.work(assignment, reached))
        ? claims(reached, List.of(one, other))
        : Map.of();
  }

  private Map<Node, Predicted> claims(Set<Node> reached, List<Slip> slips) {
    reached.retainAll(claims.keySet());
    return follow(assignment, slips, reached);
  }

  /** What a pass with these mistakes brings to some nodes. */
  Map<Node, Predicted> follow(Assignment exercise, List<Slip> slips, Set<Node> nodes) {
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
    Map<Node, Predicted> predicted = new LinkedHashMap<>();
    for (Node node : nodes) {
      Tensor adjoint = pullback.adjoint(node);
      Tensor numbers = adjoint == null ? Tensor.filled(node.shape(), 0) : adjoint;
      predicted.put(node, new Predicted(numbers, follow.scale(node)));
    }
    return predicted;
  }
}
