package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A valid use of an operation: it, and for each input a shape and where its numbers may lie. */
public record Sample(Operation operation, List<Operand> operands) {

  /** One input of a sample. */
  public record Operand(Shape shape, Domain domain) {}

  static Sample of(Operation operation, Operand... operands) {
    return new Sample(operation, List.of(operands));
  }

  static Operand operand(Shape shape) {
    return new Operand(shape, Domain.AROUND_ZERO);
  }

  /** A shape of {@code least} to 3 axes with sides from 1 to 4. */
  static Shape shape(RandomGenerator random, int least) {
    int[] sides = new int[random.nextInt(least, 4)];
    Arrays.setAll(sides, axis -> random.nextInt(1, 5));
    return Shape.of(sides);
  }

  /** A shape that broadcasts to the given one: some leading axes missing, some sides 1. */
  static Shape stretchable(RandomGenerator random, Shape shape) {
    int[] sides = shape.slice(random.nextInt(shape.rank() + 1), shape.rank()).sides();
    for (int axis = 0; axis < sides.length; axis++) {
      sides[axis] = random.nextInt(3) == 0 ? 1 : sides[axis];
    }
    return Shape.of(sides);
  }

  /** A random axis, counted from the front or from the end. */
  static int axis(RandomGenerator random, int rank) {
    return random.nextInt(-rank, rank);
  }
}
