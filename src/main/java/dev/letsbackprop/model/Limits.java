package dev.letsbackprop.model;

/**
 * How large a model may be; what it needs is known from its shapes before a number is computed.
 *
 * @param nodes the most nodes, unnamed constants aside
 * @param edges the most inputs that all nodes may have together
 * @param rank the most axes of a node's value
 * @param elements the most elements that the values of all nodes may have together
 */
public record Limits(int nodes, int edges, int rank, long elements) {
  /** The most UTF-16 characters of a formula. */
  public static final int FORMULA = 1 << 20;

  public static final Limits DEFAULT = new Limits(1_000_000, 2_000_000, 32, 1L << 24);
}
