/** Models drawn as a lesson draws them: values above the edges, gradients below. */
@NullMarked
package dev.letsbackprop.diagram;

import org.jspecify.annotations.NullMarked;
