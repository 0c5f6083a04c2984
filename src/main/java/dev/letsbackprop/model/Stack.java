package dev.letsbackprop.model;

import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.layer.LayerCatalogue;
import dev.letsbackprop.layer.LayerEntry;
import dev.letsbackprop.layer.Template;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a stack of layers into the nodes that it is made of, and tells every fault of its shapes.
 */
final class Stack {
  static final String INPUT = "input";

  private final Faults faults;
  private final Limits limits;
  private final Pointer inputAt;
  private final @Nullable Tensor input;
  private final List<LayerDraft> drafts;
  private final List<@Nullable LayerEntry> entries = new ArrayList<>();
  private @Nullable Boolean oneRow;

  Stack(
      Faults faults,
      Limits limits,
      Pointer inputAt,
      @Nullable Tensor input,
      List<LayerDraft> drafts) {
    this.faults = faults;
    this.limits = limits;
    this.inputAt = inputAt;
    this.input = input;
    this.drafts = drafts;
  }

  /** The nodes by id, the output of the last layer last; not whole where there were faults. */
  SequencedMap<String, DraftNode> nodes() {
    int before = faults.count();
    drafts.forEach(draft -> entries.add(entry(draft)));
    Tensor rows = rows();
    Strand x = rows == null ? null : Strand.node(INPUT, rows.shape());
    List<StackLayer> layers = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    Budget budget = new Budget(limits);
    for (int place = 0; place < drafts.size(); place++) {
      LayerEntry entry = entries.get(place);
      if (entry == null) {
        x = null;
        continue;
      }
      String standard = entry.type() + places.merge(entry.type(), 1, Integer::sum);
      StackLayer layer = new StackLayer(drafts.get(place), entry, place + 1, standard, faults);
      x = layer.wire(x, place == 0 ? new StackLayer.Input(inputAt, rows) : null, budget);
      layers.add(layer);
    }
    checkNames(layers);
    SequencedMap<String, DraftNode> nodes = new LinkedHashMap<>();
    if (rows == null || x == null || faults.count() > before) {
      return nodes;
    }
    LayerEntry first = entries.get(0);
    boolean indices = first != null && first.takesIndices();
    nodes.put(INPUT, DraftNode.leaf(INPUT, new Origin.InJson(inputAt), rows, indices));
    layers.forEach(layer -> layer.addTo(nodes));
    return nodes;
  }

  /** Whether what goes in was one row by itself, which {@link #nodes} has made a batch of one. */
  boolean isOneRow() {
    return Boolean.TRUE.equals(oneRow);
  }

  /** What goes in, with an axis of rows; null where a fault leaves open whether it has one. */
  private @Nullable Tensor rows() {
    oneRow = input == null ? null : isRow(input.rank());
    if (input == null || oneRow == null) {
      return null;
    }
    return oneRow ? input.reshape(input.shape().asRow()) : input;
  }

  private @Nullable LayerEntry entry(LayerDraft draft) {
    String type = draft.type();
    LayerEntry entry = type == null ? null : LayerCatalogue.find(type);
    if (type != null && entry == null) {
      String meant = Suggestion.didYouMean(type, LayerCatalogue.types());
      faults.add(
          Kind.INVALID_GRAPH,
          draft.at().child("type"),
          "No layer "
              + Words.quote(type)
              + "."
              + (meant.isEmpty() ? " GET /v1/layers lists them all." : meant));
    }
    return entry;
  }

  /**
   * Whether an axis is missing to what the layers take: then it is one row.
   *
   * <p>What counts is the first layer that says how many axes there are; layers before it that take
   * any number are passed, where they leave it as it is.
   *
   * @return null where a layer that nobody knows leaves it open
   */
  private @Nullable Boolean isRow(int given) {
    int rank = given;
    for (LayerEntry entry : entries) {
      if (entry == null) {
        return null;
      }
      Template template = entry.input();
      if (!template.open() || rank < template.rank()) {
        return rank == template.rank() - 1;
      }
      if (entry.takesIndices()) {
        rank++;
      } else if (!entry.keepsRank()) {
        return false;
      }
    }
    return false;
  }

  private void checkNames(List<StackLayer> layers) {
    Set<String> names = new HashSet<>(Set.of(INPUT));
    for (StackLayer layer : layers) {
      if (!names.add(layer.name())) {
        layer.fault(
            "name",
            () ->
                layer.name().equals(INPUT)
                    ? "'input' is what goes in: no layer can be called that."
                    : "another layer is called " + Words.quote(layer.name()) + " already.");
      }
    }
  }
}
