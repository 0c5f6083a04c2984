package dev.letsbackprop.model;

import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Literal;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.layer.LayerCatalogue;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the spelling with {@code input} and {@code layers}: a stack. */
final class StackReader {
  private static final int LONGEST_NAME = 1_000;
  private static final List<String> PROPERTIES =
      Stream.concat(
              Stream.of("type", "name"),
              LayerCatalogue.entries().stream().flatMap(entry -> entry.properties().stream()))
          .distinct()
          .toList();

  private final JsonReader json;
  private final Faults faults;
  private final Limits limits;
  private final List<LayerDraft> layers = new ArrayList<>();
  private @Nullable Pointer inputAt;
  private @Nullable Tensor input;
  private @Nullable Pointer layersAt;
  private long generated;

  StackReader(JsonReader json, Faults faults, Limits limits) {
    this.json = json;
    this.faults = faults;
    this.limits = limits;
  }

  /** Reads the value of {@code input}. */
  void input() {
    inputAt = json.pointer();
    input =
        json.tensor(
            "a tensor: a number, nested arrays, or an object with 'shape' and 'data' or 'base64'");
  }

  /** Reads the value of {@code layers}. */
  void layers() {
    layersAt = json.pointer();
    json.elements("a list of layers, each an object with 'type'", this::layer);
  }

  /** Where the layers stand, or null where there are none. */
  @Nullable Pointer at() {
    return layersAt;
  }

  /** Where what goes in stands, or null where there is nothing. */
  @Nullable Pointer inputAt() {
    return inputAt;
  }

  /**
   * The draft of the stack, or null where there was a fault.
   *
   * @param output the output that was asked for; null for what comes out of the last layer
   */
  @Nullable Draft draft(@Nullable String output, boolean outputFlawed, Pointer root) {
    if (layersAt == null) {
      return null;
    }
    if (inputAt == null) {
      fault(Kind.INVALID_REQUEST, root, "A model with 'layers' needs 'input', a tensor.");
    }
    if (layers.isEmpty()) {
      if (faults.isEmpty()) {
        fault(
            Kind.INVALID_GRAPH,
            layersAt,
            "There is no layer. One is {\"type\": \"sigmoid\"}, for example.");
      }
      return null;
    }
    int before = faults.count();
    Pointer at = inputAt == null ? root : inputAt;
    Stack stack = new Stack(faults, limits, at, input, layers);
    SequencedMap<String, DraftNode> nodes = stack.nodes();
    if (inputAt == null || faults.count() > before || nodes.isEmpty()) {
      return null;
    }
    String last = nodes.sequencedKeySet().getLast();
    return new Draft(
        nodes, output == null ? last : output, outputFlawed, root, layersAt, stack.isOneRow());
  }

  private void layer(int place) {
    if (layers.size() == limits.count(Limit.NODES)) {
      exceeded(Limit.NODES);
    }
    LayerReader reader = new LayerReader();
    layers.add(reader.read());
  }

  /** Ends the reading: what is over a limit must not fill the memory while its faults are told. */
  private void exceeded(Limit limit) {
    Pointer at = layersAt == null ? json.pointer() : layersAt;
    faults.exceeded(limit, at, limits.told(limit) + "; the model has more.");
    faults.throwIfAny();
  }

  private void fault(Kind kind, Pointer at, String sentence) {
    faults.add(kind, at, sentence);
  }

  /** Reads one layer, whose properties may stand in any order. */
  private final class LayerReader {
    private final Pointer at = json.pointer();
    private final Map<String, GivenPart> parts = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    private final Map<String, Pointer> places = new LinkedHashMap<>();
    private @Nullable String type;
    private @Nullable String name;

    LayerDraft read() {
      if (json.entries("a layer: an object with 'type'", this::property)
          && !places.containsKey("type")) {
        fault(Kind.INVALID_REQUEST, at, "A layer needs 'type', such as \"affine\".");
      }
      return new LayerDraft(at, type, name, parts, attributes, places);
    }

    private void property(String property) {
      places.put(property, json.pointer());
      if (property.equals("type")) {
        type = json.string("the type of a layer");
      } else if (property.equals("name")) {
        name();
      } else if (LayerCatalogue.isPart(property)) {
        GivenPart part = new InitialiserReader(json, faults).read();
        count(part);
        parts.put(property, part);
      } else if (LayerCatalogue.isAttribute(property)) {
        Literal literal = json.literal("a number, a word, true, false, null, or a list of numbers");
        if (literal != null) {
          attributes.put(property, literal.toPlain());
        }
      } else {
        faults.add(Kind.INVALID_REQUEST, json::pointer, () -> unknown(property));
      }
    }

    /** What is generated takes no bytes of the body: it is counted before it takes any memory. */
    private void count(GivenPart part) {
      if (part.generated() == null) {
        return;
      }
      generated = Shape.plus(generated, part.generated().shape().extent());
      if (generated > limits.of(Limit.ELEMENTS)) {
        faults.exceeded(
            Limit.ELEMENTS,
            part.at(),
            limits.told(Limit.ELEMENTS)
                + "; up to here the generated parameters alone need "
                + generated
                + ".");
        faults.throwIfAny();
      }
    }

    private void name() {
      String given = json.string("the name of the layer");
      if (given != null && given.isBlank()) {
        fault(Kind.INVALID_REQUEST, json.pointer(), "A layer's name cannot be blank.");
      } else if (given != null && given.length() > LONGEST_NAME) {
        fault(
            Kind.INVALID_REQUEST,
            json.pointer(),
            "A name can have %,d characters, found %,d.".formatted(LONGEST_NAME, given.length()));
      } else {
        name = given;
      }
    }

    private String unknown(String property) {
      if (property.equals("attributes")) {
        return "Unknown property 'attributes'. A layer's attributes stand beside its type.";
      }
      return "Unknown property "
          + Words.quote(property)
          + "."
          + Suggestion.didYouMean(property, PROPERTIES)
          + " GET /v1/layers lists what each layer takes.";
    }
  }
}
