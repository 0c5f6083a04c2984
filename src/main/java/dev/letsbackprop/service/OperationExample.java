package dev.letsbackprop.service;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Formulas;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** The example of an operation as the body of a request for gradients. */
public record OperationExample(Entry entry) implements Document {

  @Override
  public void write(JsonWriter json) {
    Operation operation = entry.example();
    List<Tensor> inputs = entry.exampleInputs();
    List<Shape> shapes = inputs.stream().map(Tensor::shape).toList();
    String output = Formulas.result(entry);
    json.beginObject();
    json.name("nodes").beginObject();
    for (int place = 0; place < inputs.size(); place++) {
      json.name(entry.inputs().get(place)).beginObject();
      json.name("value").tensor(inputs.get(place), Encoding.NESTED);
      if (!operation.carries(place, shapes)) {
        json.name("constant").value(true);
      }
      json.endObject();
    }
    json.name(output).beginObject();
    json.name("op").value(entry.name());
    json.name("inputs").beginArray();
    entry.inputs().forEach(json::value);
    json.endArray();
    PlainValue.writeAttributes(entry.exampleAttributes(), json);
    json.endObject();
    json.endObject();
    json.name("output").value(output);
    Shape shape = operation.shape(shapes);
    if (shape.rank() > 0) {
      json.name("upstream").tensor(counting(shape), Encoding.NESTED);
    }
    json.endObject();
  }

  /** 1, 2, 3, …: an upstream gradient that shows where each of its numbers goes. */
  private static Tensor counting(Shape shape) {
    double[] elements = new double[Math.toIntExact(shape.size())];
    Arrays.setAll(elements, at -> at + 1);
    return Tensor.of(shape, elements);
  }
}
