package dev.letsbackprop.grading;

import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody sends back along an edge who makes a mistake there. */
interface WrongRule {
  /**
   * The wrong flow; its shape may be wrong, too.
   *
   * @param x the values of the node's inputs
   * @param y the node's value
   * @param cotangent what arrives at the node
   * @return null where the mistake cannot be made
   */
  @Nullable Tensor flow(Edge edge, List<Tensor> x, Tensor y, Tensor cotangent);
}
