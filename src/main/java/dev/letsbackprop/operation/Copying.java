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
      formula = "\\operatorname{broadcast\\_to}\\left(x, \\text{shape}\\right)",
      reason =
          "One element stands in many places, and the upstream gradients of all of them"
              + " add up.",
      derivatives =
          "\\operatorname{sum\\_to\\_shape}\\left(\\frac{\\partial L}{\\partial y},"
              + " \\operatorname{shape}\\left(x\\right)\\right)",
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
    public <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
      T number = on.shape(x.get(0)).rank() == 0 ? null : on.uniform(x.get(0));
      return number == null ? null : on.broadcastTo(number, Shape.of(shape));
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
      formula = "\\operatorname{sum\\_to\\_shape}\\left(x, \\text{shape}\\right)",
      reason =
          "Every summand moves the sum by as much as itself: the upstream gradient is"
              + " stretched again.",
      derivatives =
          "\\operatorname{broadcast\\_to}\\left(\\frac{\\partial L}{\\partial y},"
              + " \\operatorname{shape}\\left(x\\right)\\right)",
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
}
