package dev.letsbackprop.model;

import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Literal;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Properties;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.DraftNode.DraftInput;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the spelling with {@code nodes}: an expression graph. */
final class ExpressionReader {
  private static final String NODE = "an object with 'value', or with 'op' and 'inputs'";

  private static final Set<String> ATTRIBUTES = Catalogue.attributeNames();

  private final JsonReader json;
  private final Faults faults;
  private final Limits limits;
  private final Map<String, DraftNode> nodes = new LinkedHashMap<>();
  private final Pointer place;
  private final NodeReader reader = new NodeReader();
  private int edges;

  ExpressionReader(JsonReader json, Faults faults, Limits limits) {
    this.json = json;
    this.faults = faults;
    this.limits = limits;
    this.place = json.pointer();
  }

  /** Reads the value of {@code nodes}. */
  Map<String, DraftNode> read() {
    json.entries("an object that maps each node's id to the node", this::node);
    return nodes;
  }

  private void node(String id) {
    Pointer at = json.pointer();
    if (id.isBlank()) {
      fault(at, "A node's id cannot be blank.");
    }
    if (nodes.size() == limits.count(Limit.NODES)) {
      exceeded(Limit.NODES);
    }
    nodes.put(id, reader.read(id, at));
  }

  private static String hint(String name) {
    return ATTRIBUTES.contains(name)
        ? " It is an attribute: write \"attributes\": {\"" + name + "\": …}."
        : "";
  }

  /** Ends the reading: what is over a limit must not fill the memory while its faults are told. */
  private void exceeded(Limit limit) {
    faults.exceeded(limit, place, limits.told(limit) + "; the model has more.");
    faults.throwIfAny();
  }

  private void fault(Pointer at, String sentence) {
    faults.add(Fault.Kind.INVALID_REQUEST, at, sentence);
  }

  /** Reads one node after another; the properties of each may stand in any order. */
  private final class NodeReader {
    private final Properties properties =
        Properties.of("value", this::value)
            .and("constant", () -> constant = json.bool("true or false"))
            .and("op", this::operation)
            .and("inputs", this::inputs)
            .and("attributes", this::attributes)
            .hinting(ExpressionReader::hint);

    private Pointer at = Pointer.ROOT;
    private List<DraftInput> inputs = List.of();
    private Map<String, @Nullable Object> attributes = Map.of();
    private @Nullable Tensor value;
    private boolean hasValue;
    private @Nullable Boolean constant;
    private @Nullable String operation;
    private boolean hasOperation;
    private boolean hasInputs;
    private boolean hasAttributes;
    private boolean sound;

    private DraftNode read(String id, Pointer place) {
      forget();
      at = place;
      boolean isObject = json.next() == JsonReader.Next.OBJECT;
      json.object(NODE, properties);
      if (isObject) {
        checkForm();
      }
      return new DraftNode(
          id,
          new Origin.InJson(at),
          sound ? value : null,
          Boolean.TRUE.equals(constant),
          sound ? operation : null,
          inputs,
          attributes,
          null);
    }

    private void forget() {
      inputs = new ArrayList<>(2);
      attributes = Map.of();
      value = null;
      hasValue = false;
      constant = null;
      operation = null;
      hasOperation = false;
      hasInputs = false;
      hasAttributes = false;
      sound = true;
    }

    private void value() {
      hasValue = true;
      value =
          json.tensor(
              "a tensor: a number, nested arrays, or an object with 'shape' and 'data' or"
                  + " 'base64'");
    }

    private void operation() {
      hasOperation = true;
      operation = json.string("the name of an operation");
    }

    private void inputs() {
      hasInputs = true;
      if (!json.elements("a list of node ids and numbers", this::input)) {
        sound = false;
      }
    }

    private void input(int place) {
      if (json.next() == JsonReader.Next.NUMBER) {
        Double number = json.number("a number");
        add(number == null ? null : new DraftInput(null, number));
      } else {
        String id = json.string("a node's id, or a number");
        add(id == null ? null : new DraftInput(id, 0));
      }
    }

    private void add(@Nullable DraftInput input) {
      if (input == null) {
        sound = false;
      } else {
        if (edges++ == limits.count(Limit.EDGES)) {
          exceeded(Limit.EDGES);
        }
        inputs.add(input);
      }
    }

    private void attributes() {
      hasAttributes = true;
      attributes = new LinkedHashMap<>();
      if (!json.entries(
          "an object that maps each attribute's name to its value", this::attribute)) {
        sound = false;
      }
    }

    private void attribute(String name) {
      Literal literal = json.literal("a number, a word, true, false, null, or a list of numbers");
      if (literal == null) {
        sound = false;
      } else {
        attributes.put(name, literal.toPlain());
      }
    }

    private void checkForm() {
      if (hasValue == hasOperation) {
        flaw(at, "A node is " + NODE + ": found " + (hasValue ? "both." : "neither."));
      } else if (hasValue) {
        absent(hasInputs, "inputs");
        absent(hasAttributes, "attributes");
      } else {
        if (!hasInputs) {
          flaw(at, "A node with 'op' needs 'inputs', a list of node ids and numbers.");
        }
        if (constant != null) {
          flaw(at.child("constant"), "Only a node with 'value' can be constant.");
        }
      }
    }

    private void absent(boolean present, String property) {
      if (present) {
        flaw(at.child(property), "A node with 'value' has no '" + property + "'.");
      }
    }

    private void flaw(Pointer place, String sentence) {
      sound = false;
      fault(place, sentence);
    }
  }
}
