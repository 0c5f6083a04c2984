package dev.letsbackprop.diagram;

/** The colours of a picture. */
public enum Theme {
  /** As the reader's system prefers. */
  AUTO,
  LIGHT,
  DARK
}
