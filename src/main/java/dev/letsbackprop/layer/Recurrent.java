package dev.letsbackprop.layer;

import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Vocabulary;
import dev.letsbackprop.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Layers that go through a sequence step by step and hand a state on; they give the hidden state of
 * every step.
 */
public sealed interface Recurrent<T> extends Layer<T> permits Rnn, Lstm, Gru {

  /** Its weight for the hidden state, whose first side is the number of units. */
  T weightH();

  @Nullable T initialHidden();

  /** Goes one step on: from what it is given to the next hidden state. */
  interface Step<T> {
    T next(Wiring<T> on, T x, T hidden);
  }

  /** The hidden state of every step. */
  default T unroll(Wiring<T> on, T x, Step<T> step) {
    Shape shape = on.shape(x);
    if (shape.side(1) == 0) {
      throw Misuse.ofInputs("The sequence has no steps: its shape is " + shape + ".");
    }
    T hidden = initial(on, "initial_hidden", initialHidden(), x);
    List<T> states = new ArrayList<>();
    for (T moment : on.moments(x)) {
      hidden = step.next(on.step(states.size()), moment, hidden);
      states.add(hidden);
    }
    return on.apply(Vocabulary.stack(1), states);
  }

  /** The state before the first step: the one given, or zeros. */
  default T initial(Wiring<T> on, String word, @Nullable T given, T x) {
    int units = on.shape(weightH()).side(0);
    return given == null ? on.name(word, on.everywhere(0, on.shape(x).side(0), units)) : given;
  }
}
