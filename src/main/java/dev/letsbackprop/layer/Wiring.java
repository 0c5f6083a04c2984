package dev.letsbackprop.layer;

import dev.letsbackprop.operation.Algebra;
import dev.letsbackprop.operation.Vocabulary;
import dev.letsbackprop.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An algebra in which what a layer computes on the way can have names.
 *
 * @param <T> what stands for a tensor
 */
public interface Wiring<T> extends Algebra<T> {
  /** Calls what was just made by that word; returns it. */
  T name(String word, T made);

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

  /** What stands at one place of the second axis, without that axis. */
  default T moment(T x, int place) {
    Shape shape = shape(x);
    T slice = apply(Vocabulary.slice(1, place, place + 1), List.of(x));
    return reshape(slice, shape.slice(0, 1).then(shape.slice(2, shape.rank()).sides()));
  }

  /** Zeros, or any number everywhere. */
  default T everywhere(double value, int... sides) {
    return broadcastTo(constant(value), Shape.of(sides));
  }
}
