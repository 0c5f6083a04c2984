package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Functions of square matrices; the axes before the last two are batches, as in NumPy. */
public sealed interface Matrix extends Operation permits MatrixNumber, MatrixFactor {

  @Override
  default int arity() {
    return 1;
  }

  /** Elimination passes over a matrix once for each of its rows. */
  @Override
  default long arithmetic(List<Shape> inputs) {
    Shape matrix = inputs.get(0);
    return Shape.times(matrix.extent(), matrix.rank() == 0 ? 1 : matrix.side(matrix.rank() - 1));
  }

  @Override
  default Sample sample(RandomGenerator random) {
    return Sample.of(this, drawn(batch(random), random.nextInt(1, 4)));
  }

  /** A batch of square matrices that are well away from singular. */
  static Sample.Operand drawn(Shape batch, int side) {
    return new Sample.Operand(batch.then(side, side), Domain.INVERTIBLE);
  }

  static Shape batch(RandomGenerator random) {
    return random.nextBoolean() ? Shape.SCALAR : Shape.of(random.nextInt(1, 4));
  }

  /**
   * The shape of a batch of matrices without the last two axes.
   *
   * @throws Misuse where it is none
   */
  static Shape batch(Shape shape) {
    if (shape.rank() < 2) {
      throw Misuse.ofInputs("Expected a matrix or a batch of matrices, found shape " + shape + ".");
    }
    return shape.slice(0, shape.rank() - 2);
  }

  /**
   * The same shape.
   *
   * @throws Misuse where its matrices are not square
   */
  static Shape square(Shape shape) {
    int axis = batch(shape).rank();
    if (shape.side(axis) != shape.side(axis + 1)) {
      throw Misuse.ofInputs("Expected square matrices, found shape " + shape + ".");
    }
    return shape;
  }

  /** The last two axes swapped. */
  static <T> T transpose(Algebra<T> on, T x) {
    int rank = on.shape(x).rank();
    if (rank == 2) {
      return on.apply(new Structural.Transpose(null), List.of(x));
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    Collections.swap(order, rank - 2, rank - 1);
    return on.apply(new Structural.Transpose(order), List.of(x));
  }

  /** One number a matrix as a batch of matrices of one element. */
  static <T> T single(Algebra<T> on, T x) {
    return on.reshape(x, on.shape(x).then(1, 1));
  }
}
