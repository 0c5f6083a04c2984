package dev.letsbackprop.grading;

import dev.letsbackprop.differentiation.Course;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Grades one submission: is each claim right, is it right given the earlier ones, and if not why.
 */
final class Grader {
  private final Assignment assignment;
  private final Submission submission;
  private final Judge judge;
  private final Map<Quantity, Map<Node, Tensor>> claims = new EnumMap<>(Quantity.class);
  private final ForwardWork forward;
  private final List<BackwardWork> backward = new ArrayList<>();

  Grader(Assignment assignment, Submission submission) {
    this.assignment = assignment;
    this.submission = submission;
    this.judge = new Judge(assignment.tolerance());
    for (Quantity quantity : Quantity.values()) {
      claims.put(quantity, comparable(quantity));
    }
    Map<Node, Tensor> gradients = claims(Quantity.GRADIENT);
    Course<Tensor> rules = new Course<>(Numbers.NUMBERS);
    forward = new ForwardWork(assignment, judge, claims(Quantity.VALUE));
    if (forward.differs(assignment)) {
      backward.add(new BackwardWork(assignment, judge, forward.values(), gradients, rules));
    }
    backward.add(new BackwardWork(assignment, judge, assignment.values(), gradients, rules));
    if (assignment.leavesAChoice()) {
      backward.add(
          new BackwardWork(
              assignment, judge, assignment.values(), gradients, new OtherwiseRight()));
    }
  }

  private Map<Node, Tensor> claims(Quantity quantity) {
    return Objects.requireNonNull(claims.get(quantity));
  }

  /** The claims that can be compared: numbers of the right shape about nodes that there are. */
  private Map<Node, Tensor> comparable(Quantity quantity) {
    Map<Node, Tensor> comparable = new LinkedHashMap<>();
    for (Submission.Entry entry : submission.claims()) {
      Node node = assignment.nodes().get(entry.node());
      if (node != null
          && entry.quantity() == quantity
          && entry.claim() instanceof Claim.Numbers numbers
          && numbers.tensor().shape().equals(node.shape())) {
        comparable.put(node, numbers.tensor());
      }
    }
    return comparable;
  }

  /** One outcome for each claim, and for each that is missing. */
  List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    Set<Node> gradients = new HashSet<>();
    for (Submission.Entry entry : submission.claims()) {
      Node node = assignment.nodes().get(entry.node());
      if (node != null && entry.quantity() == Quantity.GRADIENT) {
        gradients.add(node);
      }
      outcomes.add(outcome(entry, node));
    }
    for (Node node : new LinkedHashSet<>(assignment.terms().required())) {
      if (!gradients.contains(node)) {
        outcomes.add(
            new Outcome(node.toString(), node, Quantity.GRADIENT, Verdict.MISSING, null, null));
      }
    }
    return outcomes;
  }

  private Outcome outcome(Submission.Entry entry, @Nullable Node node) {
    Quantity quantity = entry.quantity();
    if (node == null || (quantity == Quantity.GRADIENT && node.isConstant())) {
      return new Outcome(entry.node(), node, quantity, Verdict.NOT_GRADED, entry.claim(), null);
    }
    return new Outcome(
        entry.node(),
        node,
        quantity,
        verdict(node, quantity, entry.claim()),
        entry.claim(),
        quantity == Quantity.VALUE ? assignment.value(node) : assignment.adjoint(node));
  }

  private Verdict verdict(Node node, Quantity quantity, Claim claim) {
    if (claim instanceof Claim.Junk junk) {
      return junk.verdict();
    }
    Tensor numbers = ((Claim.Numbers) claim).tensor();
    if (!numbers.shape().equals(node.shape())) {
      return Verdict.WRONG_SHAPE;
    }
    boolean gradient = quantity == Quantity.GRADIENT;
    Tensor expected = gradient ? assignment.adjoint(node) : assignment.value(node);
    if (judge.right(numbers, expected, gradient ? assignment.otherAdjoint(node) : null)) {
      return Verdict.CORRECT;
    }
    if (numbers.firstNonFinite() >= 0) {
      return Verdict.NOT_FINITE;
    }
    boolean carried =
        gradient ? backward.stream().anyMatch(work -> work.carried(node)) : forward.carried(node);
    return carried ? Verdict.CARRIED_FORWARD : Verdict.INCORRECT;
  }

  /**
   * The mistakes behind the gradients that are incorrect; nodes without one that is known aside.
   */
  Map<Node, Suspects> suspects(List<Outcome> outcomes) {
    Predictions.Budget budget = new Predictions.Budget(assignment.searchWork());
    List<Search> searches = new ArrayList<>();
    Map<Node, Suspects> found = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      Node node = outcome.node();
      Tensor claim = outcome.numbers();
      boolean wrong =
          outcome.verdict() == Verdict.INCORRECT || outcome.verdict() == Verdict.WRONG_SHAPE;
      if (node == null
          || claim == null
          || !wrong
          || outcome.quantity() == Quantity.VALUE
          || !judge.usable(claim)) {
        continue;
      }
      // Most students err nowhere, and nothing is looked for then.
      if (searches.isEmpty()) {
        backward.forEach(
            work -> searches.add(new Search(assignment, work, claims(Quantity.GRADIENT), budget)));
      }
      Suspects suspects = Suspects.NONE;
      for (int i = 0; i < searches.size() && suspects.all().isEmpty(); i++) {
        suspects =
            outcome.verdict() == Verdict.WRONG_SHAPE
                ? new ShapeSearch(assignment, backward.get(i)).suspects(node, claim)
                : searches.get(i).suspects(node, claim);
      }
      found.put(node, suspects);
    }
    return found;
  }
}
