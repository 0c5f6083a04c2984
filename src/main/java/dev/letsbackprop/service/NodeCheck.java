package dev.letsbackprop.service;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gradient check says of one node.
 *
 * @param numeric the central differences
 * @param absolute the largest absolute error of the elements that could be compared; null where
 *     there is none
 * @param relative the same for the relative error
 * @param step the largest step that was taken
 * @param verdict the worst of all elements
 * @param findings a sentence for each of the first elements that do not plainly agree
 */
public record NodeCheck(
    Node node,
    Tensor analytic,
    Tensor numeric,
    @Nullable Deviation absolute,
    @Nullable Deviation relative,
    double step,
    Agreement verdict,
    List<String> findings) {

  /**
   * How far a gradient is off.
   *
   * @param place where, in row-major order
   */
  public record Deviation(double value, int place) {
    /** The larger one; the first of two that are the same. */
    static Deviation larger(@Nullable Deviation most, double value, int place) {
      return most == null || value > most.value() ? new Deviation(value, place) : most;
    }
  }
}
