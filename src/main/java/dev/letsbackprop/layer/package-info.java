/**
 * The layers that stacks are made of: each is one record that wires operations together, and has no
 * derivative of its own.
 *
 * <p>To add a layer, add one to its family's file. Nothing else needs to know.
 */
@NullMarked
package dev.letsbackprop.layer;

import org.jspecify.annotations.NullMarked;
