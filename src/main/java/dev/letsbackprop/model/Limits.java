package dev.letsbackprop.model;

/**
 * How large a model may be; what it needs is known from its shapes before a number is computed.
 *
 * @param nodes the most nodes, unnamed constants aside
 * @param elements the most elements that the values of all nodes may have together
 */
public record Limits(int nodes, long elements) {
  /** The most UTF-16 characters of a formula. */
  public static final int FORMULA = 1 << 20;

  public static final Limits DEFAULT = new Limits(1_000_000, 1L << 24);
}
