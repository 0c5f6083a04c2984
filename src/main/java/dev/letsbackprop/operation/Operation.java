package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One operation: its shape, its value, and how a cotangent flows back through it.
 *
 * <p>An implementation is a record that carries {@link Described}; its components are the
 * operation's attributes. The vector-Jacobian product is generic in what it computes with, so it
 * cannot look at numbers, and whatever compiles can be read in every {@link Algebra} and
 * differentiated again.
 */
public sealed interface Operation
    permits Unary,
        Binary,
        Choice,
        Reduction,
        Cumulative,
        Recurrent,
        Normalisation,
        Structural,
        Squeezing,
        Moving,
        Copying,
        Repeating,
        Joining,
        Slicing,
        Gathering,
        Triangular,
        Diagonals,
        Indexing,
        Lookup,
        LinearAlgebra,
        Product,
        Matrix,
        Convolution,
        Pooling,
        Standardisation,
        Masking,
        Loss,
        ElementLoss {

  /** How many inputs it takes; the least, where it is variadic. */
  int arity();

  /** Whether it takes any number of inputs from {@link #arity()} on. */
  default boolean variadic() {
    return false;
  }

  /**
   * The shape of its value.
   *
   * @throws Misuse where inputs of these shapes, or its attributes with them, make no sense
   */
  Shape shape(List<Shape> inputs);

  /** Its value at inputs whose shapes {@link #shape} has accepted. */
  Tensor evaluate(List<Tensor> inputs);

  /** About how many additions and multiplications its value takes, or {@link Long#MAX_VALUE}. */
  default long arithmetic(List<Shape> inputs) {
    long work = shape(inputs).extent();
    for (Shape input : inputs) {
      work = Shape.plus(work, input.extent());
    }
    return work;
  }

  /**
   * How many elements its value takes besides its own, or {@link Long#MAX_VALUE}; 0 where they are
   * no more than a few times those of its inputs.
   */
  default long workspace(List<Shape> inputs) {
    return 0;
  }

  /**
   * The vector-Jacobian product towards one input: what flows back to it.
   *
   * <p>The flow has the shape of the input, or one that the input broadcasts to: the pullback sums
   * over what was stretched, once for all rules.
   *
   * @param place which input
   * @param x the inputs
   * @param y the value at these inputs
   * @param cotangent dL/dy, of the shape of y
   */
  <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent);

  /**
   * Whether anything flows back to that input; a choice, a comparison or an index takes nothing.
   */
  default boolean carries(int place, List<Shape> inputs) {
    return true;
  }

  /** Whether it acts on each element apart, so that "the local derivative" is a number for each. */
  default boolean elementwise() {
    return false;
  }

  /** How it is written. */
  Term latex(List<Term> x);

  /** A shorter way to say the same, for algebras that write down what is computed; null if none. */
  default <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
    return null;
  }

  /** A valid use drawn at random, from which tests and exercises come. */
  Sample sample(RandomGenerator random);
}
