/** Graphs of operations in topological order, and the algebra that builds them. */
@NullMarked
package dev.letsbackprop.graph;

import org.jspecify.annotations.NullMarked;
