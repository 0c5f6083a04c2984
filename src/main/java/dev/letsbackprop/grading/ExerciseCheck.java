package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out which mistakes an exercise would hide, by making each and grading what comes of it.
 *
 * @param claimed the nodes whose gradients are taken to be claimed
 * @param slips every mistake that can be made, and what becomes of it
 */
public record ExerciseCheck(List<Node> claimed, List<MadeSlip> slips) {
  public ExerciseCheck {
    claimed = List.copyOf(claimed);
    slips = List.copyOf(slips);
  }

  /** The check of an exercise: of its required gradients, or of all where none are. */
  public static ExerciseCheck of(Assignment assignment) {
    Set<Node> claimed = new LinkedHashSet<>(assignment.terms().required());
    if (claimed.isEmpty()) {
      assignment.nodes().values().stream().filter(node -> !node.isConstant()).forEach(claimed::add);
    }
    Map<List<Object>, MadeSlip> made = new LinkedHashMap<>();
    for (Slip slip : new Making(assignment).slips()) {
      Map<Node, Tensor> claims = Making.claims(assignment, slip, claimed);
      if (claims != null) {
        MadeSlip each = made(assignment, slip, claims);
        made.merge(List.of(each.code(), each.at()), each, ExerciseCheck::worse);
      }
    }
    return new ExerciseCheck(List.copyOf(claimed), List.copyOf(made.values()));
  }

  /** Of two ways to make one mistake the one that fares worse. */
  private static MadeSlip worse(MadeSlip a, MadeSlip b) {
    return b.fate().compareTo(a.fate()) > 0 ? b : a;
  }

  private static MadeSlip made(Assignment assignment, Slip slip, Map<Node, Tensor> claims) {
    Grader grader = new Grader(assignment, submission(claims));
    List<Outcome> outcomes = grader.outcomes();
    if (outcomes.stream().allMatch(each -> each.verdict() == Verdict.CORRECT)) {
      return new MadeSlip(slip.code(), slip.at(), MadeSlip.Fate.HIDDEN, List.of());
    }
    Set<Naming> rivals = new LinkedHashSet<>();
    boolean named = false;
    for (Suspects suspects : grader.suspects(outcomes).values()) {
      Naming naming = suspects.naming();
      named |= naming != null && naming.code().equals(slip.code()) && naming.at() == slip.at();
      suspects.all().stream()
          .flatMap(List::stream)
          .map(each -> new Naming(each.code(), each.at(), null))
          .filter(each -> !(each.code().equals(slip.code()) && each.at() == slip.at()))
          .forEach(rivals::add);
    }
    return named
        ? new MadeSlip(slip.code(), slip.at(), MadeSlip.Fate.NAMED, List.of())
        : new MadeSlip(slip.code(), slip.at(), MadeSlip.Fate.UNNAMED, new ArrayList<>(rivals));
  }

  /** What a student claims who has these gradients. */
  static Submission submission(Map<Node, Tensor> claims) {
    List<Submission.Entry> entries = new ArrayList<>();
    claims.forEach(
        (node, tensor) ->
            entries.add(
                new Submission.Entry(
                    node.toString(), Quantity.GRADIENT, new Claim.Numbers(tensor))));
    return new Submission(entries, List.of());
  }
}
