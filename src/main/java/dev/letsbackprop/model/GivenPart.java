package dev.letsbackprop.model;

import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.layer.Initialiser;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of a layer as it was written.
 *
 * @param value its numbers; null where they are generated, or at fault
 * @param generated how they are; null where they are given, or at fault
 */
record GivenPart(Pointer at, @Nullable Tensor value, @Nullable Initialiser generated) {
  /** Its shape; null where it was at fault. */
  @Nullable Shape shape() {
    if (value != null) {
      return value.shape();
    }
    return generated == null ? null : generated.shape();
  }

  /** Its numbers; null where they were at fault. */
  @Nullable Tensor tensor() {
    return generated == null ? value : generated.make();
  }
}
