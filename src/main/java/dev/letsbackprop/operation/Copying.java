package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.LayoutKernel;
import dev.letsbackprop.tensor.ReductionKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One element in many places, and many back to one: each is the gradient of the other. */
public sealed interface Copying extends Operation {

  @Override
  default int arity() {
    return 1;
  }

  @Described(
      summary = "The tensor stretched to a larger shape, as NumPy broadcasts.",
      reason = "One element stands in many places, and the cotangents of all of them add up.",
      shapeRule = "The shape asked for, to which the input must broadcast.",
      aliases = "Expand",
      example = "[1, 2, 3]",
      exampleAttributes = "shape=[2, 3]")
  record BroadcastTo(@Attribute("The shape to stretch to.") List<Integer> shape)
      implements Copying {
    public BroadcastTo {
      shape = ShapeAttribute.sides(shape, 0);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape target = Shape.of(shape);
      if (!inputs.get(0).broadcastsTo(target)) {
        throw Misuse.ofAttribute(
            "shape", "Shape " + inputs.get(0) + " does not broadcast to " + target + ".");
      }
      return target;
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      return LayoutKernel.broadcast(inputs.get(0), Shape.of(shape));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.sumTo(cotangent, on.shape(x.get(0)));
    }

    @Override
    public Term latex(List<Term> x) {
      return ShapeAttribute.latex("broadcast_to", x.get(0), shape);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 0);
      return Sample.of(
          new BroadcastTo(shape.toList()), Sample.operand(Sample.stretchable(random, shape)));
    }
  }

  @Described(
      summary = "The sum over whatever broadcasting would have stretched: broadcast_to backwards.",
      reason =
          "Every summand moves the sum by as much as itself: the cotangent is stretched again.",
      shapeRule = "The shape asked for, which must broadcast to that of the input.",
      aliases = "sum_to_size",
      example = "[[1, 2, 3], [4, 5, 6]]",
      exampleAttributes = "shape=[3]")
  record SumToShape(@Attribute("The shape to sum to.") List<Integer> shape) implements Copying {
    public SumToShape {
      shape = ShapeAttribute.sides(shape, 0);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape target = Shape.of(shape);
      if (!target.broadcastsTo(inputs.get(0))) {
        throw Misuse.ofAttribute(
            "shape",
            "Shape "
                + target
                + " does not broadcast to "
                + inputs.get(0)
                + ", so nothing sums to it.");
      }
      return target;
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      return ReductionKernel.sumTo(inputs.get(0), Shape.of(shape));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.broadcastTo(cotangent, on.shape(x.get(0)));
    }

    @Override
    public Term latex(List<Term> x) {
      return ShapeAttribute.latex("sum_to_shape", x.get(0), shape);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 0);
      return Sample.of(
          new SumToShape(Sample.stretchable(random, shape).toList()), Sample.operand(shape));
    }
  }

  @Described(
      summary = "Each element several times in a row along an axis, as NumPy's repeat.",
      reason = "One element stands in many places, and the cotangents of all its copies add up.",
      shapeRule = "The side of the axis times count; without an axis, all elements in one row.",
      example = "[[1, 2]]",
      exampleAttributes = {"count=3", "axis=0"})
  record Repeat(
      @Attribute("How many times each element stands in the result.") int count,
      @Attribute(
              value = "The axis; left out, the elements are put in one row first.",
              otherwise = "null")
          @Nullable Integer axis)
      implements Copying {
    public Repeat {
      if (count < 0) {
        throw Misuse.ofAttribute("count", "A count cannot be " + count + ".");
      }
    }

    /** The input's shape, in one row where no axis was given. */
    private Shape rows(Shape shape) {
      if (axis != null) {
        return shape;
      }
      if (shape.size() > Integer.MAX_VALUE) {
        throw Misuse.ofInputs("Shape " + shape + " is too large to be put in one row.");
      }
      return Shape.of((int) shape.size());
    }

    private int along(Shape rows) {
      return axis == null ? 0 : Axes.axis(axis, rows.rank(), "axis");
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape rows = rows(inputs.get(0));
      int at = along(rows);
      long side = (long) rows.side(at) * count;
      if (side > Integer.MAX_VALUE) {
        throw Misuse.ofAttribute(
            "count", rows.side(at) + " elements repeated " + count + " times are too many.");
      }
      return rows.with(at, (int) side);
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      Shape rows = rows(x.shape());
      return LayoutKernel.repeat(x.reshape(rows), count, along(rows));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape from = on.shape(x.get(0));
      Shape rows = rows(from);
      int at = along(rows);
      int[] inner = rows.slice(at + 1, rows.rank()).sides();
      Shape copies = rows.slice(0, at + 1).then(count).then(inner);
      Shape summed = copies.with(at + 1, 1);
      return on.reshape(on.sumTo(on.reshape(cotangent, copies), summed), from);
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("repeat", x.get(0), Term.number(count));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 1);
      Integer along = random.nextInt(3) == 0 ? null : Sample.axis(random, shape.rank());
      return Sample.of(new Repeat(random.nextInt(1, 4), along), Sample.operand(shape));
    }
  }
}
