/** The backward pass, in any algebra, and what is made of it. */
@NullMarked
package dev.letsbackprop.differentiation;

import org.jspecify.annotations.NullMarked;
