package dev.letsbackprop.service;

import dev.letsbackprop.diagram.Diagram;
import dev.letsbackprop.diagram.Format;
import dev.letsbackprop.diagram.TooLong;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import java.util.List;

/** Draws models. */
public final class DiagramService {
  private final Limits limits;

  public DiagramService(Limits limits) {
    this.limits = limits;
  }

  /**
   * The diagram of a model.
   *
   * @throws Refusal where a value turns out to be no index of a class, or wires would be too long
   */
  public String draw(DiagramRequest request, Format format) {
    Model model = request.model();
    Diagram diagram =
        Diagram.of(
            model.graph(),
            List.copyOf(model.nodes().values()),
            ForwardPass.values(model),
            model.seed(),
            request.gradients());
    try {
      return diagram.write(format, request.theme(), limits.count(Limit.DIAGRAM_PASSAGES));
    } catch (TooLong e) {
      String sentence =
          limits.told(Limit.DIAGRAM_PASSAGES)
              + " columns that wires may pass between their nodes; in this picture they pass "
              + e.passages()
              + ".";
      throw Refusal.of(Fault.exceeded(Limit.DIAGRAM_PASSAGES, "", sentence));
    }
  }
}
