package dev.letsbackprop.layer;

import dev.letsbackprop.operation.Algebra;
import dev.letsbackprop.operation.Vocabulary;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An algebra in which what a layer computes on the way can have names.
 *
 * @param <T> what stands for a tensor
 */
public interface Wiring<T> extends Algebra<T> {
  /** Calls what was just made by that word; returns it. */
  T name(String word, T made);

  /**
   * A constant of the layer's own.
   *
   * @param value makes its numbers, once they are needed
   */
  T constant(String word, Shape shape, Supplier<Tensor> value);

  /** The same wiring, for one step of a sequence. */
  Wiring<T> step(int step);

  /** x and a bias, where there is one. */
  default T biased(T x, @Nullable T bias) {
    return bias == null ? x : add(x, bias);
  }

  default T product(T a, T b) {
    return matmul(a, false, b, false);
  }

  default T sigmoid(T x) {
    return apply(Vocabulary.SIGMOID, List.of(x));
  }

  default T tanh(T x) {
    return apply(Vocabulary.TANH, List.of(x));
  }

  /** Probabilities along the last axis. */
  default T softmax(T x) {
    return apply(Vocabulary.SOFTMAX, List.of(x));
  }

  /** Part {@code place} of the last axis, of parts as long as {@code width}. */
  default T part(T x, int place, int width) {
    return apply(Vocabulary.slice(-1, place * width, (place + 1) * width), List.of(x));
  }

  /**
   * What stands at each place of the second axis, without that axis.
   *
   * <p>By eighths of eighths: what flows back to a part is as large as what it was cut from, so n
   * places that are cut from the whole would send back n times the whole.
   */
  default List<T> moments(T x) {
    List<T> moments = new ArrayList<>();
    cut(x, moments);
    return moments;
  }

  private void cut(T x, List<T> moments) {
    Shape shape = shape(x);
    int count = shape.side(1);
    if (count == 1) {
      Wiring<T> now = step(moments.size());
      Shape moment = shape.slice(0, 1).then(shape.slice(2, shape.rank()).sides());
      moments.add(now.name("x", now.reshape(x, moment)));
      return;
    }
    int part = Math.ceilDiv(count, 8);
    for (int start = 0; start < count; start += part) {
      int stop = Math.min(start + part, count);
      cut(apply(Vocabulary.slice(1, start, stop), List.of(x)), moments);
    }
  }

  /** Zeros, or any number everywhere. */
  default T everywhere(double value, int... sides) {
    return broadcastTo(constant(value), Shape.of(sides));
  }
}
