package dev.letsbackprop.tensor;

/**
 * Walks the rows (the innermost axis) of a shape in row-major order, keeping the offset of each
 * strided operand, so that a kernel is left with one plain loop over a row.
 */
final class Rows {
  private final Shape shape;
  private final int[][] strides;
  private final int[] offsets;
  private final int[] index;
  private boolean started;

  Rows(Shape shape, int[]... strides) {
    this.shape = shape;
    this.strides = strides;
    this.offsets = new int[strides.length];
    this.index = new int[shape.rank()];
  }

  /** Steps to the next row; false after the last one. */
  boolean next() {
    if (!started) {
      started = true;
      return shape.size() > 0;
    }
    for (int axis = shape.rank() - 2; axis >= 0; axis--) {
      index[axis]++;
      if (index[axis] < shape.side(axis)) {
        move(axis, 1);
        return true;
      }
      move(axis, 1 - shape.side(axis));
      index[axis] = 0;
    }
    return false;
  }

  private void move(int axis, int steps) {
    for (int operand = 0; operand < strides.length; operand++) {
      offsets[operand] += steps * strides[operand][axis];
    }
  }

  int offset(int operand) {
    return offsets[operand];
  }

  /** The operand's stride within a row. */
  int stride(int operand) {
    return shape.rank() == 0 ? 0 : strides[operand][shape.rank() - 1];
  }

  int length() {
    return shape.rank() == 0 ? 1 : shape.side(shape.rank() - 1);
  }
}
