package dev.letsbackprop.service;

import dev.letsbackprop.derivation.Derivations;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.ReadLimits;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.model.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.model.ModelReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the body of a request for gradients, strictly, and tells all its faults at once. */
public final class GradientRequestReader {
  private final JsonReader json;
  private final Faults faults;
  private final ModelReader model;
  private final Limits limits;
  private final WrtReader wrt;
  private final Set<Include> include = EnumSet.noneOf(Include.class);
  private boolean hasInclude;
  private Encoding encoding = Encoding.NESTED;

  private GradientRequestReader(JsonReader json, Faults faults, Limits limits) {
    this.json = json;
    this.faults = faults;
    this.limits = limits;
    this.model = new ModelReader(json, faults, limits, Pointer.ROOT);
    this.wrt = new WrtReader(json, faults);
  }

  /**
   * Reads a request.
   *
   * @throws Refusal with every fault that was found
   */
  public static GradientRequest read(byte[] body, ReadLimits readLimits, Limits limits) {
    Faults faults = new Faults();
    return new GradientRequestReader(JsonReader.of(body, readLimits, faults), faults, limits)
        .read();
  }

  private GradientRequest read() {
    json.object(
        "an object with a model",
        model
            .properties()
            .and("wrt", wrt::read)
            .and("include", this::include)
            .and("encoding", this::encoding));
    json.end();
    Model read = model.model();
    wrt.checkKnown(model.ids());
    List<Node> nodes = read == null ? List.of() : nodes(read);
    faults.throwIfAny();
    if (read == null) {
      throw new IllegalStateException("a model without a fault must have been built");
    }
    Set<Include> included = hasInclude ? include : EnumSet.of(Include.VALUES, Include.GRADIENTS);
    checkSize(nodes, included);
    if (included.contains(Include.DERIVATIONS)) {
      checkDerivations(read.graph(), nodes);
    }
    faults.throwIfAny();
    return new GradientRequest(read, nodes, wrt.at() == null, included, encoding);
  }

  /**
   * The answer holds more than the values: what it will be is known before anything is computed.
   */
  private void checkSize(List<Node> nodes, Set<Include> included) {
    long need = 0;
    for (Node node : nodes) {
      long size = node.shape().extent();
      need += included.contains(Include.VALUES) ? size : 0;
      need += included.contains(Include.GRADIENTS) ? size : 0;
      need += included.contains(Include.LOCAL) ? size * node.inputs().size() : 0;
      for (Node input : node.inputs()) {
        need += included.contains(Include.FLOWS) ? input.shape().extent() : 0;
      }
    }
    if (need > limits.answer()) {
      faults.add(
          Kind.LIMIT_EXCEEDED,
          Pointer.ROOT,
          "The limit 'model.answer' is "
              + limits.answer()
              + " elements; with what is to be included the answer has "
              + need
              + ". Ask for fewer nodes in 'wrt', or for less in 'include'.");
    }
  }

  private void checkDerivations(Graph graph, List<Node> nodes) {
    long need = Derivations.extent(graph, Pullback.only(nodes.toArray(Node[]::new)));
    if (need > Limits.DERIVATIONS) {
      faults.add(
          Kind.LIMIT_EXCEEDED,
          Pointer.ROOT,
          "The limit 'model.derivations' is "
              + Limits.DERIVATIONS
              + " inputs, where a step names each of its inputs towards each of them; these"
              + " derivations name "
              + need
              + ". Ask for fewer nodes in 'wrt', or leave derivations out of 'include'.");
    }
  }

  private void include() {
    hasInclude = true;
    json.elements(
        "a list of " + String.join(", ", Choices.words(Include.class)),
        place -> {
          Include chosen = json.choice(Include.class);
          if (chosen != null) {
            include.add(chosen);
          }
        });
  }

  private void encoding() {
    Encoding chosen = json.choice(Encoding.class);
    encoding = chosen == null ? encoding : chosen;
  }

  private List<Node> nodes(Model read) {
    Map<String, Node> named = read.nodes();
    if (wrt.at() == null) {
      return List.copyOf(named.values());
    }
    Set<Node> chosen = wrt.nodes(read);
    chosen.add(read.graph().output());
    return named.values().stream().filter(chosen::contains).toList();
  }
}
