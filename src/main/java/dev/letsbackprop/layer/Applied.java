package dev.letsbackprop.layer;

import dev.letsbackprop.operation.Operation;
import java.util.List;

/** Layers that are an operation as it stands. */
public sealed interface Applied<T> extends Layer<T> {

  /** An operation of one input: an activation, a pooling, anything of the catalogue. */
  record Mapping<T>(Operation operation) implements Applied<T> {
    @Override
    public T wire(Wiring<T> on, T x) {
      return on.apply(operation, List.of(x));
    }
  }

  /** A loss, which compares what goes in with a target. */
  record Judgement<T>(Operation operation, T target) implements Applied<T> {
    @Override
    public T wire(Wiring<T> on, T x) {
      return on.apply(operation, List.of(x, target));
    }
  }
}
