package dev.letsbackprop.model;

import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.layer.Fitting;
import dev.letsbackprop.layer.Layer;
import dev.letsbackprop.layer.LayerEntry;
import dev.letsbackprop.layer.Misfit;
import dev.letsbackprop.layer.Part;
import dev.letsbackprop.operation.Indexing;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Vocabulary;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One layer of a stack, on the way from what was written to nodes. */
final class StackLayer {
  private final LayerDraft draft;
  private final LayerEntry entry;
  private final Faults faults;
  private final String name;
  private final String lead;
  private final Map<String, Tensor> data = new HashMap<>();
  private final Map<String, Strand> parts = new LinkedHashMap<>();
  private List<Strand> steps = List.of();

  /**
   * A layer that is not wired yet.
   *
   * @param place which of the stack, counted from 1
   * @param standard what it is called where it has no name
   */
  StackLayer(LayerDraft draft, LayerEntry entry, int place, String standard, Faults faults) {
    this.draft = draft;
    this.entry = entry;
    this.faults = faults;
    this.name = draft.name() == null ? standard : draft.name();
    this.lead = "layer " + place + " " + Words.quote(name) + " (" + entry.type() + "): ";
  }

  String name() {
    return name;
  }

  /** What goes into the first layer, and where it stands. */
  record Input(Pointer at, @Nullable Tensor value) {}

  /** Tells a fault at one of its properties, or at the layer where that is not there. */
  void fault(@Nullable String property, Supplier<String> sentence) {
    fault(Kind.INVALID_GRAPH, place(property), sentence);
  }

  /** Tells a fault; its sentence is made only if it is among those that are kept. */
  private void fault(Kind kind, Pointer place, Supplier<String> sentence) {
    faults.add(kind, () -> place, () -> lead + sentence.get());
  }

  private Pointer place(@Nullable String property) {
    Pointer place = property == null ? null : draft.places().get(property);
    return place == null ? draft.at() : place;
  }

  /**
   * Checks the layer and wires it, on shapes alone.
   *
   * @param x what goes in; null where a fault before it leaves that open
   * @param given the same as it was written, where this is the first layer
   * @param budget what its nodes are taken from
   * @return what comes out; null where that is not known
   */
  @Nullable Strand wire(@Nullable Strand x, @Nullable Input given, Budget budget) {
    boolean whole = checkProperties();
    Shape input = x == null ? null : x.shape;
    Fitting fitting = new Fitting(entry, integers(), input, shapes());
    for (Misfit misfit : fitting.misfits()) {
      Pointer place = misfit.part() == null && given != null ? given.at() : place(misfit.part());
      fault(Kind.INVALID_GRAPH, place, misfit::sentence);
    }
    boolean taken = input != null && entry.input().takes(input);
    for (Part part : entry.parts()) {
      Shape shape =
          part.isParameter() ? fitting.parameter(part.name()) : data(part, taken ? input : null);
      if (shape != null) {
        parts.put(part.name(), Strand.node(name + "." + part.name(), shape));
      } else if (draft.places().containsKey(part.name())) {
        whole = false;
      }
    }
    Layer<Strand> layer =
        entry.create(
            draft.attributes(), this::part, misuse -> fault(misuse.attribute(), misuse::sentence));
    if (layer == null || x == null || !taken || !whole) {
      return null;
    }
    if (given != null && given.value() != null && entry.takesIndices()) {
      checkIndices(given.at(), given.value());
    }
    return wire(layer, x, budget, fitting.misfits().isEmpty());
  }

