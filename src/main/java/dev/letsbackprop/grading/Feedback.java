package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Alternative;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Template;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What students are told of their claims, in sentences that name their own nodes. */
final class Feedback {
  private final Assignment assignment;
  private final Map<String, Node> told = new HashMap<>();

  Feedback(Assignment assignment) {
    this.assignment = assignment;
  }

  private boolean telling() {
    return assignment.terms().reveal() == Reveal.ANSWERS;
  }

  /** A mistake that was found, or two; the same one is told once. */
  String named(List<Slip> slips, Node node) {
    List<String> sentences = new ArrayList<>();
    for (Slip slip : slips) {
      Node before = told.putIfAbsent(slip.code(), slip.at());
      if (before == null) {
        sentences.add(lesson(slip, node));
      } else {
        sentences.add(
            before == slip.at()
                ? "The slip at " + StepText.name(before) + " once more."
                : "At "
                    + StepText.step(slip.at())
                    + " it is the same slip as at "
                    + StepText.name(before)
                    + ".");
      }
    }
    return String.join(" ", sentences);
  }

  private String lesson(Slip slip, Node node) {
    Edge edge = edge(slip, node);
    return "At "
        + StepText.step(slip.at())
        + (slip.everywhere() && nodes(slip).size() > 1 ? ", and wherever it stands, " : " ")
        + put(slip.lesson().did(), edge)
        + ": "
        + put(slip.lesson().due(), edge)
        + ".";
  }

  private static Set<Node> nodes(Slip slip) {
    Set<Node> nodes = new LinkedHashSet<>();
    slip.edges().forEach(edge -> nodes.add(edge.node()));
    return nodes;
  }

  /** The edge that a mistake is told of: one to the claimed node, if there is one. */
  private static Edge edge(Slip slip, Node node) {
    Edge told = slip.edges().iterator().next();
    for (Edge edge : slip.edges()) {
      if (edge.input() == node && (edge.node() == slip.at() || node == slip.at())) {
        return edge;
      }
      if (edge.node() == slip.at()) {
        told = edge;
      }
    }
    return told;
  }

  private String put(String template, Edge edge) {
    List<Node> inputs = edge.node().inputs();
    Node other = inputs.get(inputs.size() == 2 ? 1 - edge.place() : edge.place());
    List<Node> consumers = assignment.consumers(edge.input()).stream().map(Edge::node).toList();
    boolean twice = consumers.size() > consumers.stream().distinct().count();
    return Template.put(
        template,
        Map.of(
            "x", StepText.name(edge.input()),
            "other", StepText.name(other),
            "y", StepText.name(edge.node()),
            "consumers", StepText.list(consumers) + (twice ? ", more than once" : "")));
  }

  /** A mistake that may have been made at several places. */
  String somewhere(Lesson lesson, Slip slip, Node node) {
    return "Somewhere on the way to "
        + StepText.name(node)
        + ": "
        + put(lesson.did(), edge(slip, node))
        + ".";
  }

  /** Another right choice was made. */
  @Nullable String remark(Node node) {
    for (Edge edge : Reach.above(assignment, node, each -> false)) {
      Alternative alternative = Catalogue.of(edge.node().operation()).alternative();
      if (alternative != null) {
        return put(alternative.remark(), edge);
      }
    }
    return null;
  }

  /** A claim that follows from earlier ones that are wrong. */
  String carried(Quantity quantity, List<Node> wrong) {
    String what = quantity == Quantity.GRADIENT ? "gradient" : "value";
    if (wrong.isEmpty()) {
      return "Right, given your own numbers before it.";
    }
    String where = StepText.list(wrong.subList(0, Math.min(3, wrong.size())));
    return "Right, given your " + what + " of " + where + "; the slip is at " + where + ".";
  }

  /** A wrong value. */
  String wrongValue(Node node) {
    return node.isLeaf()
        ? "The value of " + StepText.name(node) + " is given in the exercise."
        : "Not right: work out " + StepText.step(node) + " again.";
  }

  /** A wrong gradient whose mistake has no name. */
  String wrongGradient(Node node, Tensor claim, Tensor expected) {
    List<Node> consumers = assignment.consumers(node).stream().map(Edge::node).distinct().toList();
    if (consumers.isEmpty()) {
      return "Not right: " + ends(node);
    }
    String what =
        "Not right: work out again what "
            + StepText.list(consumers)
            + (consumers.size() == 1 ? " sends" : " send")
            + " back to "
            + StepText.name(node)
            + (consumers.size() == 1 ? "." : ", and add it up.");
    String hint = Hints.hint(node, assignment.consumers(node), claim, expected, telling());
    return hint == null ? what : what + " " + hint;
  }

  /** Of a node that nothing comes back to: the answer follows from this, so it is one. */
  private String ends(Node node) {
    String name = StepText.name(node);
    if (node == assignment.graph().output()) {
      return telling()
          ? "this is the output, whose gradient is the upstream gradient that is given."
          : "think about what the gradient of the output itself is.";
    }
    return telling()
        ? "the output does not depend on " + name + "."
        : "look along which ways " + name + " reaches the output.";
  }

  static String wrongShape(Node node, Quantity quantity, Shape found) {
    String name = StepText.name(node);
    return (quantity == Quantity.GRADIENT
            ? "A gradient has the shape of its node: " + name
            : "The value of " + name)
        + (node.shape().rank() == 0 ? " is " : " has shape ")
        + told(node.shape())
        + ", found "
        + told(found)
        + ".";
  }

  private static String told(Shape shape) {
    return shape.rank() == 0 ? "a single number" : shape.toString();
  }

  static String notFinite(Tensor claim) {
    double found = claim.at(claim.firstNonFinite());
    return "Expected a number, found " + found + ".";
  }

  static String missing(Node node) {
    return "The gradient of " + StepText.name(node) + " is required, and was not claimed.";
  }
}
