package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.LayoutKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One element in many places: the cotangents of all its copies add up. */
public sealed interface Repeating extends Operation {

  @Override
  default int arity() {
    return 1;
  }

  @Described(
      summary = "Each element several times in a row along an axis, as NumPy's repeat.",
      formula = "_i = x_{\\lfloor i / \\text{count} \\rfloor}",
      reason =
          "One element stands in many places, and the upstream gradients of all its"
              + " copies add up.",
      derivatives =
          "_i = \\sum_{k=0}^{\\text{count} - 1} \\frac{\\partial L}{\\partial y_{i \\cdot"
              + " \\text{count} + k}}",
      shapeRule = "The side of the axis times count; without an axis, all elements in one row.",
      example = "[[1, 2]]",
      exampleAttributes = {"count=3", "axis=0"})
  record Repeat(
      @Attribute("How many times each element stands in the result.") int count,
      @Attribute(
              value = "The axis; left out, the elements are put in one row first.",
              otherwise = "null")
          @Nullable Integer axis)
      implements Repeating {
    public Repeat {
      if (count < 0) {
        throw Misuse.ofAttribute("count", "A count cannot be " + count + ".");
      }
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Along along = Along.of(axis, inputs.get(0));
      return along.with((long) along.side() * count, "count");
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      Along along = Along.of(axis, x.shape());
      return LayoutKernel.repeat(x.reshape(along.shape()), count, along.axis());
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape from = on.shape(x.get(0));
      Shape copies = copies(from);
      int at = Along.of(axis, from).axis() + 1;
      return on.reshape(on.sumTo(on.reshape(cotangent, copies), copies.with(at, 1)), from);
    }

    /** The shape of the result with the copies of an element on an axis of their own. */
    private Shape copies(Shape from) {
      Along along = Along.of(axis, from);
      Shape rows = along.shape();
      int at = along.axis() + 1;
      return rows.slice(0, at).then(count).then(rows.slice(at, rows.rank()).sides());
    }

    @Misreading(
        did = "the gradients of the copies were averaged",
        due = "they are added up, for every copy of {x} moves the result",
        derivatives =
            "_i = \\frac{1}{\\text{count}} \\sum_{k=0}^{\\text{count} - 1} \\frac{\\partial"
                + " L}{\\partial y_{i \\cdot \\text{count} + k}}",
        telling = true)
    public <T> T averaged(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.divide(vjp(on, place, x, y, cotangent), on.constant(count));
    }

    @Misreading(
        did = "only the first copy's gradient was taken",
        due = "the gradients of all copies of {x} add up",
        derivatives = "_i = \\frac{\\partial L}{\\partial y_{i \\cdot \\text{count}}}")
    public <T> @Nullable T first(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape from = on.shape(x.get(0));
      int at = Along.of(axis, from).axis() + 1;
      T copies = on.reshape(cotangent, copies(from));
      return count == 0
          ? null
          : on.reshape(on.apply(new Slicing.Slice(at, 0, 1, 1), List.of(copies)), from);
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

  @Described(
      summary = "The whole tensor several times side by side along each axis, as NumPy's tile.",
      formula = "_i = x_{i \\bmod n}",
      reason =
          "One element stands in many places, and the upstream gradients of all its"
              + " copies add up.",
      derivatives = "_i = \\sum_{k} \\frac{\\partial L}{\\partial y_{i + k \\cdot n}}",
      shapeRule =
          "Each side times its number of copies; aligned at the right, missing sides and numbers"
              + " are 1.",
      aliases = "Tile",
      example = "[1, 2]",
      exampleAttributes = "reps=[2, 2]")
  record Tile(@Attribute("How many copies stand along each axis.") List<Integer> reps)
      implements Repeating {
    public Tile {
      for (int copies : reps) {
        if (copies < 0) {
          throw Misuse.ofAttribute("reps", "A number of copies cannot be " + copies + ".");
        }
      }
      reps = List.copyOf(reps);
    }

    /** Each side of a shape with its number of copies before it, or with 1. */
    private Shape copies(Shape shape, boolean copied) {
      int rank = Math.max(shape.rank(), reps.size());
      List<Integer> sides = new ArrayList<>();
      for (int axis = rank; axis > 0; axis--) {
        boolean named = copied && axis <= reps.size();
        sides.add(named ? reps.get(reps.size() - axis) : 1);
        sides.add(axis <= shape.rank() ? shape.side(shape.rank() - axis) : 1);
      }
      return Shape.of(sides);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape copies = copies(inputs.get(0), true);
      Shape result = Shape.SCALAR;
      for (int axis = 0; axis < copies.rank(); axis += 2) {
        long side = (long) copies.side(axis) * copies.side(axis + 1);
        result = new Along(result.then(1), result.rank()).with(side, "reps");
      }
      return result;
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      Shape shape = x.shape();
      return LayoutKernel.broadcast(x.reshape(copies(shape, false)), copies(shape, true))
          .reshape(shape(List.of(shape)));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape from = on.shape(x.get(0));
      T apart = on.reshape(cotangent, copies(from, true));
      return on.reshape(on.sumTo(apart, copies(from, false)), from);
    }

    @Misreading(
        did = "the gradients of the copies were averaged",
        due = "they are added up, for every copy of {x} moves the result",
        derivatives =
            "_i = \\frac{1}{\\text{copies}} \\sum_{k} \\frac{\\partial L}{\\partial y_{i + k \\cdot"
                + " n}}",
        telling = true)
    public <T> T averaged(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.divide(
          vjp(on, place, x, y, cotangent),
          on.constant((double) on.shape(y).size() / on.shape(x.get(0)).size()));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("tile", x.get(0), Term.atom(reps.toString()));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      List<Integer> copies = random.ints(random.nextInt(4), 1, 4).boxed().toList();
      return Sample.of(new Tile(copies), Sample.operand(Sample.shape(random, 0)));
    }
  }
}
