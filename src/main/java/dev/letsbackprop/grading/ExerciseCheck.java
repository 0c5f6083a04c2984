package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which mistakes an exercise would hide, by making each and grading what comes of it.
 *
 * @param claimed the nodes whose gradients are taken to be claimed
 * @param slips every mistake that can be made, and what becomes of it
 */
public record ExerciseCheck(List<Node> claimed, List<MadeSlip> slips) {
  /** About how many mistakes can be made at a place. */
  private static final long SLIPS_A_PLACE = 16;

  /** How many other draws of the numbers are tried. */
  private static final int DRAWS = 4;

  public ExerciseCheck {
    claimed = List.copyOf(claimed);
    slips = List.copyOf(slips);
  }

  /** The most steps that it may take to make every mistake of an exercise and to grade it. */
  public static final long MOST_WORK = 20_000_000;

  /** About how many steps it takes to make every mistake of an exercise and to grade it. */
  public static long work(Assignment assignment) {
    Set<Node> all = new LinkedHashSet<>(assignment.graph().nodes());
    int places = all.stream().mapToInt(node -> assignment.consumers(node).size()).sum();
    return Shape.times(SLIPS_A_PLACE * places, Reach.work(assignment, all));
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

  /** What could be changed about the exercise, in sentences. */
  public List<String> advice(Assignment assignment) {
    return Advice.on(assignment, this);
  }

  /** How many mistakes have that fate. */
  public long count(MadeSlip.Fate fate) {
    return slips.stream().filter(slip -> slip.fate() == fate).count();
  }

  /** The best of a few other draws of the numbers; null where none hides fewer mistakes. */
  public @Nullable Variant variant(Assignment assignment) {
    boolean oneRow = Redraw.hasOneRow(assignment);
    Variant best = null;
    double share = shareNamed();
    for (long seed = 1; seed <= DRAWS && share < 1; seed++) {
      Map<String, Tensor> values = new LinkedHashMap<>();
      Assignment other = Redraw.of(assignment, seed, oneRow, values);
      ExerciseCheck check = other == null ? this : of(other);
      if (other != null && check.shareNamed() > share) {
        best = new Variant(seed, values, other.seed(), check);
        share = check.shareNamed();
      }
    }
    return best;
  }

  private double shareNamed() {
    return slips.isEmpty() ? 1 : (double) count(MadeSlip.Fate.NAMED) / slips.size();
  }

  /** Of two ways to make one mistake the one that fares worse. */
  private static MadeSlip worse(MadeSlip a, MadeSlip b) {
    return b.fate().compareTo(a.fate()) > 0 ? b : a;
  }

  private static MadeSlip made(Assignment assignment, Slip slip, Map<Node, Tensor> claims) {
    int figures = assignment.tolerance().typedFigures();
    Map<Node, Tensor> typed = new LinkedHashMap<>();
    claims.forEach((node, claim) -> typed.put(node, typed(claim, figures)));
    Grader grader = new Grader(assignment, submission(typed));
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

  /** Numbers as somebody types them: rounded to so many significant figures. */
  static Tensor typed(Tensor tensor, int figures) {
    return tensor.map(
        number ->
            Double.isFinite(number)
                ? new BigDecimal(number).round(new MathContext(figures)).doubleValue()
                : number);
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
