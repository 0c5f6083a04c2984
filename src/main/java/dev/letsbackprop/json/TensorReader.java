package dev.letsbackprop.json;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Reads a tensor in whichever of its spellings comes: a number, nested arrays, or packed. */
final class TensorReader {
  private final JsonReader reader;
  private final Tokens tokens;

  TensorReader(JsonReader reader, Tokens tokens) {
    this.reader = reader;
    this.tokens = tokens;
  }

  /** The tensor, or null where reading it found faults. */
  @Nullable Tensor read(String expected, @Nullable Generated generated) {
    return switch (tokens.current()) {
      case START_ARRAY -> new NestedTensor(tokens).read();
      case START_OBJECT -> new PackedTensor(reader, tokens).read(generated);
      default -> scalar(expected);
    };
  }

  private @Nullable Tensor scalar(String expected) {
    int before = tokens.faults().count();
    double value = Float64.element(tokens, expected);
    return tokens.faults().count() == before ? Tensor.scalar(value) : null;
  }

  /** Adds a fault to the tensor just read where it has too many elements. */
  static void checkCount(Tokens tokens, long count) {
    int most = tokens.limits().count(Limit.TENSOR_ELEMENTS);
    if (count > most) {
      tokens.exceeded(
          Limit.TENSOR_ELEMENTS,
          () ->
              "A tensor may have "
                  + most
                  + " elements "
                  + Limit.TENSOR_ELEMENTS.mention()
                  + "; this one has "
                  + (count == Long.MAX_VALUE ? "more than 9e18." : count + "."));
    }
  }

  static void checkRank(Tokens tokens, int rank) {
    int most = tokens.limits().count(Limit.TENSOR_RANK);
    if (rank > most) {
      tokens.exceeded(
          Limit.TENSOR_RANK,
          () ->
              "A tensor may have %d axes %s; this one has %d."
                  .formatted(most, Limit.TENSOR_RANK.mention(), rank));
    }
  }
}
