/**
 * Grades as the platforms of courses take them in: each in the form that the platform publishes.
 */
@NullMarked
package dev.letsbackprop.platform;

import org.jspecify.annotations.NullMarked;
