package dev.letsbackprop.model;

import dev.letsbackprop.tensor.Shape;

/**
 * How large a model may be; what it needs is known from its shapes before a number is computed.
 *
 * @param nodes the most nodes, unnamed constants aside
 * @param edges the most inputs that all nodes may have together
 * @param rank the most axes of a node's value
 * @param elements the most elements that the values of all nodes may have together, sides of 0
 *     counted as 1
 * @param arithmetic the most additions and multiplications that all values and all gradients may
 *     take
 * @param answer the most elements of all tensors that an answer may hold
 */
public record Limits(int nodes, int edges, int rank, long elements, long arithmetic, long answer) {
  /** The most UTF-16 characters of a formula. */
  public static final int FORMULA = 1 << 20;

  /** The most inputs that derivations may name: a step of n inputs names each towards each. */
  public static final int DERIVATIONS = 50_000;

  /** The most characters of a script. */
  public static final int SCRIPT = 1 << 25;

  /** The most nodes that a diagram may have. */
  public static final int DIAGRAM_NODES = 400;

  /** The most inputs that the nodes of a diagram may have together. */
  public static final int DIAGRAM_EDGES = 1_600;

  /** The most columns that all wires of a picture may pass on their way. */
  public static final int DIAGRAM_PASSAGES = 20_000;

  public static final Limits DEFAULT =
      new Limits(300_000, 1_000_000, 32, 1L << 23, 12_000_000_000L, 1L << 24);

  /**
   * The most elements of all tensors together that a model's values and gradients are worked out
   * by: eight for each that the values may have.
   */
  public long allocation() {
    return Shape.times(8, elements);
  }
}
