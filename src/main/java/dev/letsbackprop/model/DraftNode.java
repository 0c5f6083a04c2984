package dev.letsbackprop.model;

import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node as it was written, before anything is known of the others.
 *
 * @param origin where it was written
 * @param value a leaf's value; null for a step, and where the value was at fault
 * @param operation a step's operation as it was written; null for a leaf, and where it was at fault
 * @param made a step's operation where nobody wrote it, because a layer made the step
 */
record DraftNode(
    String id,
    Origin origin,
    @Nullable Tensor value,
    boolean constant,
    @Nullable String operation,
    List<DraftInput> inputs,
    Map<String, @Nullable Object> attributes,
    @Nullable Operation made) {

  /** A leaf. */
  static DraftNode leaf(String id, Origin origin, @Nullable Tensor value, boolean constant) {
    return new DraftNode(id, origin, value, constant, null, List.of(), Map.of(), null);
  }

  /** A step of a layer. */
  static DraftNode made(String id, Origin origin, Operation operation, List<DraftInput> inputs) {
    return new DraftNode(id, origin, null, false, null, inputs, Map.of(), operation);
  }

  /** One input as it was written: a node's id, or a number where the id is null. */
  record DraftInput(@Nullable String id, double number) {}
}
