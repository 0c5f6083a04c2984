package dev.letsbackprop.service;

import dev.letsbackprop.diagram.Diagram;
import dev.letsbackprop.diagram.Format;
import dev.letsbackprop.model.Model;
import java.util.List;

/** Draws models. */
public final class DiagramService {

  /**
   * The diagram of a model.
   *
   * @throws dev.letsbackprop.json.Refusal where a value turns out to be no index of a class
   */
  public String draw(DiagramRequest request, Format format) {
    Model model = request.model();
    return Diagram.of(
            model.graph(),
            List.copyOf(model.nodes().values()),
            ForwardPass.values(model),
            model.seed(),
            request.gradients())
        .write(format, request.theme());
  }
}
