package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * The name of a mistake.
 *
 * @param at the node where it was made
 * @param with another that was made as well; null where it explains the claim alone
 */
public record Naming(String code, Node at, @Nullable Naming with) {}
