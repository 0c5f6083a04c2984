package dev.letsbackprop.differentiation;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Shape;
import java.util.BitSet;
import java.util.List;

/**
 * What work on a graph takes, known from its shapes before a number is computed.
 *
 * @param elements the elements of all tensors, those given and those made; since no more of them
 *     are ever held at once, also a bound of the memory
 * @param arithmetic about how many additions and multiplications it takes
 */
public record Cost(long elements, long arithmetic) {
  public static final Cost NOTHING = new Cost(0, 0);

  /** The most operations that the rule of one that acts on elements applies, for one input. */
  static final int LONGEST_ELEMENTWISE_RULE = 24;

  /** Both together; a sum that does not fit a long is {@link Long#MAX_VALUE}. */
  public Cost plus(Cost other) {
    return new Cost(Shape.plus(elements, other.elements), Shape.plus(arithmetic, other.arithmetic));
  }

  /** A node's value: a leaf's is given, a step's is worked out. */
  public static Cost ofValue(Node node) {
    if (node.isLeaf()) {
      return new Cost(node.shape().extent(), 0);
    }
    List<Shape> inputs = node.inputs().stream().map(Node::shape).toList();
    return new Cost(
        Shape.plus(node.shape().extent(), node.operation().workspace(inputs)),
        node.operation().arithmetic(inputs));
  }

  /** The values of all nodes. */
  public static Cost forward(Graph graph) {
    Cost cost = NOTHING;
    for (Node node : graph.nodes()) {
      cost = cost.plus(ofValue(node));
    }
    return cost;
  }

  /**
   * A backward pass: the rules themselves, read with shapes in place of numbers, so that they and
   * their cost cannot come apart.
   *
   * @param wanted the indices of the nodes whose adjoints are asked for
   */
  public static Cost backward(Graph graph, BitSet wanted) {
    Tally tally = new Tally();
    List<Shape> shapes = graph.nodes().stream().map(Node::shape).toList();
    Shape seed = tally.given(graph.output().shape());
    Pullback.of(tally, graph, shapes, seed, wanted, new BitSet(), new Pullback.Unseen<>());
    return tally.cost();
  }

  /**
   * At least what a node adds to a backward pass, at the price of a glance; without end where that
   * would take a reading.
   *
   * <p>Where an operation acts on elements, so does each that its rule applies: none of their
   * values is larger than its own, none has more than three inputs, and {@link
   * #LONGEST_ELEMENTWISE_RULE} says how many they are. Then the flow is summed to the input's
   * shape, and added to what arrived before.
   */
  public static Cost mostBackward(Node node) {
    if (node.isLeaf()) {
      return NOTHING;
    }
    if (!node.operation().elementwise()) {
      return new Cost(Long.MAX_VALUE, Long.MAX_VALUE);
    }
    long tensors = Shape.times(node.inputs().size(), LONGEST_ELEMENTWISE_RULE + 2);
    long elements = Shape.times(tensors, node.shape().extent());
    return new Cost(elements, Shape.times(4, elements));
  }
}
