package dev.letsbackprop.tensor;

/** A shape seen from one axis: so many lanes outside of it, its length, so many inside. */
final class Lanes {
  final int outer;
  final int length;
  final int inner;

  Lanes(Shape shape, int axis) {
    outer = Math.toIntExact(shape.slice(0, axis).size());
    length = shape.side(axis);
    inner = Math.toIntExact(shape.slice(axis + 1, shape.rank()).size());
  }

  /** The place of a lane's first element. */
  int start(int outside, int inside) {
    return outside * length * inner + inside;
  }
}
