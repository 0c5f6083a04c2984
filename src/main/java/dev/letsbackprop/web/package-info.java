/** HTTP: controllers, problems, and the OpenAPI document. */
@NullMarked
package dev.letsbackprop.web;

import org.jspecify.annotations.NullMarked;
