package dev.letsbackprop.model;

import dev.letsbackprop.json.Pointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layer as it was written, before its type is looked up.
 *
 * @param at where it stands
 * @param type null where it was left out or at fault, which was told
 * @param name null where it was left out or at fault, which was told
 * @param parts the tensors that were given, by name
 * @param attributes the other properties, as plain values; those at fault are missing
 * @param places where each property stands, also one at fault
 */
record LayerDraft(
    Pointer at,
    @Nullable String type,
    @Nullable String name,
    Map<String, GivenPart> parts,
    Map<String, @Nullable Object> attributes,
    Map<String, Pointer> places) {}
