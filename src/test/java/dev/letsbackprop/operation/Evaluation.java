package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation of the catalogue at given inputs, all of it told as a request would. */
record Evaluation(Operation operation, List<Tensor> inputs) {

  /**
   * Checks it.
   *
   * @param inputs JSON, apart by semicolons
   * @param attributes each {@code name=JSON}, apart by spaces
   */
  static Evaluation of(String name, String inputs, @Nullable String attributes) {
    Operation operation = Named.operation(name, attributes);
    List<Tensor> tensors = Stream.of(inputs.split(";", -1)).map(Literals::tensor).toList();
    operation.shape(tensors.stream().map(Tensor::shape).toList());
    return new Evaluation(operation, tensors);
  }

  Tensor value() {
    return operation.evaluate(inputs);
  }

  /** What flows to one input where 1 arrives everywhere. */
  Tensor flow(int place) {
    Tensor y = value();
    Tensor ones = Tensor.filled(y.shape(), 1);
    return operation.vjp(Numbers.NUMBERS, place, inputs, y, ones);
  }

  static void assertSame(String expected, Tensor found) {
    Tensor wanted = Literals.tensor(expected);
    assertEquals(wanted.shape(), found.shape());
    assertArrayEquals(wanted.toArray(), found.toArray(), 1e-14);
  }
}
