package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;

/** A node and the place of one of its inputs: where a flow goes back. */
record Edge(Node node, int place) {
  /** Where the flow arrives. */
  Node input() {
    return node.inputs().get(place);
  }
}
