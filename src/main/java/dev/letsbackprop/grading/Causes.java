package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the earlier claims that made a later one wrong. */
final class Causes {
  private Causes() {}

  /**
   * The nearest nodes with a wrong claim from which a claim that was carried forward follows.
   *
   * @param all the outcomes of all claims
   */
  static List<Node> of(Assignment assignment, Outcome carried, List<Outcome> all) {
    Map<Node, Verdict> claimed = new HashMap<>();
    for (Outcome each : all) {
      Node node = each.node();
      if (node != null && each.quantity() == carried.quantity()) {
        claimed.put(node, each.verdict());
      }
    }
    Node start = carried.node();
    List<Node> causes = new ArrayList<>();
    Set<Node> passed = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    if (start != null) {
      open.add(start);
    }
    while (!open.isEmpty()) {
      for (Node next : before(assignment, open.remove(), carried.quantity())) {
        if (passed.add(next)) {
          Verdict verdict = claimed.get(next);
          if (verdict == Verdict.INCORRECT) {
            causes.add(next);
          } else if (verdict != Verdict.CORRECT) {
            open.add(next);
          }
        }
      }
    }
    return causes;
  }

  private static List<Node> before(Assignment assignment, Node node, Quantity quantity) {
    return quantity == Quantity.VALUE
        ? node.inputs()
        : assignment.consumers(node).stream().map(Edge::node).toList();
  }
}
