package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which nodes are worked out from which, up to those whose adjoints are known. */
final class Reach {
  /** What a step costs beside its arithmetic. */
  private static final long VISIT = 20;

  /** How many additions take about as long as one of the units that work is counted in. */
  private static final long ADDITIONS = 64;

  private Reach() {}

  /**
   * The edges along which a node's gradient comes about: the last first.
   *
   * @param known where the way ends
   */
  static List<Edge> above(Assignment assignment, Node node, Predicate<Node> known) {
    List<Edge> edges = new ArrayList<>();
    Set<Node> passed = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    passed.add(node);
    open.add(node);
    while (!open.isEmpty()) {
      for (Edge edge : assignment.consumers(open.remove())) {
        edges.add(edge);
        if (!known.test(edge.node()) && passed.add(edge.node())) {
          open.add(edge.node());
        }
      }
    }
    return edges;
  }

  /**
   * The nodes that what is sent along some edges reaches, up to those that are known.
   *
   * @param known where the way ends; these are reached as well
   */
  static Set<Node> below(Set<Edge> edges, Predicate<Node> known) {
    Set<Node> reached = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    edges.forEach(edge -> reach(edge.input(), reached, open));
    while (!open.isEmpty()) {
      Node node = open.remove();
      if (known.test(node)) {
        continue;
      }
      for (int place = 0; place < node.inputs().size(); place++) {
        if (node.carries(place)) {
          reach(node.inputs().get(place), reached, open);
        }
      }
    }
    return reached;
  }

  private static void reach(Node node, Set<Node> reached, Deque<Node> open) {
    if (reached.add(node)) {
      open.add(node);
    }
  }

  /** About how much work it is to work out the gradients of these nodes. */
  static long work(Assignment assignment, Set<Node> nodes) {
    long work = 0;
    for (Node node : nodes) {
      for (Edge edge : assignment.consumers(node)) {
        List<Shape> shapes = edge.node().inputs().stream().map(Node::shape).toList();
        work =
            Shape.plus(
                work, Shape.plus(VISIT, edge.node().operation().arithmetic(shapes) / ADDITIONS));
      }
    }
    return work;
  }
}
