/** The OpenAPI document: hand-written pieces, filled in from the catalogue. */
@NullMarked
package dev.letsbackprop.web.openapi;

import org.jspecify.annotations.NullMarked;
