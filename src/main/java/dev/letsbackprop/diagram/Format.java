package dev.letsbackprop.diagram;

/** What a diagram is written in. */
public enum Format {
  SVG,
  /** The language of Graphviz. */
  DOT,
  MERMAID
}
