package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A mistake at its place: one wrong rule at some edges, the right ones everywhere else.
 *
 * @param at the node where it is made
 * @param edges where the wrong rule is in place
 * @param everywhere whether it is made wherever it can be, the usual way of one who believes it
 */
record Slip(Lesson lesson, Node at, Set<Edge> edges, WrongRule rule, boolean everywhere) {
  Slip {
    edges = Collections.unmodifiableSet(new LinkedHashSet<>(edges));
  }

  static Slip at(Lesson lesson, Edge edge, WrongRule rule) {
    return new Slip(lesson, edge.node(), Set.of(edge), rule, false);
  }

  /** At every edge along which a node's gradient arrives. */
  static Slip at(Lesson lesson, Node node, List<Edge> consumers, WrongRule rule) {
    Node at = consumers.size() == 1 ? consumers.get(0).node() : node;
    return new Slip(lesson, at, new LinkedHashSet<>(consumers), rule, false);
  }

  /** The same mistake, told of another node. */
  Slip toldAt(Node other) {
    return new Slip(lesson, other, edges, rule, everywhere);
  }

  /** Where what it sends back arrives. */
  Set<Node> receivers() {
    Set<Node> receivers = new LinkedHashSet<>();
    edges.forEach(edge -> receivers.add(edge.input()));
    return receivers;
  }

  String code() {
    return lesson.code();
  }
}
