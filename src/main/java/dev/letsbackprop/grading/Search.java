package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Looks for the mistake behind a wrong claim: the one that gives just these numbers, where just one
 * does.
 */
final class Search {
  /** What rounded claims before may have moved. */
  private static final double EXPLAINS = 2;

  /** What comes this near makes an accusation doubtful. */
  private static final double RIVALS = 10;

  private final Assignment assignment;
  private final BackwardWork work;
  private final Map<Node, Tensor> claims;
  private final Predictions predictions;
  private final Match match;

  Search(
      Assignment assignment,
      BackwardWork work,
      Map<Node, Tensor> claims,
      Predictions.Budget budget) {
    this.assignment = assignment;
    this.work = work;
    this.claims = claims;
    this.predictions = new Predictions(assignment, work, claims, budget);
    this.match = new Match(assignment.tolerance());
  }

  /** What was found: the mistake that explains a claim, or several that cannot be told apart. */
  Suspects suspects(Node node, Tensor claim) {
    List<Edge> above = Reach.above(assignment, node, work::known);
    // Hardly wrong, given the claims before it: nothing to accuse anybody of.
    if (match.is(claim, work.worked(node), RIVALS) || followNothing(above)) {
      return Suspects.NONE;
    }
    List<Slip> candidates = candidates(node, above);
    List<Slip> near = new ArrayList<>();
    List<Slip> explaining = new ArrayList<>();
    for (Slip slip : candidates) {
      Predicted predicted = predictions.of(slip).get(node);
      if (predicted != null && match.is(claim, predicted.numbers(), RIVALS)) {
        near.add(slip);
        if (match.is(claim, predicted.numbers(), EXPLAINS)) {
          explaining.add(slip);
        }
      }
    }
    if (explaining.isEmpty()) {
      return new PairSearch(work, predictions, claims, match).suspects(node, candidates);
    }
    List<Slip> told = told(node, near);
    return new Suspects(
        told.stream()
            .filter(slip -> explaining.contains(slip) && weighs(slip))
            .map(slip -> List.of(at(slip, above)))
            .toList(),
        told.stream().map(slip -> List.of(at(slip, above))).toList());
  }

  /**
   * Whether nothing can be concluded from a claim on the way: it is zeros, say, or so small that
   * the tolerance takes it whatever it is.
   */
  private boolean followNothing(List<Edge> above) {
    for (Edge edge : above) {
      Tensor claim = claims.get(edge.node());
      if (claim != null
          && !(work.known(edge.node()) && match.is(claim, work.cotangent(edge.node()), RIVALS))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a match says anything: one number agrees with one of many rates all too easily. */
  private boolean weighs(Slip slip) {
    return slip.lesson().rank() != GeneralSlips.MANY_WAYS
        || Match.evidence(
                predictions.of(slip).keySet().stream()
                    .map(claims::get)
                    .filter(Objects::nonNull)
                    .toList())
            >= 2;
  }

  /** Those of several mistakes that the other claims allow, each act by its best name. */
  private List<Slip> told(Node node, List<Slip> near) {
    List<Slip> consistent = near.stream().filter(this::consistent).toList();
    List<Slip> left = consistent.isEmpty() ? near : consistent;
    return left.size() == 1 ? left : undominated(node, left);
  }

  /** Whether every claim that a mistake reaches is what it gives. */
  private boolean consistent(Slip slip) {
    for (Map.Entry<Node, Predicted> each : predictions.of(slip).entrySet()) {
      Tensor claim = claims.get(each.getKey());
      if (claim != null && !match.allows(claim, each.getValue(), RIVALS)) {
        return false;
      }
    }
    return true;
  }

  /** Without those that are always the same act as another one with a better name. */
  private List<Slip> undominated(Node node, List<Slip> all) {
    Assignment twin = assignment.twin();
    Map<Slip, Tensor> elsewhere = new LinkedHashMap<>();
    for (Slip slip : all) {
      Predicted predicted =
          twin == null ? null : predictions.follow(twin, List.of(slip), Set.of(node)).get(node);
      if (predicted != null) {
        elsewhere.put(slip, predicted.numbers());
      }
    }
    return all.stream()
        .filter(slip -> all.stream().noneMatch(other -> dominates(other, slip, elsewhere)))
        .toList();
  }

  private static boolean dominates(Slip other, Slip slip, Map<Slip, Tensor> elsewhere) {
    Tensor a = elsewhere.get(other);
    Tensor b = elsewhere.get(slip);
    return a != null
        && b != null
        && other.lesson().rank() < slip.lesson().rank()
        && other.at() == slip.at()
        && other.receivers().equals(slip.receivers())
        && Twin.SAME.accepts(a, b);
  }

  /** Every mistake that can have been made on the way to a node. */
  private List<Slip> candidates(Node node, List<Edge> above) {
    Slips slips = assignment.slips();
    Set<Slip> candidates = new LinkedHashSet<>();
    Set<Node> passed = new LinkedHashSet<>();
    passed.add(node);
    for (Edge edge : above) {
      candidates.addAll(slips.at(edge));
      if (!work.known(edge.node())) {
        passed.add(edge.node());
      }
    }
    passed.forEach(each -> candidates.addAll(slips.at(each)));
    above.forEach(edge -> candidates.addAll(slips.sentBy(edge.node())));
    for (Slip slip : slips.everywhere()) {
      if (above.stream().anyMatch(slip.edges()::contains)) {
        candidates.add(slip);
      }
    }
    return new ArrayList<>(candidates);
  }

  /** A mistake as it is told of one claim: one made everywhere was made on the way to it. */
  private static Slip at(Slip slip, List<Edge> above) {
    if (!slip.everywhere()) {
      return slip;
    }
    Node at = null;
    for (Edge edge : above) {
      if (slip.edges().contains(edge) && (at == null || edge.node().index() > at.index())) {
        at = edge.node();
      }
    }
    return at == null ? slip : slip.toldAt(at);
  }
}
