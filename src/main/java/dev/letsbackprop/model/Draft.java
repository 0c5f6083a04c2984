package dev.letsbackprop.model;

import dev.letsbackprop.json.Pointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model as it was written.
 *
 * @param nodes by id, in the order of the document
 * @param output the id of the output, or null where it was left out
 * @param outputFlawed whether it was not left out, but is no id
 * @param root where the model stands in the document
 */
record Draft(
    Map<String, DraftNode> nodes, @Nullable String output, boolean outputFlawed, Pointer root) {}
