/** How long things take, each beside a peer that does the same work in the usual way. */
@NullMarked
package dev.letsbackprop.benchmark;

import org.jspecify.annotations.NullMarked;
