/** Models as Python scripts. */
@NullMarked
package dev.letsbackprop.export;

import org.jspecify.annotations.NullMarked;
