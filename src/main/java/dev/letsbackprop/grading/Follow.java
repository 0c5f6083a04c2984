package dev.letsbackprop.grading;

import dev.letsbackprop.differentiation.Course;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A backward pass with wrong rules in place, and everything after them consistent. */
final class Follow extends Course<Tensor> {
  private final List<Slip> slips;
  private final Predicate<Node> known;
  private final Function<Node, Tensor> settled;
  private final Map<Node, Double> scales = new HashMap<>();
  private boolean made;
  private boolean failed;

  /**
   * A pass.
   *
   * @param known the nodes from whose adjoints it goes on, whatever reaches them
   * @param settled the adjoints of these
   */
  Follow(List<Slip> slips, Predicate<Node> known, Function<Node, Tensor> settled) {
    super(Numbers.NUMBERS);
    this.slips = slips;
    this.known = known;
    this.settled = settled;
  }

  @Override
  public Tensor flow(Node node, int place, List<Tensor> x, Tensor y, Tensor cotangent) {
    Tensor wrong = wrong(new Edge(node, place), x, y, cotangent);
    Tensor flow = wrong == null ? super.flow(node, place, x, y, cotangent) : wrong;
    scales.merge(node.inputs().get(place), Match.largest(flow), Double::sum);
    return flow;
  }

  private @Nullable Tensor wrong(Edge edge, List<Tensor> x, Tensor y, Tensor cotangent) {
    for (Slip slip : slips) {
      if (slip.edges().contains(edge)) {
        Tensor wrong = slip.rule().flow(edge, x, y, cotangent);
        Tensor fitted = wrong == null ? null : fitted(wrong, edge.input().shape());
        if (fitted != null) {
          made = true;
          return fitted;
        }
      }
    }
    return null;
  }

  /** How large the numbers are that were added up to a node's adjoint. */
  double scale(Node node) {
    return scales.getOrDefault(node, 0.0);
  }

  /** A flow of the shape that its input has, or none: then the pass comes to nothing. */
  private @Nullable Tensor fitted(Tensor flow, Shape shape) {
    if (flow.shape().equals(shape)) {
      return flow;
    }
    failed = true;
    return null;
  }

  @Override
  public @Nullable Tensor settle(Node node, @Nullable Tensor sum) {
    return known.test(node) ? settled.apply(node) : sum;
  }

  @Override
  public boolean knows(Node node) {
    return known.test(node);
  }

  /** Whether a mistake was made at all, and nothing came to have a shape that leads nowhere. */
  boolean succeeded() {
    return made && !failed;
  }
}
