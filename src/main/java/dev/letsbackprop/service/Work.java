package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.Cost;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.tensor.Shape;
import java.util.Collection;

/** Counts what passes through a graph take, from the shapes alone. */
final class Work {
  /** What going through a node takes beside its arithmetic. */
  private static final long VISIT = 1_200;

  /** What going over a node takes that nothing is done for: a pass looks at all that there are. */
  private static final long GLANCE = 30;

  /** How much more a pass through a node takes than its value, with the way back. */
  private static final long BACK = 3;

  private Work() {}

  /**
   * About how many additions and multiplications a pass takes.
   *
   * @param nodes the nodes that it goes through
   * @param all the number of nodes of the graph
   */
  static long ofPass(Collection<Node> nodes, int all) {
    long work = GLANCE * all;
    for (Node node : nodes) {
      work = Shape.plus(work, of(node));
    }
    return work;
  }

  static long of(Node node) {
    if (node.isLeaf()) {
      return 0;
    }
    return Shape.plus(Shape.times(BACK, Cost.ofValue(node).arithmetic()), VISIT);
  }

  /**
   * Tells a fault where the work is over the limit.
   *
   * @param advice what to ask for instead, in a sentence
   */
  static void check(long need, Limits limits, String advice, Faults faults) {
    tell(Limit.ARITHMETIC, need, limits, advice, faults);
  }

  /** Tells a fault where the answer's elements are over the limit. */
  static void checkAnswer(long need, Limits limits, String advice, Faults faults) {
    tell(Limit.ANSWER, need, limits, advice, faults);
  }

  private static void tell(Limit limit, long need, Limits limits, String advice, Faults faults) {
    if (need <= limits.of(limit)) {
      return;
    }
    String told = need == Long.MAX_VALUE ? "more than 9 · 10^18" : Long.toString(need);
    faults.exceeded(
        limit,
        Pointer.ROOT,
        limits.told(limit) + "; this needs " + told + " " + limit.unit() + ". " + advice);
  }
}
