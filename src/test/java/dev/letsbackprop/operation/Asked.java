package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation as a request asks for it: by name, with attributes such as {@code axis=0 k=1}. */
record Asked(Operation operation) {

  static Asked of(String name, @Nullable String attributes) {
    return new Asked(Named.operation(name, attributes));
  }

  static Asked of(String name) {
    return of(name, null);
  }

  /** Its value at inputs such as {@code [1,2]; 3}. */
  Tensor value(String inputs) {
    return value(Stream.of(inputs.split(";", -1)).map(Literals::tensor).toList());
  }

  Tensor value(List<Tensor> inputs) {
    operation.shape(inputs.stream().map(Tensor::shape).toList());
    return operation.evaluate(inputs);
  }

  double[] value(double... x) {
    return value(List.of(Tensor.vector(x))).toArray();
  }

  /** What flows to one input where 1 arrives everywhere. */
  Tensor flow(int place, List<Tensor> inputs) {
    Tensor ones = value(inputs).map(any -> 1);
    return operation.vjp(Numbers.NUMBERS, place, inputs, value(inputs), ones);
  }

  double[] flow(double... x) {
    return flow(0, List.of(Tensor.vector(x))).toArray();
  }
}
