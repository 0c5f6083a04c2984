package dev.letsbackprop.model;

import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Pointer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model as it was written.
 *
 * @param nodes by id, in the order of the document
 * @param output the id of the output, or null where it was left out
 * @param outputFlawed whether it was not left out, but is no id
 * @param root where the model stands in the document
 * @param whole where all its nodes stand
 * @param oneRow whether what was given was one row by itself, and has been made a batch of one
 */
record Draft(
    Map<String, DraftNode> nodes,
    @Nullable String output,
    boolean outputFlawed,
    Pointer root,
    Pointer whole,
    boolean oneRow) {
  /** The fault that a sentence about a node is. */
  Fault fault(String id, String sentence) {
    Site site = Objects.requireNonNull(nodes.get(id)).origin().node();
    return new Fault(Fault.Kind.INVALID_GRAPH, site.pointer().toString(), site.tell(sentence));
  }
}
