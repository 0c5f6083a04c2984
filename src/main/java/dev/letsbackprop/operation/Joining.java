package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.PlacementKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several tensors as one: each gets back the part of the cotangent that it made. */
public sealed interface Joining extends Operation {
  int axis();

  @Override
  default int arity() {
    return 1;
  }

  @Override
  default boolean variadic() {
    return true;
  }

  /** One to four operands for a sample. */
  static List<Sample.Operand> operands(
      RandomGenerator random, IntStream sides, Shape shape, int at) {
    return sides
        .limit(random.nextInt(1, 5))
        .mapToObj(side -> Sample.operand(side < 0 ? shape : shape.with(at, side)))
        .toList();
  }

  @Described(
      summary = "The tensors one after another along an axis.",
      reason =
          "Each element stands in one place, so each tensor gets its part of the upstream"
              + " gradient; that of y begins after the n_x places of x.",
      derivatives = {
        "_i = \\frac{\\partial L}{\\partial z_{i}}",
        "_i = \\frac{\\partial L}{\\partial z_{n_x + i}}"
      },
      shapeRule = "The sides of the inputs, which are the same; along the axis they add up.",
      inputs = {"x", "y"},
      aliases = {"concat", "cat", "Concat"},
      example = {"[[1, 2]]", "[[3, 4], [5, 6]]"})
  record Concatenate(
      @Attribute(value = "The axis along which they stand one after another.", otherwise = "0")
          int axis)
      implements Joining {
    @Override
    public Shape shape(List<Shape> inputs) {
      Shape first = inputs.get(0);
      Along along = Along.of(axis, first);
      long side = 0;
      for (Shape shape : inputs) {
        if (shape.rank() != first.rank() || !shape.with(along.axis(), along.side()).equals(first)) {
          throw Misuse.ofInputs(
              "Shapes " + first + " and " + shape + " differ in more than axis " + axis + ".");
        }
        side += shape.side(along.axis());
      }
      return along.with(side, "axis");
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Shape shape = shape(inputs.stream().map(Tensor::shape).toList());
      return PlacementKernel.concatenate(shape, inputs, Axes.axis(axis, shape.rank(), "axis"));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      int at = Axes.axis(axis, on.shape(y).rank(), "axis");
      int start = 0;
      for (T before : x.subList(0, place)) {
        start += on.shape(before).side(at);
      }
      int stop = start + on.shape(x.get(place)).side(at);
      return on.apply(new Slicing.Slice(at, start, stop, 1), List.of(cotangent));
    }

    @Misreading(
        did = "the first part of the upstream gradient was taken",
        due = "{x} gets the part at the place where it stands in {y}")
    public <T> @Nullable T first(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      int at = Axes.axis(axis, on.shape(y).rank(), "axis");
      int stop = on.shape(x.get(place)).side(at);
      Operation part = new Slicing.Slice(at, 0, stop, 1);
      return place == 0 ? null : on.apply(part, List.of(cotangent));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.call("\\operatorname{concatenate}", x);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 1);
      int along = Sample.axis(random, shape.rank());
      int at = Math.floorMod(along, shape.rank());
      return new Sample(new Concatenate(along), operands(random, random.ints(1, 4), shape, at));
    }
  }

  @Described(
      summary = "The tensors side by side along a new axis.",
      reason =
          "Each element stands in one place, so each tensor gets its part of the upstream"
              + " gradient.",
      derivatives = {
        "\\frac{\\partial L}{\\partial z_{0}}",
        "\\frac{\\partial L}{\\partial z_{1}}"
      },
      shapeRule = "The shape of the inputs, which is the same, and at the axis how many they are.",
      inputs = {"x", "y"},
      example = {"[1, 2]", "[3, 4]"})
  record Stack(
      @Attribute(value = "Where in the result the new axis stands.", otherwise = "0") int axis)
      implements Joining {
    private Shape single(Shape shape) {
      return new Squeezing.ExpandDims(Axes.of(axis)).shape(List.of(shape));
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape first = inputs.get(0);
      for (Shape shape : inputs) {
        if (!shape.equals(first)) {
          throw Misuse.ofInputs(
              "The shapes must be the same, found " + first + " and " + shape + ".");
        }
      }
      return Along.of(axis, single(first)).with(inputs.size(), "axis");
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Shape single = single(inputs.get(0).shape());
      int at = Axes.axis(axis, single.rank(), "axis");
      List<Tensor> parts = inputs.stream().map(part -> part.reshape(single)).toList();
      return PlacementKernel.concatenate(single.with(at, parts.size()), parts, at);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      int at = Axes.axis(axis, on.shape(y).rank(), "axis");
      T own = on.apply(new Slicing.Slice(at, place, place + 1, 1), List.of(cotangent));
      return on.reshape(own, on.shape(x.get(place)));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.call("\\operatorname{stack}", x);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 0);
      return new Sample(
          new Stack(Sample.axis(random, shape.rank() + 1)),
          operands(random, random.ints(-1, 0), shape, 0));
    }
  }
}
