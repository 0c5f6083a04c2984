package dev.letsbackprop.layer;

import org.jspecify.annotations.Nullable;

/**
 * What does not fit in a layer.
 *
 * @param part the part whose shape is at odds with what came before it; null for the layer's input
 * @param sentence what was found, and what was expected
 */
public record Misfit(@Nullable String part, String sentence) {}
