package dev.letsbackprop.service;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code vector}, a tensor for each node that is differentiated towards. */
final class VectorReader {
  private final JsonReader json;
  private final Faults faults;
  private final Map<String, @Nullable Tensor> tensors = new LinkedHashMap<>();
  private @Nullable Pointer at;

  VectorReader(JsonReader json, Faults faults) {
    this.json = json;
    this.faults = faults;
  }

  void read() {
    at = json.pointer();
    json.entries(
        "an object that maps each node of 'wrt' to a tensor of its shape",
        id -> tensors.put(id, json.tensor("a tensor of the shape of " + Words.quote(id))));
  }

  /** Where it stands; null where it was left out. */
  @Nullable Pointer at() {
    return at;
  }

  /** The tensor of each node, in order; null where it was left out or a fault was told. */
  @Nullable Map<Node, Tensor> of(List<Node> towards) {
    if (at == null) {
      return null;
    }
    Map<Node, Tensor> vectors = new LinkedHashMap<>();
    for (Node node : towards) {
      String id = node.toString();
      if (!tensors.containsKey(id)) {
        fault(at, () -> Words.quote(id) + " needs a tensor of shape " + node.shape() + ".");
      }
      Tensor tensor = tensors.get(id);
      if (tensor != null) {
        checkShape(tensor, node.shape(), Words.quote(id), at.child(id), faults);
        vectors.put(node, tensor);
      }
    }
    Set<String> ids = towards.stream().map(Node::toString).collect(Collectors.toSet());
    for (String id : tensors.keySet()) {
      if (!ids.contains(id)) {
        fault(
            at.child(id),
            () ->
                Words.quote(id)
                    + " is not differentiated towards."
                    + Suggestion.didYouMean(id, towards.stream().map(Node::toString).toList()));
      }
    }
    return vectors;
  }

  /** Tells a fault where a tensor has another shape than what it goes with. */
  static void checkShape(Tensor tensor, Shape shape, String what, Pointer at, Faults faults) {
    if (!tensor.shape().equals(shape)) {
      faults.add(
          Kind.INVALID_GRAPH,
          at,
          what + " has shape " + shape + ", but this tensor has shape " + tensor.shape() + ".");
    }
  }

  /** Tells a fault; its sentence is made only if it is among those that are kept. */
  private void fault(Pointer place, Supplier<String> sentence) {
    faults.add(Kind.INVALID_GRAPH, () -> place, sentence);
  }
}
