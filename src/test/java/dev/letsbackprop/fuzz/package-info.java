/** Inputs that a fuzzer makes up, and those that it found something with. */
@NullMarked
package dev.letsbackprop.fuzz;

import org.jspecify.annotations.NullMarked;
