package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The mistakes that are made where a node has several consumers, whose flows add up. */
final class BranchSlips {
  /** With more branches than this, one of them is lost or kept, and no other selection is tried. */
  private static final int SELECTIONS = 4;

  private BranchSlips() {}

  /**
   * Those of a node.
   *
   * @param silent the branches that send nothing back
   */
  static List<Slip> at(Node node, List<Edge> branches, Set<Edge> silent) {
    List<Slip> slips = new ArrayList<>();
    for (Set<Edge> lost : selections(branches)) {
      slips.add(weighted(Lessons.FLOW_LOST, node, lost, 0));
    }
    slips.add(
        weighted(
            Lessons.BRANCHES_AVERAGED, node, new LinkedHashSet<>(branches), 1.0 / branches.size()));
    for (Edge branch : branches) {
      if (silent.size() + 1 == branches.size() && !silent.contains(branch)) {
        // Where it is all that comes back, counting it twice is a factor of 2 and nothing else.
        continue;
      }
      slips.add(weighted(Lessons.COUNTED_TWICE, node, Set.of(branch), 2));
    }
    return slips;
  }

  private static Slip weighted(Lesson lesson, Node node, Set<Edge> edges, double weight) {
    WrongRule rule =
        (edge, x, y, cotangent) -> {
          Tensor flow = GeneralSlips.right(edge, x, y, cotangent);
          return weight == 0
              ? Tensor.filled(flow.shape(), 0)
              : Numbers.NUMBERS.multiply(Numbers.NUMBERS.constant(weight), flow);
        };
    return new Slip(lesson, node, edges, rule, false);
  }

  /** Which branches may have been lost: at least one of them, and not all. */
  private static List<Set<Edge>> selections(List<Edge> branches) {
    List<Set<Edge>> selections = new ArrayList<>();
    int count = branches.size();
    if (count <= SELECTIONS) {
      for (int bits = 1; bits < (1 << count) - 1; bits++) {
        Set<Edge> lost = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
          if ((bits >> i & 1) != 0) {
            lost.add(branches.get(i));
          }
        }
        selections.add(lost);
      }
      return selections;
    }
    for (Edge branch : branches) {
      Set<Edge> others = new LinkedHashSet<>(branches);
      others.remove(branch);
      selections.add(Set.of(branch));
      selections.add(others);
    }
    return selections;
  }
}
