package dev.letsbackprop.differentiation;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Algebra;
import dev.letsbackprop.operation.Choice;
import dev.letsbackprop.operation.Comparison;
import dev.letsbackprop.operation.MaxPooling;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.operation.Stepwise;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;

/**
 * Which operations can have kinks or jumps: those that compare or choose, and those whose rules do.
 */
final class Kinks implements Algebra<Shape> {
  private boolean found;

  private Kinks() {}

  /** Whether the value of a step can bend or jump. */
  static boolean possible(Node node) {
    Operation operation = node.operation();
    if (chooses(operation)) {
      return true;
    }
    Kinks kinks = new Kinks();
    List<Shape> inputs = node.inputs().stream().map(Node::shape).toList();
    for (int place = 0; place < inputs.size(); place++) {
      if (operation.carries(place, inputs)) {
        operation.vjp(kinks, place, inputs, node.shape(), node.shape());
      }
    }
    return kinks.found;
  }

  private static boolean chooses(Operation operation) {
    return operation instanceof Comparison
        || operation instanceof Choice
        || operation instanceof Stepwise
        || operation instanceof MaxPooling;
  }

  @Override
  public Shape constant(Tensor value) {
    return value.shape();
  }

  @Override
  public Shape apply(Operation operation, List<Shape> inputs) {
    found |= chooses(operation);
    return operation.shape(inputs);
  }

  @Override
  public Shape shape(Shape x) {
    return x;
  }
}
