package dev.letsbackprop.differentiation;

import dev.letsbackprop.operation.Algebra;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;

/** Numbers, and how many of them there were and what they took, counted as they are made. */
final class CountingNumbers implements Algebra<Tensor> {
  private long elements;
  private long arithmetic;

  Cost cost() {
    return new Cost(elements, arithmetic);
  }

  @Override
  public Tensor constant(Tensor value) {
    elements += count(value);
    return value;
  }

  @Override
  public Tensor apply(Operation operation, List<Tensor> inputs) {
    Tensor value = Numbers.NUMBERS.apply(operation, inputs);
    List<Shape> shapes = inputs.stream().map(Tensor::shape).toList();
    elements += count(value) + operation.workspace(shapes);
    arithmetic += operation.arithmetic(shapes);
    return value;
  }

  /** Counted from the tensor that was made; sides of 0 count as 1. */
  private static long count(Tensor made) {
    long count = 1;
    for (int axis = 0; axis < made.rank(); axis++) {
      count *= Math.max(1, made.shape().side(axis));
    }
    return count;
  }

  @Override
  public Shape shape(Tensor x) {
    return x.shape();
  }
}
