/**
 * The door of the service; each room below has one concern, and the arrows between them point one
 * way.
 */
@NullMarked
package dev.letsbackprop;

import org.jspecify.annotations.NullMarked;
