package dev.letsbackprop.grading;

/** What becomes of a claim. */
public enum Verdict {
  /** It is what the reference says. */
  CORRECT,
  /** It is not, yet it follows from the student's own earlier claims. */
  CARRIED_FORWARD,
  INCORRECT,
  WRONG_SHAPE,
  /** It was required, and there is none. */
  MISSING,
  NOT_FINITE,
  NOT_A_NUMBER,
  /** There is nothing to compare it with: no such node, or one that has no gradient. */
  NOT_GRADED
}
