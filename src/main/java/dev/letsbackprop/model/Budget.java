package dev.letsbackprop.model;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.tensor.Shape;

/** What a stack may still be made of, counted while its layers are wired, on shapes alone. */
final class Budget {
  /** Ends the wiring of a layer that is over a limit. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Limit limit;

    Spent(Limits limits, Limit limit, String need) {
      super("the" + limits.told(limit).substring(3) + "; " + need + ".", null, false, false);
      this.limit = limit;
    }

    Limit limit() {
      return limit;
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  private final Limits limits;
  private int nodes;
  private long elements;

  Budget(Limits limits) {
    this.limits = limits;
  }

  /**
   * Takes a node of that shape.
   *
   * @throws Spent where there is no more to take it from
   */
  void spend(Shape shape) {
    nodes++;
    elements = Shape.plus(elements, shape.extent());
    if (nodes > limits.count(Limit.NODES)) {
      throw new Spent(limits, Limit.NODES, "this layer makes more");
    }
    if (shape.rank() > limits.count(Limit.RANK)) {
      throw new Spent(limits, Limit.RANK, "a node of this layer has rank " + shape.rank());
    }
    if (elements > limits.of(Limit.ELEMENTS)) {
      String need = elements == Long.MAX_VALUE ? "more than 9 · 10^18" : Long.toString(elements);
      throw new Spent(limits, Limit.ELEMENTS, "up to here the model needs " + need);
    }
  }
}
