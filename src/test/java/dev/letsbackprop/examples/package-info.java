/** Tests of the worked examples: published numbers against the service's own. */
@NullMarked
package dev.letsbackprop.examples;

import org.jspecify.annotations.NullMarked;
