package dev.letsbackprop.grading;

/** What is claimed of a node. */
public enum Quantity {
  VALUE,
  GRADIENT
}
