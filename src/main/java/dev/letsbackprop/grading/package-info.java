/** Verdicts on what students claim, and the names of their mistakes. */
@NullMarked
package dev.letsbackprop.grading;

import org.jspecify.annotations.NullMarked;
