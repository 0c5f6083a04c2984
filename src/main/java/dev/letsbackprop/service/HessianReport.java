package dev.letsbackprop.service;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * The answer to a request for a Hessian.
 *
 * @param output the output's id
 * @param hessians the block of each pair of nodes, with the axes of the first node first
 */
public record HessianReport(
    String output, Map<Node, Map<Node, Tensor>> hessians, List<Warning> warnings, Encoding encoding)
    implements Document {

  @Override
  public void write(JsonWriter json) {
    json.beginObject();
    json.name("output").value(output);
    json.name("hessians").beginObject();
    hessians.forEach(
        (node, line) -> {
          json.name(node.toString());
          DerivativeReport.write(line, encoding, json);
        });
    json.endObject();
    Warning.write(warnings, json);
    json.endObject();
  }
}
