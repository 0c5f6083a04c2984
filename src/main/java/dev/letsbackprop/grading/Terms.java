package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import java.util.List;
import java.util.Map;

/**
 * How an assignment is graded.
 *
 * @param points what each claim about a node is worth; 1 where it is not named
 * @param required the nodes whose gradients must be claimed
 * @param carryForward the share of the points that a claim gets that was carried forward
 */
public record Terms(
    Tolerance tolerance,
    Map<Node, Double> points,
    List<Node> required,
    PartialCredit partialCredit,
    double carryForward,
    Reveal reveal) {
  public Terms {
    points = Map.copyOf(points);
    required = List.copyOf(required);
  }

  double points(Node node) {
    return points.getOrDefault(node, 1.0);
  }
}
