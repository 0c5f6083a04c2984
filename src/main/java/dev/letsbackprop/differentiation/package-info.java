/** The backward pass, in any algebra. */
@NullMarked
package dev.letsbackprop.differentiation;

import org.jspecify.annotations.NullMarked;
