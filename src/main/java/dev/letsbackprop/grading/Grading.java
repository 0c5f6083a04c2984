package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the grade of a submission: points, and what the assignment reveals. */
public final class Grading {
  private final Assignment assignment;
  private final Terms terms;
  private final Judge judge;
  private final Feedback feedback;

  private Grading(Assignment assignment) {
    this.assignment = assignment;
    this.terms = assignment.terms();
    this.judge = new Judge(terms.tolerance());
    this.feedback = new Feedback(assignment);
  }

  /** The grade: of the same submission always the same. */
  public static Grade grade(Assignment assignment, Submission submission) {
    return new Grading(assignment).grade(submission);
  }

  private Grade grade(Submission submission) {
    Grader grader = new Grader(assignment, submission);
    List<Outcome> outcomes = grader.outcomes();
    Map<Node, Suspects> suspects = grader.suspects(outcomes);
    List<Item> items = new ArrayList<>();
    Set<String> codes = new LinkedHashSet<>();
    BigDecimal score = BigDecimal.ZERO;
    BigDecimal most = BigDecimal.ZERO;
    for (Outcome outcome : outcomes) {
      Item item = item(outcome, outcomes, suspects);
      items.add(item);
      score = score.add(BigDecimal.valueOf(item.points()));
      most = most.add(BigDecimal.valueOf(item.maxPoints()));
    }
    suspects.values().forEach(each -> add(each.naming(), codes));
    boolean passed =
        items.stream().anyMatch(item -> item.maxPoints() > 0)
            && outcomes.stream().allMatch(each -> each.verdict() == Verdict.CORRECT);
    boolean shown = terms.reveal().tells(Reveal.VERDICTS);
    return new Grade(
        score.doubleValue(),
        most.doubleValue(),
        passed,
        shown ? items : List.of(),
        List.copyOf(codes),
        shown ? submission.remarks() : List.of());
  }

  private static void add(@Nullable Naming naming, Set<String> codes) {
    if (naming != null) {
      codes.add(naming.code());
      add(naming.with(), codes);
    }
  }

  private Item item(Outcome outcome, List<Outcome> all, Map<Node, Suspects> suspects) {
    Node node = outcome.node();
    double most = node == null ? 0 : worth(outcome, node);
    boolean wrong = outcome.verdict() != Verdict.CORRECT;
    boolean told = terms.reveal().tells(Reveal.FEEDBACK);
    Suspects suspected = Suspects.NONE;
    if (node != null
        && outcome.quantity() == Quantity.GRADIENT
        && outcome.verdict() != Verdict.CARRIED_FORWARD) {
      suspected = suspects.getOrDefault(node, Suspects.NONE);
    }
    Suspects revealed = revealed(suspected);
    return new Item(
        outcome.id(),
        outcome.quantity(),
        outcome.verdict(),
        points(outcome, most),
        most,
        wrong && told ? outcome.numbers() : null,
        wrong && terms.reveal() == Reveal.ANSWERS ? outcome.expected() : null,
        wrongEntries(outcome),
        told ? revealed.naming() : null,
        told ? text(outcome, all, revealed) : null);
  }

  /** What a claim is worth: nothing where the exercise gives the number, as a leaf's value. */
  private double worth(Outcome outcome, Node node) {
    boolean given = outcome.quantity() == Quantity.VALUE && node.isLeaf();
    return given || outcome.verdict() == Verdict.NOT_GRADED ? 0 : terms.points(node);
  }

  /** What may be said of mistakes: where answers are hidden none from which they follow. */
  private Suspects revealed(Suspects suspects) {
    boolean telling =
        suspects.all().stream().flatMap(List::stream).anyMatch(slip -> slip.lesson().telling());
    return telling && terms.reveal() != Reveal.ANSWERS ? Suspects.NONE : suspects;
  }

