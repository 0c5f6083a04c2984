/** The backward pass as a lesson writes it: each step in LaTeX, in symbols and in numbers. */
@NullMarked
package dev.letsbackprop.derivation;

import org.jspecify.annotations.NullMarked;
