/**
 * JSON in and out, strictly: a pull reader that knows where it stands and refuses whatever it would
 * have to guess at, and a writer whose numbers read back bit for bit.
 */
@NullMarked
package dev.letsbackprop.json;

import org.jspecify.annotations.NullMarked;
