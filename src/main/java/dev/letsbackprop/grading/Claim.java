package dev.letsbackprop.grading;

import dev.letsbackprop.tensor.Tensor;

/** What a student says that a quantity of a node is. */
public sealed interface Claim {

  /** Numbers, whatever their shape; some may be infinite, or none. */
  record Numbers(Tensor tensor) implements Claim {}

  /**
   * Something that cannot be right.
   *
   * @param reason why, in a sentence
   */
  record Junk(Verdict verdict, String reason) implements Claim {}
}
