package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an instructor can change, so that an exercise shows more mistakes. */
final class Advice {
  private final Assignment assignment;
  private final ExerciseCheck check;
  private final List<String> sentences = new ArrayList<>();

  private Advice(Assignment assignment, ExerciseCheck check) {
    this.assignment = assignment;
    this.check = check;
  }

  /** What to change, in sentences. */
  static List<String> on(Assignment assignment, ExerciseCheck check) {
    Advice advice = new Advice(assignment, check);
    advice.required();
    advice.upstream();
    advice.rows();
    advice.sides();
    advice.constants();
    advice.forks();
    advice.tolerance();
    advice.steps();
    return advice.sentences;
  }

  private boolean fares(String code) {
    return check.slips().stream()
        .anyMatch(slip -> slip.code().equals(code) && slip.fate() != MadeSlip.Fate.NAMED);
  }

  private void required() {
    if (assignment.terms().required().isEmpty()) {
      sentences.add(
          "Nothing is required, so who claims nothing scores 0 of 0: name the gradients that must"
              + " be claimed in 'required'.");
    }
  }

  private void upstream() {
    Tensor seed = assignment.seed();
    boolean ones = seed.equals(Tensor.filled(seed.shape(), 1));
    if (ones && fares("chain.upstream_missing")) {
      sentences.add(
          "The upstream gradient of the output is 1, so who forgets it there is not found out: give"
              + " 'upstream' another value.");
    }
  }

  private void rows() {
    if (Redraw.hasOneRow(assignment)) {
      sentences.add(
          "The batch has one row, so sums over it, means over it and single rows are the same: take"
              + " four rows.");
    }
    for (Node node : assignment.graph().nodes()) {
      if (node.isLeaf()
          && node.shape().rank() == 2
          && node.shape().side(0) == 2
          && fares("scale.batch")) {
        sentences.add(
            StepText.name(node)
                + " has two rows, so a factor of 2 and a factor of the batch size are the same.");
        return;
      }
    }
  }

  private void sides() {
    List<Node> square =
        assignment.graph().nodes().stream().filter(node -> isSquare(node.shape())).toList();
    if (!square.isEmpty()) {
      sentences.add(
          StepText.list(square.subList(0, Math.min(3, square.size())))
              + (square.size() == 1 ? " is" : " are")
              + " square, so matrices in a wrong order, or not transposed, still fit: take sides"
              + " that differ.");
    }
  }

  private static boolean isSquare(Shape shape) {
    return shape.rank() == 2 && shape.side(0) == shape.side(1) && shape.side(0) > 1;
  }

  private void constants() {
    List<Node> alike =
        assignment.graph().nodes().stream()
            .filter(node -> node.isLeaf() && !node.isConstant() && isAlike(node.value()))
            .toList();
    if (!alike.isEmpty()) {
      sentences.add(
          StepText.list(alike.subList(0, Math.min(3, alike.size())))
              + (alike.size() == 1 ? " holds" : " hold")
              + " one number everywhere, or a 0, a 1 or a 2, which many wrong rules leave as it is:"
              + " take random numbers.");
    }
  }

  private static boolean isAlike(Tensor tensor) {
    double first = tensor.size() == 0 ? Double.NaN : tensor.at(0);
    boolean plain = first == 0 || Math.abs(first) == 1 || Math.abs(first) == 2;
    for (int i = 1; i < tensor.size(); i++) {
      if (tensor.at(i) != first) {
        return false;
      }
    }
    return plain || tensor.size() > 1;
  }

  private void forks() {
    boolean fork =
        assignment.graph().nodes().stream().anyMatch(node -> assignment.consumers(node).size() > 1);
    if (!fork) {
      sentences.add(
          "No node has two consumers, so nobody shows that the gradients of branches add up: use"
              + " one twice.");
    }
  }

  /** Mistakes that only the tolerance hides. */
  private void tolerance() {
    Tolerance finest = Tolerance.relative(1e-9, 1e-12);
    Set<Node> claimed = new LinkedHashSet<>(check.claimed());
    long hidden = 0;
    for (Slip slip : new Making(assignment).slips()) {
      Map<Node, Tensor> claims = Making.claims(assignment, slip, claimed);
      if (claims != null && accepts(claims, assignment.tolerance()) && !accepts(claims, finest)) {
        hidden++;
      }
    }
    if (hidden > 0) {
      sentences.add(
          "The tolerance hides "
              + hidden
              + (hidden == 1 ? " mistake" : " mistakes")
              + " that a finer one would show.");
    }
  }

  private boolean accepts(Map<Node, Tensor> claims, Tolerance tolerance) {
    return claims.entrySet().stream()
        .allMatch(each -> tolerance.accepts(each.getValue(), assignment.adjoint(each.getKey())));
  }

  private void steps() {
    boolean confused =
        check.slips().stream().anyMatch(slip -> slip.fate() == MadeSlip.Fate.UNNAMED);
    List<Node> silent =
        assignment.nodes().values().stream()
            .filter(node -> !node.isLeaf() && !assignment.consumers(node).isEmpty())
            .filter(node -> !check.claimed().contains(node))
            .toList();
    if (confused && !silent.isEmpty()) {
      sentences.add(
          "Where a mistake was made is told by the claims between: require the gradients of "
              + StepText.list(silent.subList(0, Math.min(3, silent.size())))
              + (silent.size() > 3 ? " and others" : "")
              + " as well.");
    }
  }
}
