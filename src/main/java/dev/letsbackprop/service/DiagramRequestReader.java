package dev.letsbackprop.service;

import dev.letsbackprop.diagram.Theme;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import java.util.List;

/** Reads the body of a request for a diagram, strictly, and tells all its faults at once. */
public final class DiagramRequestReader {
  private final DerivativeRequestReader reader;
  private final Limits limits;
  private Theme theme = Theme.AUTO;
  private boolean gradients = true;

  private DiagramRequestReader(DerivativeRequestReader reader, Limits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  /**
   * Reads a request.
   *
   * @throws Refusal with every fault that was found
   */
  public static DiagramRequest read(byte[] body, Limits limits) {
    return new DiagramRequestReader(new DerivativeRequestReader(body, limits), limits).read();
  }

  private DiagramRequest read() {
    return reader.read(
        reader.model().properties().and("theme", this::theme).and("gradients", this::gradients),
        reader::reported,
        (model, nodes) -> request(model));
  }

  private void theme() {
    Theme chosen = reader.json().choice(Theme.class);
    theme = chosen == null ? theme : chosen;
  }

  private void gradients() {
    Boolean chosen = reader.json().bool("true or false");
    gradients = chosen == null ? gradients : chosen;
  }

  private DiagramRequest request(Model model) {
    int edges = model.nodes().values().stream().map(Node::inputs).mapToInt(List::size).sum();
    check(Limit.DIAGRAM_NODES, model.nodes().size());
    check(Limit.DIAGRAM_EDGES, edges);
    return new DiagramRequest(model, theme, gradients);
  }

  private void check(Limit limit, int need) {
    if (need > limits.of(limit)) {
      reader
          .faults()
          .exceeded(limit, Pointer.ROOT, limits.told(limit) + "; the model has " + need + ".");
    }
  }
}
