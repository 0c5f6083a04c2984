package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;

/**
 * What a rule computes with: numbers, nodes of a graph, LaTeX.
 *
 * <p>An algebra says three things; the rest are words for rules to be written in.
 *
 * @param <T> what stands for a tensor
 */
public interface Algebra<T> {
  T constant(Tensor value);

  T apply(Operation operation, List<T> inputs);

  Shape shape(T x);

  default T constant(double value) {
    return constant(Tensor.scalar(value));
  }

  default T add(T a, T b) {
    return apply(Vocabulary.ADD, List.of(a, b));
  }

  default T subtract(T a, T b) {
    return apply(Vocabulary.SUBTRACT, List.of(a, b));
  }

  default T multiply(T a, T b) {
    return apply(Vocabulary.MULTIPLY, List.of(a, b));
  }

  default T divide(T a, T b) {
    return apply(Vocabulary.DIVIDE, List.of(a, b));
  }

  default T power(T base, T exponent) {
    return apply(Vocabulary.POWER, List.of(base, exponent));
  }

  default T negative(T x) {
    return apply(Vocabulary.NEGATIVE, List.of(x));
  }

  default T square(T x) {
    return apply(Vocabulary.SQUARE, List.of(x));
  }

  /** 1 where a > b, else 0. */
  default T greater(T a, T b) {
    return apply(Vocabulary.GREATER, List.of(a, b));
  }

  /** 1 where a = b, else 0. */
  default T equal(T a, T b) {
    return apply(Vocabulary.EQUAL, List.of(a, b));
  }

  /** a where the condition is not 0, else b. */
  default T where(T condition, T a, T b) {
    return apply(Vocabulary.WHERE, List.of(condition, a, b));
  }

  /** The sum over axes, which stay as sides of 1. */
  default T sumKeeping(T x, Axes axes) {
    return apply(new Reduction.Sum(axes, true), List.of(x));
  }

  default T reshape(T x, Shape shape) {
    return shape(x).equals(shape) ? x : apply(new Structural.Reshape(shape.toList()), List.of(x));
  }

  default T broadcastTo(T x, Shape shape) {
    return shape(x).equals(shape) ? x : apply(new Copying.BroadcastTo(shape.toList()), List.of(x));
  }

  /** The sum over what broadcasting from {@code shape} would have stretched. */
  default T sumTo(T x, Shape shape) {
    return shape(x).equals(shape) ? x : apply(new Copying.SumToShape(shape.toList()), List.of(x));
  }

  default T matmul(T a, boolean transposeA, T b, boolean transposeB) {
    return apply(new LinearAlgebra.Matmul(transposeA, transposeB), List.of(a, b));
  }
}
