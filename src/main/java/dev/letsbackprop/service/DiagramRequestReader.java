package dev.letsbackprop.service;

import dev.letsbackprop.diagram.Theme;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.ReadLimits;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.model.Limits;
import dev.letsbackprop.model.Model;
import java.util.List;

/** Reads the body of a request for a diagram, strictly, and tells all its faults at once. */
public final class DiagramRequestReader {
  private final DerivativeRequestReader reader;
  private Theme theme = Theme.AUTO;
  private boolean gradients = true;

  private DiagramRequestReader(DerivativeRequestReader reader) {
    this.reader = reader;
  }

  /**
   * Reads a request.
   *
   * @throws Refusal with every fault that was found
   */
  public static DiagramRequest read(byte[] body, ReadLimits readLimits, Limits limits) {
    return new DiagramRequestReader(new DerivativeRequestReader(body, readLimits, limits)).read();
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
    check("nodes", Limits.DIAGRAM_NODES, model.nodes().size());
    check("edges", Limits.DIAGRAM_EDGES, edges);
    return new DiagramRequest(model, theme, gradients);
  }

  private void check(String what, int most, int need) {
    if (need > most) {
      reader
          .faults()
          .add(
              Kind.LIMIT_EXCEEDED,
              Pointer.ROOT,
              "The limit 'diagram." + what + "' is " + most + "; the model has " + need + ".");
    }
  }
}
