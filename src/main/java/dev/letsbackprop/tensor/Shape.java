package dev.letsbackprop.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sides of a tensor, outermost first; a scalar has none. */
public final class Shape {
  public static final Shape SCALAR = new Shape(new int[0]);

  private final int[] sides;

  private Shape(int[] sides) {
    this.sides = sides;
  }

  /** A shape of these sides, none of them negative. */
  public static Shape of(int... sides) {
    for (int side : sides) {
      if (side < 0) {
        throw new IllegalArgumentException("a side of a shape is negative: " + side);
      }
    }
    return sides.length == 0 ? SCALAR : new Shape(sides.clone());
  }

  public static Shape of(List<Integer> sides) {
    return of(sides.stream().mapToInt(Integer::intValue).toArray());
  }

  public int rank() {
    return sides.length;
  }

  public int side(int axis) {
    return sides[axis];
  }

  public int[] sides() {
    return sides.clone();
  }

  public List<Integer> toList() {
    return Arrays.stream(sides).boxed().toList();
  }

  /** The number of elements, or {@link Long#MAX_VALUE} where it does not fit a long. */
  public long size() {
    long size = 1;
    boolean huge = false;
    for (int side : sides) {
      if (side == 0) {
        return 0;
      }
      huge |= size > Long.MAX_VALUE / side;
      size *= side;
    }
    return huge ? Long.MAX_VALUE : size;
  }

  /**
   * The number of elements if every side of 0 were 1, or {@link Long#MAX_VALUE}: what bounds the
   * work that a shape makes, where its size may be 0 beside sides of any length.
   */
  public long extent() {
    long extent = 1;
    for (int side : sides) {
      extent = times(extent, Math.max(side, 1));
    }
    return extent;
  }

  /** A product of numbers that are not negative, or {@link Long#MAX_VALUE} where it is larger. */
  public static long times(long a, long b) {
    return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
  }

  /** A sum of numbers that are not negative, or {@link Long#MAX_VALUE} where it is larger. */
  public static long plus(long a, long b) {
    return b > Long.MAX_VALUE - a ? Long.MAX_VALUE : a + b;
  }

  /** The same sides with {@code axis} set to {@code side}. */
  public Shape with(int axis, int side) {
    int[] copy = sides.clone();
    copy[axis] = side;
    return of(copy);
  }

  /** The sides from {@code from} (inclusive) to {@code to} (exclusive). */
  public Shape slice(int from, int to) {
    return of(Arrays.copyOfRange(sides, from, to));
  }

  /** These sides followed by others. */
  public Shape then(int... more) {
    int[] joined = Arrays.copyOf(sides, sides.length + more.length);
    System.arraycopy(more, 0, joined, sides.length, more.length);
    return of(joined);
  }

  /** A batch of one: these sides behind a side of 1. */
  public Shape asRow() {
    return of(1).then(sides);
  }

  /**
   * What NumPy's broadcasting makes of two shapes: aligned at the right, sides must be equal or 1.
   *
   * @return null where the shapes do not fit
   */
  public static @Nullable Shape broadcast(Shape a, Shape b) {
    if (a.equals(b)) {
      return a;
    }
    int rank = Math.max(a.rank(), b.rank());
    int[] sides = new int[rank];
    for (int axis = 1; axis <= rank; axis++) {
      int left = axis > a.rank() ? 1 : a.sides[a.rank() - axis];
      int right = axis > b.rank() ? 1 : b.sides[b.rank() - axis];
      if (left != right && left != 1 && right != 1) {
        return null;
      }
      sides[rank - axis] = left == 1 ? right : left;
    }
    return of(sides);
  }

  public boolean broadcastsTo(Shape target) {
    return target.equals(broadcast(this, target));
  }

  /** Row-major strides in elements. */
  int[] strides() {
    int[] strides = new int[sides.length];
    int stride = 1;
    for (int axis = sides.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= sides[axis];
    }
    return strides;
  }

  /** The strides that read this shape as if it were stretched to {@code target}. */
  int[] stridesWithin(Shape target) {
    int[] own = strides();
    int[] strides = new int[target.rank()];
    int shift = target.rank() - rank();
    for (int axis = 0; axis < rank(); axis++) {
      strides[axis + shift] = sides[axis] == 1 ? 0 : own[axis];
    }
    return strides;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Shape shape && Arrays.equals(sides, shape.sides));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sides);
  }

  /** As NumPy's users write it: {@code [2, 3]}. */
  @Override
  public String toString() {
    return Arrays.stream(sides)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
