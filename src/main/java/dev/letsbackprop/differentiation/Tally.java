package dev.letsbackprop.differentiation;

import dev.letsbackprop.operation.Algebra;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;

/** The algebra of shapes: reading a rule in it counts what the rule would take. */
final class Tally implements Algebra<Shape> {
  private long elements;
  private long arithmetic;

  /** What was counted so far. */
  Cost cost() {
    return new Cost(elements, arithmetic);
  }

  /** Counts a tensor that is there already. */
  Shape given(Shape shape) {
    elements = Shape.plus(elements, shape.extent());
    return shape;
  }

  @Override
  public Shape constant(Tensor value) {
    return given(value.shape());
  }

  @Override
  public Shape apply(Operation operation, List<Shape> inputs) {
    Shape value = operation.shape(inputs);
    elements = Shape.plus(elements, operation.workspace(inputs));
    arithmetic = Shape.plus(arithmetic, operation.arithmetic(inputs));
    return given(value);
  }

  @Override
  public Shape shape(Shape x) {
    return x;
  }
}
