package dev.letsbackprop.service;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.ReadLimits;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.model.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.model.ModelReader;
import java.util.List;
import java.util.Set;

/** Reads the body of a request for a script, strictly, and tells all its faults at once. */
public final class ExportRequestReader {
  private ExportRequestReader() {}

  /**
   * Reads a request.
   *
   * @throws Refusal with every fault that was found
   */
  public static ExportRequest read(byte[] body, ReadLimits readLimits, Limits limits) {
    Faults faults = new Faults();
    JsonReader json = JsonReader.of(body, readLimits, faults);
    ModelReader model = new ModelReader(json, faults, limits, Pointer.ROOT);
    WrtReader wrt = new WrtReader(json, faults);
    json.object("an object with a model", model.properties().and("wrt", wrt::read));
    json.end();
    Model read = model.model();
    wrt.checkKnown(model.ids());
    Set<Node> chosen = read == null ? Set.of() : wrt.nodes(read);
    faults.throwIfAny();
    if (read == null) {
      throw new IllegalStateException("a model without a fault must have been built");
    }
    return new ExportRequest(read, wrt.at() == null ? all(read) : some(read, chosen));
  }

  private static List<Node> all(Model model) {
    return List.copyOf(model.nodes().values());
  }

  private static List<Node> some(Model model, Set<Node> chosen) {
    Node output = model.graph().output();
    return model.nodes().values().stream()
        .filter(node -> node == output || chosen.contains(node))
        .toList();
  }
}
