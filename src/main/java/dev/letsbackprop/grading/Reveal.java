package dev.letsbackprop.grading;

/** How much a grade tells; each tells less than the one before it. */
public enum Reveal {
  /** Everything, the right numbers included. */
  ANSWERS,
  /** Verdicts and what to think about, but nothing from which a right number follows. */
  FEEDBACK,
  /** Verdicts and points. */
  VERDICTS,
  /** The score alone. */
  SCORE;

  boolean tells(Reveal other) {
    return compareTo(other) <= 0;
  }
}
