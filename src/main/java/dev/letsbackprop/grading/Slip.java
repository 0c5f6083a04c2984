package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A mistake at its place: one wrong rule at some edges, the right ones everywhere else. */
final class Slip {
  private final Lesson lesson;
  private final Node at;
  private final Set<Edge> edges;
  private final WrongRule rule;
  private final boolean everywhere;

  /**
   * A mistake.
   *
   * @param at the node where it is made
   * @param edges where the wrong rule is in place
   * @param everywhere whether it is made wherever it can be, the usual way of one who believes it
   */
  Slip(Lesson lesson, Node at, Set<Edge> edges, WrongRule rule, boolean everywhere) {
    this.lesson = lesson;
    this.at = at;
    this.edges = Collections.unmodifiableSet(new LinkedHashSet<>(edges));
    this.rule = rule;
    this.everywhere = everywhere;
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

  Lesson lesson() {
    return lesson;
  }

  Node at() {
    return at;
  }

  Set<Edge> edges() {
    return edges;
  }

  WrongRule rule() {
    return rule;
  }

  boolean everywhere() {
    return everywhere;
  }

  String code() {
    return lesson.code();
  }
}
