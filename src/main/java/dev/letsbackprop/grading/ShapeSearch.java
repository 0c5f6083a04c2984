package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Looks for the mistake behind a claim of a wrong shape, which leads no further. */
final class ShapeSearch {
  private final Assignment assignment;
  private final BackwardWork work;

  ShapeSearch(Assignment assignment, BackwardWork work) {
    this.assignment = assignment;
    this.work = work;
  }

  Suspects suspects(Node node, Tensor claim) {
    List<Edge> consumers = assignment.consumers(node);
    if (consumers.size() != 1) {
      return Suspects.NONE;
    }
    Edge edge = consumers.get(0);
    List<Slip> candidates = new ArrayList<>(assignment.slips().at(edge));
    candidates.addAll(assignment.slips().at(node));
    Match match = new Match(assignment.tolerance());
    List<Tensor> x = Graph.inputs(edge.node(), work.values());
    Tensor y = work.values().get(edge.node().index());
    List<List<Slip>> found = new ArrayList<>();
    for (Slip slip : candidates) {
      Tensor flow = slip.rule().flow(edge, x, y, work.cotangent(edge.node()));
      if (flow != null && match.is(claim, flow, 1)) {
        found.add(List.of(slip));
      }
    }
    return new Suspects(found, found);
  }
}
