package dev.letsbackprop.service;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * An answer that is a tensor for each node of {@code wrt}: the Jacobian, or a product.
 *
 * @param output the output's id
 * @param what the tensors are: {@code jacobians} or {@code products}
 */
public record DerivativeReport(
    String output,
    String what,
    Map<Node, Tensor> tensors,
    List<Warning> warnings,
    Encoding encoding)
    implements Document {

  @Override
  public void write(JsonWriter json) {
    json.beginObject();
    json.name("output").value(output);
    json.name(what);
    write(tensors, encoding, json);
    Warning.write(warnings, json);
    json.endObject();
  }

  /** Writes an object of tensors by the ids of their nodes. */
  static void write(Map<Node, Tensor> tensors, Encoding encoding, JsonWriter json) {
    json.beginObject();
    tensors.forEach((node, tensor) -> json.name(node.toString()).tensor(tensor, encoding));
    json.endObject();
  }
}
