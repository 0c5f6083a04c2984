package dev.letsbackprop.model;

import dev.letsbackprop.tensor.Shape;

/** What a stack may still be made of, counted while its layers are wired, on shapes alone. */
final class Budget {
  /** Ends the wiring of a layer that is over a limit. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    Spent(String limit, long most, String need) {
      super("the limit 'model." + limit + "' is " + most + "; " + need + ".", null, false, false);
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
    if (nodes > limits.nodes()) {
      throw new Spent("nodes", limits.nodes(), "this layer makes more");
    }
    if (shape.rank() > limits.rank()) {
      throw new Spent("rank", limits.rank(), "a node of this layer has rank " + shape.rank());
    }
    if (elements > limits.elements()) {
      String need = elements == Long.MAX_VALUE ? "more than 9 · 10^18" : Long.toString(elements);
      throw new Spent("elements", limits.elements(), "up to here the model needs " + need);
    }
  }
}
