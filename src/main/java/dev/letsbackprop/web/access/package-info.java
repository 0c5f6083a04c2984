/** Who may call: tokens, and pages of other origins. */
@NullMarked
package dev.letsbackprop.web.access;

import org.jspecify.annotations.NullMarked;