  private double points(Outcome outcome, double most) {
    return switch (outcome.verdict()) {
      case CORRECT -> most;
      case CARRIED_FORWARD -> most * terms.carryForward();
      case INCORRECT -> {
        Tensor claim = outcome.numbers();
        int wrong = terms.partialCredit() == PartialCredit.ENTRIES ? wrong(outcome).size() : -1;
        yield claim == null || wrong < 0 || claim.size() == 0 || !judge.usable(claim)
            ? 0
            : most * (claim.size() - wrong) / claim.size();
      }
      default -> 0;
    };
  }

  /** The places of the entries that are wrong. */
  private List<Integer> wrong(Outcome outcome) {
    List<Integer> wrong = new ArrayList<>();
    Tensor claim = outcome.numbers();
    Tensor expected = outcome.expected();
    Node node = outcome.node();
    if (claim != null && expected != null && node != null) {
      Tensor other = outcome.quantity() == Quantity.GRADIENT ? assignment.otherAdjoint(node) : null;
      for (int i = 0; i < claim.size(); i++) {
        if (!judge.right(claim, expected, other, i)) {
          wrong.add(i);
        }
      }
    }
    return wrong;
  }

  private @Nullable List<int[]> wrongEntries(Outcome outcome) {
    Tensor claim = outcome.numbers();
    boolean counted =
        terms.partialCredit() == PartialCredit.ENTRIES && outcome.verdict() == Verdict.INCORRECT;
    if (claim == null || claim.rank() == 0 || !counted) {
      return null;
    }
    return wrong(outcome).stream().map(place -> indices(claim, place)).toList();
  }

  private static int[] indices(Tensor tensor, int place) {
    int[] indices = new int[tensor.rank()];
    int rest = place;
    for (int axis = tensor.rank() - 1; axis >= 0; axis--) {
      indices[axis] = rest % tensor.shape().side(axis);
      rest /= tensor.shape().side(axis);
    }
    return indices;
  }

  private @Nullable String text(Outcome outcome, List<Outcome> all, Suspects suspects) {
    Node node = outcome.node();
    Tensor claim = outcome.numbers();
    Tensor expected = outcome.expected();
    if (outcome.claim() instanceof Claim.Junk junk) {
      return junk.reason();
    }
    if (node == null || outcome.verdict() == Verdict.NOT_GRADED) {
      return node == null
          ? "There is no such node in the exercise."
          : StepText.name(node) + " is a constant: no gradient is computed for it.";
    }
    if (claim == null || expected == null) {
      return Feedback.missing(node);
    }
    return switch (outcome.verdict()) {
      case CORRECT ->
          outcome.quantity() == Quantity.GRADIENT && !judge.right(claim, expected, null)
              ? feedback.remark(node)
              : null;
      case CARRIED_FORWARD ->
          feedback.carried(outcome.quantity(), Causes.of(assignment, outcome, all));
      case NOT_FINITE -> Feedback.notFinite(claim);
      case WRONG_SHAPE -> wrongShape(outcome, node, claim, suspects);
      default -> incorrect(outcome, node, claim, expected, suspects);
    };
  }

  private String wrongShape(Outcome outcome, Node node, Tensor claim, Suspects suspects) {
    String sentence = Feedback.wrongShape(node, outcome.quantity(), claim.shape());
    List<Slip> slips = suspects.only();
    return slips == null ? sentence : sentence + " " + feedback.named(slips, node);
  }

  private String incorrect(
      Outcome outcome, Node node, Tensor claim, Tensor expected, Suspects suspects) {
    if (outcome.quantity() == Quantity.VALUE) {
      return feedback.wrongValue(node);
    }
    List<Slip> slips = suspects.only();
    if (slips != null) {
      return feedback.named(slips, node);
    }
    Lesson lesson = suspects.lesson();
    return lesson == null
        ? feedback.wrongGradient(node, claim, expected)
        : feedback.somewhere(lesson, suspects.all().get(0).get(0), node);
  }
}
