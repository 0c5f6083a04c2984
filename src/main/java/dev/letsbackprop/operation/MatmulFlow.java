package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What flows back through a matrix product of operands that are matrices or batches of matrices.
 *
 * <p>One matrix that met a whole batch gets its sum over the batch from a single product whose
 * inner side is batch and rows together: a product for each and a sum afterwards would make a
 * tensor that is larger than all others by a whole side.
 */
final class MatmulFlow<T> {
  private final Algebra<T> on;
  private final T a;
  private final boolean transposeA;
  private final T b;
  private final boolean transposeB;
  private final T cotangent;

  MatmulFlow(Algebra<T> on, T a, boolean transposeA, T b, boolean transposeB, T cotangent) {
    this.on = on;
    this.a = a;
    this.transposeA = transposeA;
    this.b = b;
    this.transposeB = transposeB;
    this.cotangent = cotangent;
  }

  /** The flow towards the first operand or the second. */
  T to(int place) {
    Shape operand = on.shape(place == 0 ? a : b);
    Shape whole = on.shape(cotangent);
    boolean single = operand.slice(0, operand.rank() - 2).size() == 1;
    if (single && whole.slice(0, whole.rank() - 2).size() != 1) {
      return on.reshape(place == 0 ? foldedToFirst() : foldedToSecond(), operand);
    }
    if (place == 0) {
      return transposeA
          ? on.matmul(b, transposeB, cotangent, true)
          : on.matmul(cotangent, false, b, !transposeB);
    }
    return transposeB
        ? on.matmul(cotangent, true, a, transposeA)
        : on.matmul(a, !transposeA, cotangent, false);
  }

  /** da = dy bᵀ, summed over batch and columns at once. */
  private T foldedToFirst() {
    T c = rowsApart(cotangent);
    T other = transposeB ? rowsTogether(b) : rowsApart(b);
    return transposeA
        ? on.matmul(other, transposeB, c, true)
        : on.matmul(c, false, other, !transposeB);
  }

  /** db = aᵀ dy, summed over batch and rows at once. */
  private T foldedToSecond() {
    T c = rowsTogether(cotangent);
    T other = transposeA ? rowsApart(a) : rowsTogether(a);
    return transposeB
        ? on.matmul(c, true, other, transposeA)
        : on.matmul(other, !transposeA, c, false);
  }

  /** [batch…, p, q] as [batch · p, q]; nothing moves. */
  private T rowsTogether(T x) {
    Shape shape = on.shape(x);
    int last = shape.side(shape.rank() - 1);
    return on.reshape(x, Shape.of(count(shape.slice(0, shape.rank() - 1)), last));
  }

  /** [batch…, p, q] as [p, batch · q]. */
  private T rowsApart(T x) {
    Shape shape = on.shape(x);
    int rows = shape.rank() - 2;
    T moved = x;
    if (shape.slice(0, rows).size() != 1) {
      IntStream batch = IntStream.range(0, rows);
      IntStream order = IntStream.concat(IntStream.of(rows), batch);
      moved =
          on.apply(
              new Structural.Transpose(
                  IntStream.concat(order, IntStream.of(rows + 1)).boxed().toList()),
              List.of(x));
    }
    int columns = count(shape.slice(0, rows).then(shape.side(rows + 1)));
    return on.reshape(moved, Shape.of(shape.side(rows), columns));
  }

  private static int count(Shape shape) {
    return Math.toIntExact(shape.size());
  }
}
