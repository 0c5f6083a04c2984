package dev.letsbackprop.diagram.layout;

/**
 * A stretch of wire from one column to the next.
 *
 * @param port how far below the middle of {@code to} it arrives
 * @param place how many links arrive there above it
 */
public record Link(Item from, Item to, double port, int place) {

  /** Where it arrives, in places of the column. */
  double target() {
    return to.order() + (place + 1.0) / (to.in().size() + 1) - 0.5;
  }

  /** Whether it is within a long wire, which had better be straight. */
  boolean isInner() {
    return from.isPassing() && to.isPassing();
  }
}
