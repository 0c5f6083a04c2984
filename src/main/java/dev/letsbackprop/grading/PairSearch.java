package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for two mistakes that were made together, where one does not explain a claim. */
final class PairSearch {
  /** Among more mistakes than this, pairs are not tried: they would be too many. */
  private static final int MOST = 80;

  /** Mistakes of this rank and above, mere factors, are too cheap to be one of a pair. */
  private static final int CHEAP = GeneralSlips.MANY_WAYS;

  private final BackwardWork work;
  private final Predictions predictions;
  private final Map<Node, Tensor> claims;
  private final Match match;

  PairSearch(BackwardWork work, Predictions predictions, Map<Node, Tensor> claims, Match match) {
    this.work = work;
    this.predictions = predictions;
    this.claims = claims;
    this.match = match;
  }

  /** The pairs of these mistakes that explain the claim of a node and all others they reach. */
  Suspects suspects(Node node, List<Slip> candidates) {
    List<Slip> single = distinct(node, candidates);
    if (single.size() > MOST || Match.evidence(claims.values()) < 2) {
      return Suspects.NONE;
    }
    List<List<Slip>> pairs = new ArrayList<>();
    for (int i = 0; i < single.size(); i++) {
      for (int j = i + 1; j < single.size(); j++) {
        Slip a = single.get(i);
        Slip b = single.get(j);
        if (Collections.disjoint(a.edges(), b.edges()) && explains(node, a, b)) {
          pairs.add(List.of(a, b));
        }
      }
    }
    return new Suspects(pairs, pairs);
  }

  /** Those that change the claim of a node, and of those that do alike at one place the best. */
  private List<Slip> distinct(Node node, List<Slip> candidates) {
    Map<Object, Slip> best = new HashMap<>();
    List<Slip> single = new ArrayList<>();
    for (Slip slip : candidates) {
      Predicted made = predictions.of(slip).get(node);
      Tensor predicted = made == null ? null : made.numbers();
      if (predicted == null
          || slip.everywhere()
          || slip.lesson().rank() >= CHEAP
          || Twin.SAME.accepts(predicted, work.worked(node))) {
        continue;
      }
      Slip before = best.putIfAbsent(List.of(slip.at(), predicted), slip);
      if (before == null) {
        single.add(slip);
      } else if (slip.lesson().rank() < before.lesson().rank()) {
        single.set(single.indexOf(before), slip);
        best.put(List.of(slip.at(), predicted), slip);
      }
    }
    return single;
  }

  private boolean explains(Node node, Slip a, Slip b) {
    Map<Node, Predicted> predicted = predictions.of(a, b);
    List<Tensor> matched = new ArrayList<>();
    for (Map.Entry<Node, Predicted> each : predicted.entrySet()) {
      Tensor claim = claims.get(each.getKey());
      if (claim == null || !match.is(claim, each.getValue().numbers(), 1)) {
        return false;
      }
      matched.add(claim);
    }
    return predicted.containsKey(node) && Match.evidence(matched) >= 2;
  }
}
