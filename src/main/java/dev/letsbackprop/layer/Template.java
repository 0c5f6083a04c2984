package dev.letsbackprop.layer;

import dev.letsbackprop.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A shape in letters, such as {@code D, 4H}; dots in one place stand for any number of sides.
 *
 * @param sides those that have letters, outermost first
 * @param leading how many of them stand before the dots
 * @param open whether there are dots
 */
public record Template(List<Side> sides, int leading, boolean open) {
  /** Any shape. */
  static final Template ANY = new Template(List.of(), 0, true);

  static Template of(String text) {
    List<Side> sides = new ArrayList<>();
    int leading = -1;
    for (String side : text.split(", ", -1)) {
      if (side.equals("...")) {
        leading = sides.size();
      } else {
        sides.add(Side.of(side));
      }
    }
    boolean open = leading >= 0;
    return new Template(List.copyOf(sides), open ? leading : sides.size(), open);
  }

  /** The least number of axes. */
  public int rank() {
    return sides.size();
  }

  /** Whether a shape has as many axes as this takes. */
  public boolean takes(Shape shape) {
    return open ? shape.rank() >= rank() : shape.rank() == rank();
  }

  /** The axis of a shape at which the side at that place of {@link #sides} stands. */
  int axis(int place, Shape shape) {
    return place < leading ? place : place + shape.rank() - rank();
  }

  /** Such as {@code [N, ..., D]}. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>(sides.stream().map(Side::toString).toList());
    if (open) {
      words.add(leading, "...");
    }
    return words.toString();
  }

  /** The same with what the letters count: {@code [D, 4H] (features, units)}. */
  String explained() {
    String letters =
        sides.stream()
            .map(side -> side.letter().words())
            .distinct()
            .collect(Collectors.joining(", "));
    return letters.isEmpty() ? toString() : this + " (" + letters + ")";
  }
}
