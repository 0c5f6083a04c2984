package dev.letsbackprop.service;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.model.Model;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads {@code wrt}, the ids of the nodes that something is worked out for. */
final class WrtReader {
  private final JsonReader json;
  private final Faults faults;
  private final Map<Pointer, String> wrt = new LinkedHashMap<>();
  private @Nullable Pointer at;

  WrtReader(JsonReader json, Faults faults) {
    this.json = json;
    this.faults = faults;
  }

  void read() {
    at = json.pointer();
    json.elements("a list of node ids", this::id);
  }

  private void id() {
    Pointer place = json.pointer();
    String id = json.string("a node's id");
    if (id != null) {
      wrt.put(place, id);
    }
  }

  /** Where it stands; null where it was left out. */
  @Nullable Pointer at() {
    return at;
  }

  /** Tells the ids that none of these is. */
  void checkKnown(Set<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    wrt.forEach(
        (place, id) -> {
          if (!ids.contains(id)) {
            fault(place, () -> "No node " + Words.quote(id) + "." + Suggestion.didYouMean(id, ids));
          }
        });
  }

  /** The nodes, in the order of the request; tells those that have no gradient, or come twice. */
  Set<Node> nodes(Model model) {
    Set<Node> chosen = new LinkedHashSet<>();
    wrt.forEach(
        (place, id) -> {
          Node node = model.nodes().get(id);
          if (node == null) {
            return;
          }
          if (node.isConstant()) {
            fault(place, () -> Words.quote(id) + " is constant: it has no gradient.");
          } else if (!chosen.add(node)) {
            fault(place, () -> Words.quote(id) + " is named twice.");
          }
        });
    return chosen;
  }

  /** Tells a fault; its sentence is made only if it is among those that are kept. */
  private void fault(Pointer place, Supplier<String> sentence) {
    faults.add(Kind.INVALID_GRAPH, () -> place, sentence);
  }
}
