package dev.letsbackprop.service;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gradients as a graph, which is itself the body of a request.
 *
 * @param nodes those that stand by themselves, each after its inputs
 * @param output the gradient towards the first node of {@code wrt}
 * @param upstream ones of the output's shape; null where that is a number
 */
public record GradientGraphReport(
    List<Node> nodes, GradientIds ids, Node output, @Nullable Tensor upstream, Encoding encoding)
    implements Document {

  @Override
  public void write(JsonWriter json) {
    json.beginObject();
    json.name("nodes").beginObject();
    for (Node node : nodes) {
      json.name(ids.of(node)).beginObject();
      if (node.isLeaf()) {
        json.name("value").tensor(node.value(), encoding);
        if (node.isConstant()) {
          json.name("constant").value(true);
        }
      } else {
        writeStep(node, json);
      }
      json.endObject();
    }
    json.endObject();
    json.name("output").value(ids.of(output));
    if (upstream != null) {
      json.name("upstream").tensor(upstream, encoding);
    }
    json.endObject();
  }

  private void writeStep(Node node, JsonWriter json) {
    Entry entry = Catalogue.of(node.operation());
    json.name("op").value(entry.name());
    json.name("inputs").beginArray();
    for (Node input : node.inputs()) {
      if (GradientIds.isInline(input)) {
        json.value(input.value().item());
      } else {
        json.value(ids.of(input));
      }
    }
    json.endArray();
    PlainValue.writeAttributes(entry.attributes(node.operation()), json);
  }
}
