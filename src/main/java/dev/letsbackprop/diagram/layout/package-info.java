/** Boxes in columns and the wires between them: a layered layout, from left to right. */
@NullMarked
package dev.letsbackprop.diagram.layout;

import org.jspecify.annotations.NullMarked;
