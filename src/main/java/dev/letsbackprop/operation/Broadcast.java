package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import java.util.List;

/** NumPy's broadcasting as a shape rule, with a sentence where shapes do not fit. */
final class Broadcast {
  private Broadcast() {}

  static Shape shape(List<Shape> inputs) {
    Shape result = inputs.get(0);
    for (Shape input : inputs.subList(1, inputs.size())) {
      result = shape(result, input);
    }
    return result;
  }

  static Shape shape(Shape a, Shape b) {
    Shape result = Shape.broadcast(a, b);
    if (result != null) {
      return result;
    }
    int axis = 1;
    while (fits(a, b, axis)) {
      axis++;
    }
    throw Misuse.ofInputs(
        "Shapes "
            + a
            + " and "
            + b
            + " do not broadcast: counted from the right, sides must be equal or 1, and "
            + a.side(a.rank() - axis)
            + " meets "
            + b.side(b.rank() - axis)
            + ".");
  }

  private static boolean fits(Shape a, Shape b, int axis) {
    int left = a.side(a.rank() - axis);
    int right = b.side(b.rank() - axis);
    return left == right || left == 1 || right == 1;
  }
}
