package dev.letsbackprop.json;

import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads a tensor from nested arrays in one pass, straight into an array of numbers.
 *
 * <p>At each depth the first array to close sets the side, and the first entry decides between
 * numbers and rows; whatever differs later is ragged, which is told once.
 */
final class NestedTensor {
  private static final byte UNKNOWN = 0;
  private static final byte NUMBERS = 1;
  private static final byte ROWS = 2;

  private final Tokens tokens;
  private final Elements elements;
  private final int[] sides;
  private final int[] counts;
  private final byte[] forms;
  private int depth;
  private int deepest;
  private boolean ragged;

  NestedTensor(Tokens tokens) {
    this.tokens = tokens;
    this.elements = new Elements(tokens.limits().count(Limit.TENSOR_ELEMENTS));
    int rank = tokens.limits().count(Limit.TENSOR_RANK);
    this.sides = new int[rank + 1];
    this.counts = new int[rank + 1];
    this.forms = new byte[rank + 1];
    Arrays.fill(sides, -1);
  }

  /** The tensor whose opening bracket is the current token, or null where it has faults. */
  @Nullable Tensor read() {
    int before = tokens.faults().count();
    readRows();
    TensorReader.checkRank(tokens, deepest);
    TensorReader.checkCount(tokens, elements.count());
    if (tokens.faults().count() != before) {
      return null;
    }
    // Depth 0 is the outside of the tensor, whose one "row" is the tensor itself.
    Shape shape = Shape.of(Arrays.copyOfRange(sides, 1, deepest + 1));
    return Tensor.adopt(shape, elements.toArray());
  }

  private void readRows() {
    JsonToken token = tokens.current();
    do {
      if (token == JsonToken.START_ARRAY) {
        open();
      } else if (token == JsonToken.END_ARRAY) {
        close();
      } else {
        enter(NUMBERS);
        elements.add(Float64.element(tokens, "a number"));
      }
      if (depth == 0) {
        return;
      }
      token = tokens.advance();
    } while (true);
  }

  private void open() {
    enter(ROWS);
    if (depth == tokens.limits().count(Limit.TENSOR_RANK)) {
      deepest = Math.max(deepest, depth + tokens.skip());
      return;
    }
    depth++;
    deepest = Math.max(deepest, depth);
    counts[depth] = 0;
  }

  private void enter(byte form) {
    int place = counts[depth]++;
    if (forms[depth] == form) {
      return;
    }
    if (forms[depth] == UNKNOWN) {
      forms[depth] = form;
      return;
    }
    tellRagged(
        form == ROWS
            ? "Entry " + place + " is an array where the entries before it are numbers"
            : "Entry " + place + " is a number where the entries before it are arrays");
  }

  private void close() {
    int count = counts[depth];
    int side = sides[depth];
    if (side < 0) {
      sides[depth] = count;
    }
    int row = counts[depth - 1] - 1;
    depth--;
    if (side >= 0 && side != count) {
      String others = row == 0 ? "the rows before it have " : "row 0 has ";
      tellRagged("Row " + row + " has " + Words.entries(count) + ", " + others + side);
    }
  }

  private void tellRagged(String what) {
    if (!ragged) {
      tokens.fault(Kind.INVALID_GRAPH, () -> what + ": a tensor is rectangular.");
    }
    ragged = true;
  }
}
