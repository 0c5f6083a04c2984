package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Sides of 1 put in and taken out: no element moves. */
public sealed interface Squeezing extends Operation {

  @Override
  default int arity() {
    return 1;
  }

  @Override
  default Tensor evaluate(List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    return x.reshape(shape(List.of(x.shape())));
  }

  @Override
  default <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    return on.reshape(cotangent, on.shape(x.get(0)));
  }

  @Described(
      summary = "The same elements with new sides of 1.",
      formula = "\\operatorname{expand\\_dims}\\left(x, \\text{axis}\\right)",
      reason =
          "No element changes, so the upstream gradient only goes back into the old" + " shape.",
      derivatives =
          "\\operatorname{reshape}\\left(\\frac{\\partial L}{\\partial y},"
              + " \\operatorname{shape}\\left(x\\right)\\right)",
      shapeRule = "The sides of the input, with a 1 at each of the axes, counted in the result.",
      aliases = {"unsqueeze", "Unsqueeze"},
      example = "[1, 2, 3]",
      exampleAttributes = "axis=0")
  record ExpandDims(@Attribute("Where in the result the new sides of 1 stand.") Axes axis)
      implements Squeezing {
    @Override
    public Shape shape(List<Shape> inputs) {
      List<Integer> sides = new ArrayList<>(inputs.get(0).toList());
      int added = axis.chosen() == null ? 0 : axis.chosen().size();
      for (int at : axis.within(sides.size() + added)) {
        sides.add(at, 1);
      }
      return Shape.of(sides);
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("expand_dims", x.get(0), Term.atom(axis.toString()));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 0);
      Axes one = Axes.of(Sample.axis(random, shape.rank() + 1));
      return Sample.of(
          new ExpandDims(random.nextBoolean() ? one : Axes.of(-1, 0)), Sample.operand(shape));
    }
  }

  @Described(
      summary = "The same elements without some sides of 1, or without all of them.",
      formula = "\\operatorname{squeeze}\\left(x, \\text{axis}\\right)",
      reason =
          "No element changes, so the upstream gradient only goes back into the old" + " shape.",
      derivatives =
          "\\operatorname{reshape}\\left(\\frac{\\partial L}{\\partial y},"
              + " \\operatorname{shape}\\left(x\\right)\\right)",
      shapeRule = "The sides of the input without those of the axes, which must be 1.",
      aliases = "Squeeze",
      example = "[[1, 2, 3]]",
      exampleAttributes = "axis=0")
  record Squeeze(
      @Attribute(
              value = "The axes to take out; left out, all with a side of 1.",
              otherwise = "null")
          Axes axis)
      implements Squeezing {
    @Override
    public Shape shape(List<Shape> inputs) {
      Shape shape = inputs.get(0);
      List<Integer> gone = IntStream.of(axis.within(shape.rank())).boxed().toList();
      List<Integer> sides = new ArrayList<>();
      for (int at = 0; at < shape.rank(); at++) {
        if (shape.side(at) != 1 && axis.chosen() != null && gone.contains(at)) {
          throw Misuse.ofAttribute(
              "axis", "Axis " + at + " of shape " + shape + " is not a side of 1.");
        }
        if (shape.side(at) != 1 || !gone.contains(at)) {
          sides.add(shape.side(at));
        }
      }
      return Shape.of(sides);
    }

    @Override
    public Term latex(List<Term> x) {
      return axis.chosen() == null
          ? Term.function("squeeze", x.get(0))
          : Term.function("squeeze", x.get(0), Term.atom(axis.toString()));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 1);
      int at = random.nextInt(shape.rank());
      Axes one = Axes.of(random.nextBoolean() ? at : at - shape.rank());
      return Sample.of(
          new Squeeze(random.nextInt(3) == 0 ? Axes.ALL : one), Sample.operand(shape.with(at, 1)));
    }
  }
}
