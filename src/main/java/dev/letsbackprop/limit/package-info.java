/** How much one request may need: every limit by name, with what it is unless it is set. */
@NullMarked
package dev.letsbackprop.limit;

import org.jspecify.annotations.NullMarked;
