package dev.letsbackprop.model;

/**
 * How large a model may be; what it needs is known from its shapes before a number is computed.
 *
 * @param nodes the most nodes, unnamed constants aside
 * @param edges the most inputs that all nodes may have together
 * @param rank the most axes of a node's value
 * @param elements the most elements that the values of all nodes may have together, sides of 0
 *     counted as 1
 * @param arithmetic the most additions and multiplications that the values of all nodes may take
 * @param answer the most elements of all tensors that an answer may hold
 */
public record Limits(int nodes, int edges, int rank, long elements, long arithmetic, long answer) {
  /** The most UTF-16 characters of a formula. */
  public static final int FORMULA = 1 << 20;

  /** The most inputs that derivations may name: a step of n inputs names each towards each. */
  public static final int DERIVATIONS = 50_000;

  public static final Limits DEFAULT =
      new Limits(300_000, 1_000_000, 32, 1L << 23, 4_000_000_000L, 1L << 24);
}
