package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.LayoutKernel;
import dev.letsbackprop.tensor.PlacementKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A diagonal read, and put back among zeros: each is the gradient of the other. */
public sealed interface Diagonals extends Operation {
  int offset();

  int axis1();

  int axis2();

  @Override
  default int arity() {
    return 1;
  }

  /** The axis of the rows, counted from 0. */
  default int first(int rank) {
    return Axes.axis(axis1(), rank, "axis1");
  }

  /** The axis of the columns, counted from 0. */
  default int second(int rank) {
    int second = Axes.axis(axis2(), rank, "axis2");
    if (second == first(rank)) {
      throw Misuse.ofAttribute("axis2", "A diagonal needs two axes, and both are " + second + ".");
    }
    return second;
  }

  /** How many elements the diagonal of such a matrix has. */
  default int length(int rows, int columns) {
    long below = rows + (long) Math.min(offset(), 0);
    long right = columns - (long) Math.max(offset(), 0);
    return (int) Math.max(0, Math.min(below, right));
  }

  /** How it is written, with its offset where it has one. */
  default Term written(String name, Term x) {
    return offset() == 0 ? Term.function(name, x) : Term.function(name, x, Term.number(offset()));
  }

  @Described(
      summary = "The diagonal of two axes, as the last axis.",
      formula = "_i = x_{ii}",
      reason =
          "Only the diagonal moves the result: the upstream gradient goes back there,"
              + " among zeros.",
      shapeRule = "The other sides, then the length of the diagonal.",
      conventions = "Where they are left out the two axes are the first two, as in NumPy.",
      example = "[[1, 2, 3], [4, 5, 6]]")
  record Diagonal(
      @Attribute(
              value = "Which diagonal: 0 the main one, positive above it, negative below.",
              otherwise = "0")
          int offset,
      @Attribute(value = "The axis of the rows.", otherwise = "0") int axis1,
      @Attribute(value = "The axis of the columns.", otherwise = "1") int axis2)
      implements Diagonals {
    @Override
    public Shape shape(List<Shape> inputs) {
      Shape from = inputs.get(0);
      int first = first(from.rank());
      int second = second(from.rank());
      Shape result = Shape.SCALAR;
      for (int axis = 0; axis < from.rank(); axis++) {
        result = axis == first || axis == second ? result : result.then(from.side(axis));
      }
      return result.then(length(from.side(first), from.side(second)));
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      Shape target = shape(List.of(x.shape()));
      return LayoutKernel.diagonal(x, target, offset, first(x.rank()), second(x.rank()));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape from = on.shape(x.get(0));
      int rows = from.side(first(from.rank()));
      int columns = from.side(second(from.rank()));
      Operation back = new DiagEmbed(rows, columns, offset, axis1, axis2);
      return on.apply(back, List.of(cotangent));
    }

    @Override
    public Term latex(List<Term> x) {
      return written("diagonal", x.get(0));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 2);
      int row = Sample.axis(random, shape.rank());
      int next = Math.floorMod(row, shape.rank()) + random.nextInt(1, shape.rank());
      int column = next % shape.rank();
      return Sample.of(new Diagonal(random.nextInt(-2, 3), row, column), Sample.operand(shape));
    }
  }

  @Described(
      summary = "Matrices of zeros with the last axis laid out on a diagonal: diagonal backwards.",
      formula = "_{ij} = x_i \\cdot \\left[i = j\\right]",
      reason =
          "Each element stands in one place, so it gets the diagonal of the upstream"
              + " gradient.",
      shapeRule = "The sides but the last, with rows and columns at their axes.",
      conventions = {
        "Rows and columns that are left out make the square that the diagonal needs.",
        "Where they are left out the two axes are the first two, as in diagonal."
      },
      example = "[1, 2]")
  record DiagEmbed(
      @Attribute(value = "The number of rows.", otherwise = "null") @Nullable Integer rows,
      @Attribute(value = "The number of columns.", otherwise = "null") @Nullable Integer columns,
      @Attribute(
              value = "Which diagonal: 0 the main one, positive above it, negative below.",
              otherwise = "0")
          int offset,
      @Attribute(value = "The axis of the rows in the result.", otherwise = "0") int axis1,
      @Attribute(value = "The axis of the columns in the result.", otherwise = "1") int axis2)
      implements Diagonals {
    @Override
    public Shape shape(List<Shape> inputs) {
      Shape from = inputs.get(0);
      if (from.rank() == 0) {
        throw Misuse.ofInputs("A scalar has no axis to lay out on a diagonal.");
      }
      int last = from.rank() - 1;
      int first = first(from.rank() + 1);
      int second = second(from.rank() + 1);
      Shape result = from.slice(0, last).then(1, 1);
      int to = 0;
      for (int axis = 0; axis <= from.rank(); axis++) {
        if (axis != first && axis != second) {
          result = result.with(axis, from.side(to++));
        }
      }
      int length = from.side(last);
      int down = side(rows, length, "rows");
      int across = side(columns, length, "columns");
      if (length(down, across) != length) {
        throw Misuse.ofInputs(
            "The diagonal of "
                + down
                + " rows and "
                + across
                + " columns has "
                + length(down, across)
                + " elements, not "
                + length
                + ".");
      }
      return result.with(first, down).with(second, across);
    }

    private int side(@Nullable Integer given, int length, String attribute) {
      long side = given == null ? length + Math.abs((long) offset) : given;
      if (side < 0 || side > Integer.MAX_VALUE) {
        throw Misuse.ofAttribute(attribute, "There cannot be " + side + " " + attribute + ".");
      }
      return (int) side;
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      Shape target = shape(List.of(x.shape()));
      return PlacementKernel.embedDiagonal(
          x, target, offset, first(target.rank()), second(target.rank()));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.apply(new Diagonal(offset, axis1, axis2), List.of(cotangent));
    }

    @Override
    public Term latex(List<Term> x) {
      return written("diag_embed", x.get(0));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 1);
      int row = Sample.axis(random, shape.rank() + 1);
      int next = Math.floorMod(row, shape.rank() + 1) + random.nextInt(1, shape.rank() + 1);
      int column = next % (shape.rank() + 1);
      return Sample.of(
          new DiagEmbed(null, null, random.nextInt(-2, 3), row, column), Sample.operand(shape));
    }
  }
}
