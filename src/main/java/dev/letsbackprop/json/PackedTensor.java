package dev.letsbackprop.json;

import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads a tensor from a shape and its elements, row-major, as numbers or as base64. */
final class PackedTensor {
  private static final String EXPECTED = "a tensor with 'shape' and 'data' or 'base64'";

  private final JsonReader reader;
  private final Tokens tokens;
  private boolean hasShape;
  private boolean hasData;
  private boolean hasBase64;
  private @Nullable Shape shape;
  private double @Nullable [] elements;

  PackedTensor(JsonReader reader, Tokens tokens) {
    this.reader = reader;
    this.tokens = tokens;
  }

  /**
   * The tensor whose opening brace is the current token, or null where it has faults.
   *
   * @param generated what is told of a generated one, for which this is null as well; null where
   *     none may stand here
   */
  @Nullable Tensor read(@Nullable Generated generated) {
    int before = tokens.faults().count();
    Properties properties =
        Properties.of("shape", this::readShape)
            .and("data", this::readData)
            .and("base64", this::readBase64);
    if (generated != null) {
      generated.addTo(properties);
    }
    reader.object(EXPECTED, properties);
    if (!hasShape) {
      tokens.fault(Kind.INVALID_REQUEST, () -> "A packed tensor needs 'shape'.");
    }
    if (generated != null && generated.isGiven()) {
      if (hasData || hasBase64) {
        tokens.fault(
            Kind.INVALID_REQUEST, () -> "What is generated has no 'data' and no 'base64'.");
      }
      generated.of(tokens.faults().count() == before ? shape : null);
      return null;
    }
    if (hasData == hasBase64) {
      String which = hasData ? ", not both." : ".";
      tokens.fault(Kind.INVALID_REQUEST, () -> "A packed tensor needs 'data' or 'base64'" + which);
    }
    if (tokens.faults().count() != before || shape == null || elements == null) {
      return null;
    }
    return combine(shape, elements);
  }

  private @Nullable Tensor combine(Shape shape, double[] elements) {
    if (shape.size() != elements.length) {
      tokens.fault(
          Kind.INVALID_GRAPH,
          () ->
              "The shape "
                  + shape
                  + " takes "
                  + numbers(shape.size())
                  + ", and here "
                  + (elements.length == 1 ? "is " : "are ")
                  + numbers(elements.length)
                  + ".");
      return null;
    }
    return Tensor.adopt(shape, elements);
  }

  private static String numbers(long count) {
    return count == 1 ? "1 number" : count + " numbers";
  }

  private void readShape() {
    hasShape = true;
    int before = tokens.faults().count();
    int[] sides = new int[tokens.limits().count(Limit.TENSOR_RANK)];
    int[] rank = {0};
    boolean array =
        reader.elements(
            "a list of sides",
            place -> {
              int side = readSide();
              if (place < sides.length) {
                sides[place] = side;
              }
              rank[0] = place + 1;
            });
    TensorReader.checkRank(tokens, rank[0]);
    if (array && tokens.faults().count() == before) {
      Shape read = Shape.of(Arrays.copyOf(sides, rank[0]));
      // Sides beside a side of 0 hold nothing, but whoever walks them has to pass them all.
      TensorReader.checkCount(tokens, read.extent());
      shape = read;
    }
  }

  /** A side may be written 2 or 2.0: JSON does not tell them apart. */
  private int readSide() {
    String expected = "a side, which is an integer from 0";
    Double side = reader.number(expected);
    if (side == null) {
      return 0;
    }
    if (side < 0 || side != Math.rint(side)) {
      tokens.mistyped(expected);
      return 0;
    }
    if (side > Integer.MAX_VALUE) {
      String text = Words.shorten(tokens.text());
      tokens.fault(
          Kind.LIMIT_EXCEEDED,
          () -> "A side may be " + Integer.MAX_VALUE + "; this one is " + text + ".");
      return 0;
    }
    return (int) (double) side;
  }

  private void readData() {
    hasData = true;
    int before = tokens.faults().count();
    if (tokens.current() != JsonToken.START_ARRAY) {
      reader.elements("a list of numbers", place -> {});
      return;
    }
    Elements read = new Elements(tokens.limits().count(Limit.TENSOR_ELEMENTS));
    while (tokens.advance() != JsonToken.END_ARRAY) {
      read.add(Float64.element(tokens, "a number"));
    }
    TensorReader.checkCount(tokens, read.count());
    if (tokens.faults().count() == before) {
      elements = read.toArray();
    }
  }

  private void readBase64() {
    hasBase64 = true;
    elements = new Base64Elements(tokens).read();
  }
}
