package dev.letsbackprop.operation;

import java.util.List;

/** What operations with an attribute {@code shape} have in common. */
final class ShapeAttribute {
  private ShapeAttribute() {}

  /**
   * The sides, checked.
   *
   * @throws Misuse where one is below {@code least}
   */
  static List<Integer> sides(List<Integer> shape, int least) {
    for (int side : shape) {
      if (side < least) {
        throw Misuse.ofAttribute("shape", "A side of a shape cannot be " + side + ".");
      }
    }
    return List.copyOf(shape);
  }

  static Term latex(String name, Term x, List<Integer> shape) {
    return Term.function(name, x, Term.atom(shape.toString()));
  }
}
