package dev.letsbackprop.differentiation;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Algebra;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a backward pass goes: by the right rules, unless somebody says otherwise at some place.
 *
 * @param <T> what the algebra computes with
 */
public class Course<T> {
  private final Algebra<T> on;

  public Course(Algebra<T> on) {
    this.on = on;
  }

  protected Algebra<T> on() {
    return on;
  }

  /** What a node sends back to one of its inputs, of the input's shape. */
  public T flow(Node node, int place, List<T> x, T y, T cotangent) {
    T flow = node.operation().vjp(on, place, x, y, cotangent);
    return on.sumTo(flow, node.inputs().get(place).shape());
  }

  /**
   * What a node sends on once all has reached it.
   *
   * @param sum all that reached it; null where nothing did
   * @return null where it sends nothing
   */
  public @Nullable T settle(Node node, @Nullable T sum) {
    return sum;
  }

  /** Whether what a node sends on is known beforehand, so that nothing need reach it. */
  public boolean knows(Node node) {
    return false;
  }
}
