package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.LayoutKernel;
import dev.letsbackprop.tensor.PlacementKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** The same elements in other places of the same shape: the gradient is the move backwards. */
public sealed interface Moving extends Operation {

  @Override
  default int arity() {
    return 1;
  }

  /** Some axes for a sample. */
  static Axes axes(RandomGenerator random, int rank) {
    return random.nextInt(3) == 0 ? Axes.ALL : Axes.of(Sample.axis(random, rank));
  }

  @Described(
      summary = "The elements in the opposite order along some axes, or along all.",
      formula = "_i = x_{n - 1 - i}",
      reason = "No element changes, so the upstream gradient is only turned back.",
      derivatives = "_i = \\frac{\\partial L}{\\partial y_{n - 1 - i}}",
      shapeRule = "The shape of the input.",
      example = "[[1, 2, 3], [4, 5, 6]]",
      exampleAttributes = "axis=1")
  record Flip(
      @Attribute(value = "The axes to turn; all where left out.", otherwise = "null") Axes axis)
      implements Moving {
    @Override
    public Shape shape(List<Shape> inputs) {
      axis.within(inputs.get(0).rank());
      return inputs.get(0);
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      return LayoutKernel.flip(x, axis.within(x.rank()));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.apply(this, List.of(cotangent));
    }

    @Override
    public Term latex(List<Term> x) {
      return axis.chosen() == null
          ? Term.function("flip", x.get(0))
          : Term.function("flip", x.get(0), Term.atom(axis.toString()));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 1);
      return Sample.of(new Flip(axes(random, shape.rank())), Sample.operand(shape));
    }
  }

  @Described(
      summary = "The elements moved along, those that fall off the end coming in at the start.",
      formula = "_i = x_{\\left(i - \\text{shift}\\right) \\bmod n}",
      reason = "No element changes, so the upstream gradient is only moved back by as much.",
      derivatives =
          "_i = \\frac{\\partial L}{\\partial y_{\\left(i + \\text{shift}\\right) \\bmod" + " n}}",
      shapeRule = "The shape of the input.",
      conventions = "Without an axis it moves along the elements in row-major order, as in NumPy.",
      example = "[1, 2, 3, 4]",
      exampleAttributes = "shift=1")
  record Roll(
      @Attribute("By how many places; a negative number moves towards the start.") int shift,
      @Attribute(
              value = "The axes to move along; left out, all elements are one row.",
              otherwise = "null")
          Axes axis)
      implements Moving {
    public Roll {
      if (shift == Integer.MIN_VALUE) {
        throw Misuse.ofAttribute("shift", "There is no shift back by " + shift + ".");
      }
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      axis.within(inputs.get(0).rank());
      return inputs.get(0);
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      if (axis.chosen() == null) {
        return roll(x.reshape(Shape.of(x.size())), 0).reshape(x.shape());
      }
      Tensor result = x;
      for (int along : axis.within(x.rank())) {
        result = roll(result, along);
      }
      return result;
    }

    private Tensor roll(Tensor x, int along) {
      int side = x.shape().side(along);
      int first = side == 0 ? 0 : Math.floorMod(-(long) shift, side);
      return PlacementKernel.concatenate(
          x.shape(),
          List.of(
              LayoutKernel.slice(x, along, first, 1, side - first),
              LayoutKernel.slice(x, along, 0, 1, first)),
          along);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.apply(new Roll(-shift, axis), List.of(cotangent));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("roll", x.get(0), Term.number(shift));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 1);
      return Sample.of(
          new Roll(random.nextInt(-5, 6), axes(random, shape.rank())), Sample.operand(shape));
    }
  }
}
