package dev.letsbackprop.model;

import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.layer.Fitting;
import dev.letsbackprop.layer.Layer;
import dev.letsbackprop.layer.LayerEntry;
import dev.letsbackprop.layer.Part;
import dev.letsbackprop.operation.AttributeSpec;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Vocabulary;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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

  /** How many nodes it is made of. */
  int count() {
    return parts.size() + steps.size();
  }

  /** Tells a fault at one of its properties, or at the layer where that is not there. */
  void fault(@Nullable String property, String sentence) {
    fault(Kind.INVALID_GRAPH, property, sentence);
  }

  private void fault(Kind kind, @Nullable String property, String sentence) {
    Pointer place = property == null ? null : draft.places().get(property);
    faults.add(kind, place == null ? draft.at() : place, lead + sentence);
  }

  /**
   * Checks the layer and wires it, on shapes alone.
   *
   * @param x what goes in; null where a fault before it leaves that open
   * @param value the numbers that go in, where they are known
   * @param before how many nodes the model has before it
   * @param limit how many it may have
   * @return what comes out; null where that is not known
   */
  @Nullable Strand wire(@Nullable Strand x, @Nullable Tensor value, int before, int limit) {
    boolean whole = checkProperties();
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
    Fitting fitting = new Fitting(entry, integers(), x == null ? null : x.shape, shapes);
    fitting.misfits().forEach(misfit -> fault(misfit.part(), misfit.sentence()));
    Shape input = fitting.input();
    for (Part part : entry.parts()) {
      Shape shape = part.isParameter() ? fitting.parameter(part.name()) : data(part, input);
      if (shape != null) {
        parts.put(part.name(), Strand.node(name + "." + part.name(), shape));
      } else if (draft.places().containsKey(part.name())) {
        whole = false;
      }
    }
    Layer<Strand> layer =
        entry.create(
            draft.attributes(), this::part, misuse -> fault(misuse.attribute(), misuse.sentence()));
    if (layer == null || input == null || x == null || !whole) {
      return null;
    }
    checkIndices(value);
    Strand fitted = input.equals(x.shape) ? x : Strand.node(Objects.requireNonNull(x.id), input);
    return wire(layer, fitted, before + parts.size(), limit);
  }

  /** What stands for a part: something also where a needed one is missing, which was told. */
  private @Nullable Strand part(String part) {
    Strand given = parts.get(part);
    boolean optional = entry.parts().stream().anyMatch(p -> p.name().equals(part) && p.optional());
    return given == null && !optional ? Strand.number(0) : given;
  }

  private @Nullable Strand wire(Layer<Strand> layer, Strand x, int before, int limit) {
    LayerWiring wiring = new LayerWiring(count -> before + count <= limit);
    try {
      Strand output = layer.wire(wiring, x);
      if (output.id != null) {
        output = wiring.apply(Vocabulary.BRANCH, List.of(output));
      }
      steps = wiring.finish(name, output, parts.keySet());
      return output;
    } catch (Misuse misuse) {
      fault(misuse.attribute(), misuse.sentence());
    } catch (LayerWiring.TooManyNodes e) {
      fault(
          Kind.LIMIT_EXCEEDED,
          null,
          "it makes more nodes than the limit 'model.nodes' allows, which is "
              + limit
              + " for the whole model.");
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
            null,
            "it needs '" + part.name() + "', " + part.summary() + ": " + part.shape() + ".");
        whole = false;
      }
    }
    return whole;
  }

  private void checkKnown(String property) {
    List<String> known =
        Stream.concat(
                entry.parts().stream().map(Part::name),
                entry.attributes().stream().map(AttributeSpec::name))
            .toList();
    if (!known.contains(property)) {
      String takes =
          known.isEmpty() ? " It takes none." : " It takes " + String.join(", ", known) + ".";
      fault(
          property,
          "'"
              + entry.type()
              + "' has no "
              + Words.quote(property)
              + "."
              + Suggestion.didYouMean(property, known)
              + takes);
    }
  }

  /** The attributes that shapes can depend on. */
  private Map<String, Integer> integers() {
    Map<String, Integer> integers = new HashMap<>();
    draft
        .attributes()
        .forEach(
            (attribute, value) -> {
              if (value instanceof Long number && number > 0 && number <= Integer.MAX_VALUE) {
                integers.put(attribute, number.intValue());
              }
            });
    return integers;
  }

  /** Checks data against what goes in, and keeps it as the layer takes it; its shape then. */
  private @Nullable Shape data(Part part, @Nullable Shape input) {
    GivenPart given = draft.parts().get(part.name());
    if (given != null && given.generated() != null) {
      fault(Kind.INVALID_REQUEST, part.name(), "only a parameter can be generated, and no data.");
    }
    Tensor tensor = given == null ? null : given.value();
    if (tensor == null || input == null) {
      return null;
    }
    Tensor fitted = part.fit(tensor, input, sentence -> fault(part.name(), sentence));
    if (fitted == null) {
      return null;
    }
    data.put(part.name(), fitted);
    return fitted.shape();
  }

  private void checkIndices(@Nullable Tensor value) {
    if (value == null || !entry.takesIndices()) {
      return;
    }
    int rows = parts.values().iterator().next().shape.side(0);
    for (int at = 0; at < value.size(); at++) {
      double index = value.at(at);
      if (index != Math.rint(index) || index < 0 || index >= rows) {
        fault(
            null,
            "the input has " + index + " among its indices, which are 0 to " + (rows - 1) + ".");
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
          DraftNode.made(
              id, origin, step.operation(), step.inputs.stream().map(Strand::asInput).toList()));
    }
  }

  private void add(Map<String, DraftNode> nodes, DraftNode node) {
    if (nodes.put(node.id(), node) != null) {
      fault("name", "two nodes would be called " + Words.quote(node.id()) + ".");
    }
  }
}
