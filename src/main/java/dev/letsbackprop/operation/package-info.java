/**
 * The catalogue of operations: each is one record that says its shape, its value, how a cotangent
 * flows back through it and how it is written; and the algebras that rules are read in.
 *
 * <p>To add an operation, add one record to its family's file. Nothing else needs to know.
 */
@NullMarked
package dev.letsbackprop.operation;

import org.jspecify.annotations.NullMarked;
