package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An algebra that writes down what is computed, and simplifies first: without that, the gradient of
 * 60 operations is 200 nodes.
 */
public abstract class Symbolic<T> implements Algebra<T> {

  /** Writes an application that has no shorter form. */
  protected abstract T write(Operation operation, List<T> inputs);

  /** Its value, where it is an unnamed constant. */
  protected abstract @Nullable Tensor known(T x);

  @Override
  public final T apply(Operation operation, List<T> inputs) {
    Tensor folded = fold(operation, inputs);
    if (folded != null) {
      return constant(folded);
    }
    T spread = spread(operation, inputs);
    if (spread != null) {
      return spread;
    }
    T simpler = operation.simplify(this, inputs);
    return simpler == null ? write(operation, inputs) : simpler;
  }

  /**
   * The one number that all its elements are, as it stands unstretched; null where there is none,
   * or where that is not to be looked for.
   */
  protected @Nullable T uniform(T x) {
    return null;
  }

  /** What acts on each element of numbers that were stretched acts on the numbers. */
  private @Nullable T spread(Operation operation, List<T> inputs) {
    if (!operation.elementwise()) {
      return null;
    }
    List<T> numbers = new ArrayList<>(inputs.size());
    for (T input : inputs) {
      T number = uniform(input);
      if (number == null) {
        return null;
      }
      numbers.add(number);
    }
    Tensor folded = fold(operation, numbers);
    return folded == null
        ? null
        : broadcastTo(constant(folded), operation.shape(inputs.stream().map(this::shape).toList()));
  }

  private @Nullable Tensor fold(Operation operation, List<T> inputs) {
    List<Tensor> values = new ArrayList<>(inputs.size());
    for (T input : inputs) {
      Tensor value = known(input);
      if (value == null || value.rank() > 0) {
        return null;
      }
      values.add(value);
    }
    return operation.shape(values.stream().map(Tensor::shape).toList()).rank() > 0
        ? null
        : operation.evaluate(values);
  }

  /** Whether x is an unnamed constant, all of exactly this value (0 and -0 apart). */
  final boolean is(T x, double value) {
    T number = uniform(x);
    Tensor known = known(number == null ? x : number);
    return known != null && known.rank() == 0 && Double.compare(known.item(), value) == 0;
  }

  /**
   * x, where its shape is that of the whole expression; null where it would have to be stretched.
   */
  final @Nullable T ifWhole(T x, T other) {
    return shape(other).rank() == 0 || shape(x).equals(shape(other)) ? x : null;
  }
}