  private Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new HashMap<>();
    draft
        .parts()
        .forEach(
            (part, given) -> {
              Shape shape = given.shape();
              if (shape != null) {
                shapes.put(part, shape);
              }
            });
    return shapes;
  }

  /** What stands for a part: something also where a needed one is missing, which was told. */
  private @Nullable Strand part(String part) {
    Strand given = parts.get(part);
    boolean optional = entry.parts().stream().anyMatch(p -> p.name().equals(part) && p.optional());
    return given == null && !optional ? Strand.number(0) : given;
  }

  /**
   * Wires it.
   *
   * @param fits whether all fitted; else what goes wrong may only follow from that
   */
  private @Nullable Strand wire(Layer<Strand> layer, Strand x, Budget budget, boolean fits) {
    LayerWiring wiring = new LayerWiring(budget);
    try {
      parts.values().forEach(part -> budget.spend(part.shape));
      Strand output = layer.wire(wiring, x);
      if (output.id != null || output.word != null) {
        // What has a name of its own keeps it.
        output = wiring.apply(Vocabulary.BRANCH, List.of(output));
      }
      steps = wiring.finish(name, output, parts.keySet());
      return output;
    } catch (Misuse misuse) {
      if (fits) {
        fault(misuse.attribute(), misuse::sentence);
      }
    } catch (Budget.Spent spent) {
      faults.exceeded(spent.limit(), draft.at(), lead + spent.sentence());
    }
    return null;
  }

  /** Tells properties that it has not, and parts that are missing; whether none is. */
  private boolean checkProperties() {
    // One that no layer has was told while reading.
    draft.parts().keySet().forEach(this::checkKnown);
    draft.attributes().keySet().forEach(this::checkKnown);
    boolean whole = true;
    for (Part part : entry.parts()) {
      if (!part.optional() && !draft.places().containsKey(part.name())) {
        fault(
            Kind.INVALID_REQUEST,
            draft.at(),
            () -> "it needs '" + part.name() + "', " + part.summary() + ": " + part.shape() + ".");
        whole = false;
      }
    }
    return whole;
  }

  private void checkKnown(String property) {
    List<String> known = entry.properties();
    if (!known.contains(property)) {
      fault(
          property,
          () ->
              "'"
                  + entry.type()
                  + "' has no "
                  + Words.quote(property)
                  + "."
                  + Suggestion.didYouMean(property, known)
                  + (known.isEmpty()
                      ? " It takes none."
                      : " It takes " + String.join(", ", known) + "."));
    }
  }

  /** The attributes that shapes can depend on; 0 where one is no count of anything. */
  private Map<String, Integer> integers() {
    Map<String, Integer> integers = new HashMap<>();
    draft
        .attributes()
        .forEach(
            (attribute, value) -> {
              boolean counts =
                  value instanceof Long number && number > 0 && number <= Integer.MAX_VALUE;
              integers.put(attribute, counts ? ((Long) value).intValue() : 0);
            });
    return integers;
  }

  /** Checks data against what goes in, and keeps it as the layer takes it; its shape then. */
  private @Nullable Shape data(Part part, @Nullable Shape input) {
    GivenPart given = draft.parts().get(part.name());
    if (given != null && given.generated() != null) {
      fault(
          Kind.INVALID_REQUEST,
          place(part.name()),
          () -> "only a parameter can be generated, and no data.");
    }
    Tensor tensor = given == null ? null : given.value();
    if (tensor == null || input == null) {
      return null;
    }
    Tensor fitted = part.fit(tensor, input, sentence -> fault(part.name(), () -> sentence));
    if (fitted == null) {
      return null;
    }
    data.put(part.name(), fitted);
    return fitted.shape();
  }

  private void checkIndices(Pointer at, Tensor value) {
    int rows = parts.values().iterator().next().shape.side(0);
    for (int place = 0; place < value.size(); place++) {
      double index = value.at(place);
      if (!Indexing.isIndex(index, rows)) {
        String told = index == Math.rint(index) ? "%.0f".formatted(index) : "" + index;
        fault(
            Kind.INVALID_GRAPH,
            at,
            () ->
                "the input has "
                    + told
                    + " among its indices; the table has "
                    + (rows == 0 ? "no rows." : "the rows 0 to " + (rows - 1) + "."));
        return;
      }
    }
  }

  /** Adds its nodes, now that all is known to be in order. */
  void addTo(Map<String, DraftNode> nodes) {
    for (Part part : entry.parts()) {
      Strand strand = parts.get(part.name());
      GivenPart given = draft.parts().get(part.name());
      if (strand != null && given != null) {
        Tensor tensor = part.isParameter() ? given.tensor() : data.get(part.name());
        Origin origin = new Origin.InLayer(given.at(), lead);
        add(nodes, DraftNode.leaf(name + "." + part.name(), origin, tensor, !part.isParameter()));
      }
    }
    Origin origin = new Origin.InLayer(draft.at(), lead);
    for (Strand step : steps) {
      String id = Objects.requireNonNull(step.id);
      add(
          nodes,
          step.value != null
              ? DraftNode.leaf(id, origin, step.value.get(), true)
              : DraftNode.made(
                  id,
                  origin,
                  step.operation(),
                  step.inputs.stream().map(Strand::asInput).toList()));
    }
  }

  private void add(Map<String, DraftNode> nodes, DraftNode node) {
    if (nodes.put(node.id(), node) != null) {
      fault("name", () -> "two nodes would be called " + Words.quote(node.id()) + ".");
    }
  }
}
