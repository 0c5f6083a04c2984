package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the mistakes of an exercise, as students would who are consistent afterwards. */
final class Making {
  /** No mistakes where other numbers show that they are right: a sum hands on as it is. */
  private static final Set<String> MAY_BE_RIGHT = Set.of("chain.local_missing", "weight.updated");

  private final Assignment assignment;

  Making(Assignment assignment) {
    this.assignment = assignment;
  }

  /** Every mistake that can be made, each act once, by its best name. */
  List<Slip> slips() {
    Set<Slip> slips = new LinkedHashSet<>();
    for (Node node : assignment.graph().nodes()) {
      if (assignment.consumers(node).isEmpty()) {
        continue;
      }
      assignment.consumers(node).forEach(edge -> slips.addAll(assignment.slips().at(edge)));
      slips.addAll(assignment.slips().at(node));
    }
    assignment.graph().nodes().forEach(node -> slips.addAll(assignment.slips().sentBy(node)));
    slips.addAll(assignment.slips().everywhere());
    return undominated(slips);
  }

  private List<Slip> undominated(Collection<Slip> slips) {
    Assignment twin = assignment.twin();
    Set<Node> all = new LinkedHashSet<>(assignment.nodes().values());
    Object right = twin == null ? Map.of() : rounded(right(twin));
    Map<Object, Slip> best = new LinkedHashMap<>();
    List<Slip> others = new ArrayList<>();
    for (Slip slip : slips) {
      Map<Node, Tensor> made = twin == null ? null : claims(twin, slip, all);
      if (made == null) {
        others.add(slip);
        continue;
      }
      if (MAY_BE_RIGHT.contains(slip.code()) && rounded(made).equals(right)) {
        continue;
      }
      Object act = List.of(slip.at(), slip.receivers(), slip.everywhere(), rounded(made));
      best.merge(act, slip, (a, b) -> b.lesson().rank() < a.lesson().rank() ? b : a);
    }
    others.addAll(best.values());
    return others;
  }

  private static Map<Node, Tensor> right(Assignment exercise) {
    Map<Node, Tensor> right = new HashMap<>();
    for (Node node : exercise.nodes().values()) {
      if (!node.isConstant()) {
        right.put(node, exercise.adjoint(node));
      }
    }
    return right;
  }

  /** Numbers that are equal where two ways of working them out differ by rounding. */
  private static Map<Node, List<Float>> rounded(Map<Node, Tensor> made) {
    Map<Node, List<Float>> rounded = new HashMap<>();
    made.forEach(
        (node, tensor) -> {
          List<Float> numbers = new ArrayList<>();
          for (int i = 0; i < tensor.size(); i++) {
            numbers.add((float) tensor.at(i));
          }
          rounded.put(node, numbers);
        });
    return rounded;
  }

  /** What is claimed of some nodes after a mistake; null where it cannot be made. */
  static @Nullable Map<Node, Tensor> claims(Assignment exercise, Slip slip, Set<Node> nodes) {
    Follow follow = new Follow(List.of(slip), node -> false, exercise::adjoint);
    List<Tensor> adjoints = exercise.adjoints(follow, exercise.values());
    if (!follow.succeeded()) {
      return null;
    }
    Map<Node, Tensor> claims = new LinkedHashMap<>();
    for (Node node : nodes) {
      if (!node.isConstant()) {
        claims.put(node, adjoints.get(node.index()));
      }
    }
    return claims;
  }
}
