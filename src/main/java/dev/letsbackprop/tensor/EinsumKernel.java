package dev.letsbackprop.tensor;

import java.util.List;

/** Sums of products of any number of tensors over named axes. */
public final class EinsumKernel {
  private EinsumKernel() {}

  /**
   * The product of all operands, summed over what the result lacks.
   *
   * @param loop the sides of all indices: those of the result, then those that are summed
   * @param rank how many indices the result has
   * @param axes for each axis of each operand, its index; an index that stands twice is a diagonal
   */
  public static Tensor contract(Shape loop, int rank, List<Tensor> operands, int[][] axes) {
    Shape shape = loop.slice(0, rank);
    int count = operands.size();
    double[][] from = new double[count][];
    int[][] strides = new int[count + 1][loop.rank()];
    for (int operand = 0; operand < count; operand++) {
      from[operand] = operands.get(operand).elements();
      int[] own = operands.get(operand).shape().strides();
      for (int axis = 0; axis < own.length; axis++) {
        strides[operand][axes[operand][axis]] += own[axis];
      }
    }
    System.arraycopy(shape.strides(), 0, strides[count], 0, rank);
    double[] result = Tensor.allocate(shape);
    Rows rows = new Rows(loop, strides);
    while (rows.next()) {
      Cancellation.check();
      int to = rows.offset(count);
      for (int step = 0; step < rows.length(); step++) {
        double product = 1;
        for (int operand = 0; operand < count; operand++) {
          product *= from[operand][rows.offset(operand) + step * rows.stride(operand)];
        }
        result[to + step * rows.stride(count)] += product;
      }
    }
    return Tensor.adopt(shape, result);
  }
}
