package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Where an operation with one axis works: along that axis or, where it was left out, along all
 * elements put in one row.
 *
 * @param shape the shape that it works in
 * @param axis the axis in it, counted from 0
 */
record Along(Shape shape, int axis) {

  static Along of(@Nullable Integer axis, Shape shape) {
    if (axis != null) {
      return new Along(shape, Axes.axis(axis, shape.rank(), "axis"));
    }
    if (shape.size() > Integer.MAX_VALUE) {
      throw Misuse.ofInputs("Shape " + shape + " is too large to be put in one row.");
    }
    return new Along(Shape.of((int) shape.size()), 0);
  }

  /** The number of elements along the axis. */
  int side() {
    return shape.side(axis);
  }

  /**
   * The same shape with another number of elements along the axis.
   *
   * @param attribute the one that asks for so many
   * @throws Misuse where an axis cannot have so many
   */
  Shape with(long side, String attribute) {
    if (side > Integer.MAX_VALUE) {
      throw Misuse.ofAttribute(attribute, "A side of " + side + " elements is too long.");
    }
    return shape.with(axis, (int) side);
  }
}
