package dev.letsbackprop.service;

import dev.letsbackprop.grading.Grade;

/** Is told of every grade that was given. */
@FunctionalInterface
public interface GradeListener {
  /** Tells nobody. */
  GradeListener NOBODY = (grade, manner) -> {};

  /** In what company a submission came. */
  enum Manner {
    SINGLE,
    BATCH
  }

  void graded(Grade grade, Manner manner);
}
