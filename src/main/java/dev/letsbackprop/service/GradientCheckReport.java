package dev.letsbackprop.service;

import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.service.NodeCheck.Deviation;
import dev.letsbackprop.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request to check gradients.
 *
 * @param output the output's id
 * @param verdict the worst of all nodes
 */
public record GradientCheckReport(
    String output, Agreement verdict, List<NodeCheck> nodes, Encoding encoding)
    implements Document {

  @Override
  public void write(JsonWriter json) {
    json.beginObject();
    json.name("output").value(output);
    json.name("verdict").value(Choices.word(verdict));
    json.name("nodes").beginObject();
    nodes.forEach(check -> write(check, json));
    json.endObject();
    json.endObject();
  }

  private void write(NodeCheck check, JsonWriter json) {
    json.name(check.node().toString()).beginObject();
    json.name("verdict").value(Choices.word(check.verdict()));
    json.name("analytic").tensor(check.analytic(), encoding);
    json.name("numeric").tensor(check.numeric(), encoding);
    Shape shape = check.node().shape();
    write("absoluteError", check.absolute(), shape, json);
    write("relativeError", check.relative(), shape, json);
    json.name("step").value(check.step());
    if (!check.findings().isEmpty()) {
      json.name("findings").beginArray();
      check.findings().forEach(json::value);
      json.endArray();
    }
    json.endObject();
  }

  private static void write(
      String name, @Nullable Deviation deviation, Shape shape, JsonWriter json) {
    if (deviation == null) {
      return;
    }
    json.name(name).beginObject();
    json.name("value").value(deviation.value());
    json.name("index").beginArray();
    for (int coordinate : Finiteness.coordinates(shape, deviation.place())) {
      json.value(coordinate);
    }
    json.endArray();
    json.endObject();
  }
}
