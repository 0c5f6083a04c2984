package dev.letsbackprop.service;

import dev.letsbackprop.derivation.Derivations;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request for gradients: the graph that was asked about, annotated.
 *
 * @param output the output's id
 * @param nodes in topological order
 */
public record GradientReport(
    String output, List<NodeReport> nodes, List<Warning> warnings, Encoding encoding)
    implements Document {

  /** Writes the report as the JSON object that API users know. */
  @Override
  public void write(JsonWriter json) {
    json.beginObject();
    json.name("output").value(output);
    json.name("nodes").beginObject();
    for (NodeReport report : nodes) {
      write(report, json);
    }
    json.endObject();
    Warning.write(warnings, json);
    json.endObject();
  }

  private void write(NodeReport report, JsonWriter json) {
    Node node = report.node();
    json.name(Objects.requireNonNull(node.name())).beginObject();
    if (!node.isLeaf()) {
      Entry entry = Catalogue.of(node.operation());
      json.name("op").value(entry.name());
      json.name("inputs").beginArray();
      for (Node input : node.inputs()) {
        String name = input.name();
        if (name == null) {
          json.tensor(input.value(), Encoding.NESTED);
        } else {
          json.value(name);
        }
      }
      json.endArray();
      PlainValue.writeAttributes(entry.attributes(node.operation()), json);
    } else if (node.isConstant()) {
      json.name("constant").value(true);
    }
    json.name("shape").beginArray();
    for (int axis = 0; axis < node.shape().rank(); axis++) {
      json.value(node.shape().side(axis));
    }
    json.endArray();
    write("value", report.value(), json);
    write("gradient", report.gradient(), json);
    write("flows", report.flows(), json);
    write("local", report.local(), json);
    Derivations derivations = report.derivations();
    if (derivations != null) {
      write(node, derivations, json);
    }
    json.endObject();
  }

  private static void write(Node node, Derivations derivations, JsonWriter json) {
    json.name("meaning").value(derivations.meaning(node));
    String accumulation = derivations.accumulation(node);
    if (accumulation != null) {
      json.name("accumulation").value(accumulation);
    }
    if (!node.isLeaf()) {
      json.name("derivations").beginArray();
      for (String step : derivations.steps(node)) {
        if (step == null) {
          json.nullValue();
        } else {
          json.value(step);
        }
      }
      json.endArray();
      json.name("reason").value(Catalogue.of(node.operation()).reason());
    }
  }

  private void write(String name, @Nullable Tensor tensor, JsonWriter json) {
    if (tensor != null) {
      json.name(name).tensor(tensor, encoding);
    }
  }

  private void write(String name, @Nullable List<@Nullable Tensor> tensors, JsonWriter json) {
    if (tensors != null) {
      json.name(name).beginArray();
      for (Tensor tensor : tensors) {
        if (tensor == null) {
          json.nullValue();
        } else {
          json.tensor(tensor, encoding);
        }
      }
      json.endArray();
    }
  }
}
