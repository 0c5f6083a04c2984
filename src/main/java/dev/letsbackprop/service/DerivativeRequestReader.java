package dev.letsbackprop.service;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Properties;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.model.ModelReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads what all requests share: a model, {@code wrt} and {@code encoding}. */
final class DerivativeRequestReader {
  private final JsonReader json;
  private final Faults faults = new Faults();
  private final ModelReader model;
  private final WrtReader wrt;
  private Encoding encoding = Encoding.NESTED;
  private boolean allUnlessNamed;

  DerivativeRequestReader(byte[] body, Limits limits) {
    this.json = JsonReader.of(body, limits, faults);
    this.model = new ModelReader(json, faults, limits, Pointer.ROOT);
    this.wrt = new WrtReader(json, faults);
  }

  JsonReader json() {
    return json;
  }

  Faults faults() {
    return faults;
  }

  ModelReader model() {
    return model;
  }

  WrtReader wrt() {
    return wrt;
  }

  /** Where {@code wrt} is left out it shall be every node that has a gradient. */
  void takeAllUnlessNamed() {
    allUnlessNamed = true;
  }

  Encoding encoding() {
    return encoding;
  }

  /** The properties that are shared; an endpoint adds its own. */
  Properties properties() {
    return model.properties().and("wrt", wrt::read).and("encoding", this::readEncoding);
  }

  /** Reads the value of {@code encoding}. */
  void readEncoding() {
    Encoding chosen = json.choice(Encoding.class);
    encoding = chosen == null ? encoding : chosen;
  }

  /**
   * Reads the whole body.
   *
   * @param request makes the request of a model that is in order and its nodes in {@code wrt}, and
   *     may tell more faults; what it makes is thrown away then
   * @throws dev.letsbackprop.json.Refusal with every fault that was found
   */
  <R> R read(Properties properties, BiFunction<Model, List<Node>, R> request) {
    return read(properties, this::towards, request);
  }

  /**
   * The same for other nodes than those of {@code wrt}.
   *
   * @param nodes chooses them, and may tell faults
   */
  <R> R read(
      Properties properties,
      Function<Model, List<Node>> nodes,
      BiFunction<Model, List<Node>, R> request) {
    json.object("an object with a model", properties);
    json.end();
    Model read = model.model();
    wrt.checkKnown(model.ids());
    List<Node> chosen = read == null ? List.of() : nodes.apply(read);
    faults.throwIfAny();
    if (read == null) {
      throw new IllegalStateException("a model without a fault must have been built");
    }
    R made = request.apply(read, chosen);
    faults.throwIfAny();
    return made;
  }

  /** The nodes of {@code wrt} and the output, as written; all where it was left out. */
  List<Node> reported(Model read) {
    Map<String, Node> named = read.nodes();
    if (wrt.at() == null) {
      return List.copyOf(named.values());
    }
    Set<Node> chosen = wrt.nodes(read);
    chosen.add(read.graph().output());
    return named.values().stream().filter(chosen::contains).toList();
  }

  /** The nodes of {@code wrt}; where it was left out, the leaves that have a gradient. */
  private List<Node> towards(Model read) {
    Pointer at = wrt.at();
    if (at != null) {
      List<Node> named = List.copyOf(wrt.nodes(read));
      if (named.isEmpty() && faults.isEmpty()) {
        faults.add(Kind.INVALID_GRAPH, at, "Name at least one node to differentiate towards.");
      }
      return named;
    }
    List<Node> leaves =
        read.nodes().values().stream()
            .filter(node -> (node.isLeaf() || allUnlessNamed) && !node.isConstant())
            .toList();
    if (leaves.isEmpty()) {
      faults.add(
          Kind.INVALID_GRAPH,
          Pointer.ROOT,
          "No leaf has a gradient, so 'wrt' must name the nodes to differentiate towards.");
    }
    return leaves;
  }
}
