/** Scripts, run by the libraries that they are written for. */
@NullMarked
package dev.letsbackprop.export;

import org.jspecify.annotations.NullMarked;
