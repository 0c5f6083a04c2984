package dev.letsbackprop.service;

/** What a comparison of a gradient and finite differences says, from the best to the worst. */
public enum Agreement {
  /** They are the same, and the differences are fine enough to tell. */
  AGREES,
  /** The value lies where a slope changes, and the gradient follows a convention. */
  KINK,
  /** The differences are too coarse to tell. */
  INCONCLUSIVE,
  /** There is no number to compare with. */
  NOT_FINITE,
  /** They are not the same. */
  DISAGREES;

  Agreement orWorse(Agreement other) {
    return compareTo(other) < 0 ? other : this;
  }
}
