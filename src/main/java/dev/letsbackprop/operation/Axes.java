package dev.letsbackprop.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The value of an attribute {@code axis}: some axes, negative ones from the end, or all of them.
 */
public record Axes(@Nullable List<Integer> chosen) {
  public static final Axes ALL = new Axes(null);

  public Axes {
    chosen = chosen == null ? null : List.copyOf(chosen);
  }

  static Axes of(int... axes) {
    return new Axes(IntStream.of(axes).boxed().toList());
  }

  /**
   * The axes counted from 0, ascending.
   *
   * @throws Misuse where one is out of range or named twice
   */
  int[] within(int rank) {
    if (chosen == null) {
      return IntStream.range(0, rank).toArray();
    }
    List<Integer> found = new ArrayList<>();
    for (int axis : chosen) {
      int from = axis(axis, rank, "axis");
      if (found.contains(from)) {
        throw Misuse.ofAttribute("axis", "Axis " + axis + " is named twice.");
      }
      found.add(from);
    }
    Collections.sort(found);
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** One axis counted from 0. */
  static int axis(int axis, int rank, String attribute) {
    if (axis < -rank || axis >= rank) {
      String range = rank == 0 ? "a scalar has no axes" : "from " + -rank + " to " + (rank - 1);
      throw Misuse.ofAttribute(
          attribute, "Axis " + axis + " is out of range for rank " + rank + ": " + range + ".");
    }
    return axis < 0 ? axis + rank : axis;
  }

  @Override
  public String toString() {
    return chosen == null ? "all" : chosen.toString();
  }
}
