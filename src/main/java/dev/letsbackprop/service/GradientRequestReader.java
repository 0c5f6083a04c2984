package dev.letsbackprop.service;

import dev.letsbackprop.derivation.Derivations;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the body of a request for gradients, strictly, and tells all its faults at once. */
public final class GradientRequestReader {
  private final DerivativeRequestReader reader;
  private final Limits limits;
  private final Set<Include> include = EnumSet.noneOf(Include.class);
  private boolean hasInclude;

  private GradientRequestReader(DerivativeRequestReader reader, Limits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  /**
   * Reads a request.
   *
   * @throws Refusal with every fault that was found
   */
  public static GradientRequest read(byte[] body, Limits limits) {
    return new GradientRequestReader(new DerivativeRequestReader(body, limits), limits).read();
  }

  private GradientRequest read() {
    return reader.read(
        reader
            .model()
            .properties()
            .and("wrt", reader.wrt()::read)
            .and("include", this::include)
            .and("encoding", reader::readEncoding),
        reader::reported,
        this::request);
  }

  private GradientRequest request(Model model, List<Node> nodes) {
    Set<Include> included = hasInclude ? include : EnumSet.of(Include.VALUES, Include.GRADIENTS);
    checkSize(nodes, included);
    if (included.contains(Include.DERIVATIONS)) {
      checkDerivations(model.graph(), nodes);
    }
    boolean everything = reader.wrt().at() == null;
    return new GradientRequest(model, nodes, everything, included, reader.encoding());
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
    if (need > limits.of(Limit.ANSWER)) {
      reader
          .faults()
          .exceeded(
              Limit.ANSWER,
              Pointer.ROOT,
              limits.told(Limit.ANSWER)
                  + " elements; with what is to be included the answer has "
                  + need
                  + ". Ask for fewer nodes in 'wrt', or for less in 'include'.");
    }
  }

  private void checkDerivations(Graph graph, List<Node> nodes) {
    long need = Derivations.extent(graph, Pullback.only(nodes.toArray(Node[]::new)));
    if (need > limits.of(Limit.DERIVATIONS)) {
      reader
          .faults()
          .exceeded(
              Limit.DERIVATIONS,
              Pointer.ROOT,
              limits.told(Limit.DERIVATIONS)
                  + " inputs, where a step names each of its inputs towards each of them; these"
                  + " derivations name "
                  + need
                  + ". Ask for fewer nodes in 'wrt', or leave derivations out of 'include'.");
    }
  }

  private void include() {
    hasInclude = true;
    reader
        .json()
        .elements(
            "a list of " + String.join(", ", Choices.words(Include.class)),
            place -> {
              Include chosen = reader.json().choice(Include.class);
              if (chosen != null) {
                include.add(chosen);
              }
            });
  }
}
