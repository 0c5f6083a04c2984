package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.Cost;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.model.Limits;
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
    if (need > limits.arithmetic()) {
      tell(
          "arithmetic",
          limits.arithmetic(),
          need,
          " additions and multiplications. " + advice,
          faults);
    }
  }

  /** Tells a fault where the answer's elements are over the limit. */
  static void checkAnswer(long need, Limits limits, String advice, Faults faults) {
    if (need > limits.answer()) {
      tell("answer", limits.answer(), need, " elements. " + advice, faults);
    }
  }

  private static void tell(String limit, long most, long need, String rest, Faults faults) {
    String told = need == Long.MAX_VALUE ? "more than 9 · 10^18" : Long.toString(need);
    faults.add(
        Kind.LIMIT_EXCEEDED,
        Pointer.ROOT,
        "The limit 'model." + limit + "' is " + most + "; this needs " + told + rest);
  }
}
