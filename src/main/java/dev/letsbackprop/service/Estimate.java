package dev.letsbackprop.service;

import dev.letsbackprop.admission.Effort;
import dev.letsbackprop.differentiation.Cost;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.tensor.Shape;
import java.util.Collection;

/** What work takes of memory and time, rather too much than too little. */
final class Estimate {
  /** The objects that go with a node, on all ways through a graph. */
  private static final long NODE_BYTES = 1_000;

  private Estimate() {}

  /** The values and all gradients of a model. */
  static Effort of(Model model) {
    return passes(model, 1);
  }

  /** So many passes through a model, one after the other, of which nothing is kept. */
  static Effort passes(Model model, long passes) {
    Cost cost = model.cost();
    long nodes = model.graph().nodes().size();
    long micros = cost.arithmetic() / 1_000 + cost.elements() / 100 + nodes;
    return new Effort(
        Shape.plus(Shape.times(Double.BYTES, cost.elements()), NODE_BYTES * nodes),
        Shape.times(micros, passes));
  }

  /** Tensors of so many elements, kept until they are written. */
  static Effort tensors(long elements) {
    return new Effort(Shape.times(Double.BYTES, elements), elements / 20);
  }

  /** Text of so many characters. */
  static Effort text(long characters) {
    return new Effort(Shape.times(3, characters), characters / 50);
  }

  /** The elements of all these nodes. */
  static long elements(Collection<Node> nodes) {
    return nodes.stream().mapToLong(node -> node.shape().extent()).reduce(0, Shape::plus);
  }
}
