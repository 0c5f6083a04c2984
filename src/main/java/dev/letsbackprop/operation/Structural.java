package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.LayoutKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The same elements in another arrangement: the gradient is the same move backwards. */
public sealed interface Structural extends Operation {

  @Override
  default int arity() {
    return 1;
  }

  @Described(
      summary = "The same elements, row-major, in another shape.",
      formula = "\\operatorname{reshape}\\left(x, \\text{shape}\\right)",
      reason =
          "No element changes, so the upstream gradient only goes back into the old" + " shape.",
      derivatives =
          "\\operatorname{reshape}\\left(\\frac{\\partial L}{\\partial y},"
              + " \\operatorname{shape}\\left(x\\right)\\right)",
      shapeRule = "The shape asked for; one side may be -1 and is worked out.",
      aliases = "Reshape",
      example = "[1, 2, 3, 4, 5, 6]",
      exampleAttributes = "shape=[2, -1]")
  record Reshape(@Attribute("The new sides; one of them may be -1.") List<Integer> shape)
      implements Structural {
    public Reshape {
      shape = ShapeAttribute.sides(shape, -1);
      if (Collections.frequency(shape, -1) > 1) {
        throw Misuse.ofAttribute("shape", "Only one side can be -1, found " + shape + ".");
      }
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape from = inputs.get(0);
      int open = shape.indexOf(-1);
      Shape to = Shape.of(shape.stream().map(side -> side < 0 ? 1 : side).toList());
      if (open >= 0 && to.size() > 0 && from.size() % to.size() == 0) {
        to = to.with(open, Math.toIntExact(from.size() / to.size()));
      }
      if (to.size() != from.size() || (open >= 0 && shape.contains(0))) {
        throw Misuse.ofAttribute(
            "shape",
            "Shape " + from + " has " + from.size() + " elements and cannot become " + shape + ".");
      }
      return to;
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      return x.reshape(shape(List.of(x.shape())));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.reshape(cotangent, on.shape(x.get(0)));
    }

    @Override
    public <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
      T number = on.uniform(x.get(0));
      return number == null ? null : on.broadcastTo(number, shape(List.of(on.shape(x.get(0)))));
    }

    @Override
    public Term latex(List<Term> x) {
      return ShapeAttribute.latex("reshape", x.get(0), shape);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape from = Sample.shape(random, 1);
      List<Integer> sides = new ArrayList<>(from.toList());
      Collections.reverse(sides);
      if (random.nextBoolean()) {
        sides.set(0, -1);
      }
      return Sample.of(new Reshape(sides), Sample.operand(from));
    }
  }

  @Described(
      summary =
          "The same elements with the axes in another order, reversed where none is" + " given.",
      symbol = "xᵀ",
      reason =
          "No element changes, so the upstream gradient's axes only go back into the old"
              + " order.",
      shapeRule = "The sides in the order of axes.",
      aliases = "Transpose",
      example = "[[1, 2, 3], [4, 5, 6]]")
  record Transpose(
      @Attribute(
              value = "For each axis of the result, the axis that it comes from.",
              otherwise = "null")
          @Nullable List<Integer> axes)
      implements Structural {
    public Transpose {
      axes = axes == null ? null : List.copyOf(axes);
    }

    private int[] order(int rank) {
      if (axes == null) {
        return IntStream.range(0, rank).map(axis -> rank - 1 - axis).toArray();
      }
      int[] order = axes.stream().mapToInt(axis -> Axes.axis(axis, rank, "axes")).toArray();
      if (order.length != rank || IntStream.of(order).distinct().count() != rank) {
        throw Misuse.ofAttribute(
            "axes", "Each of the " + rank + " axes must be named once, found " + axes + ".");
      }
      return order;
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape from = inputs.get(0);
      return Shape.of(IntStream.of(order(from.rank())).map(from::side).toArray());
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      return LayoutKernel.transpose(x, order(x.rank()));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      if (axes == null) {
        return on.apply(this, List.of(cotangent));
      }
      int[] order = order(on.shape(y).rank());
      List<Integer> inverse = new ArrayList<>(Collections.nCopies(order.length, 0));
      for (int axis = 0; axis < order.length; axis++) {
        inverse.set(order[axis], axis);
      }
      return on.apply(new Transpose(inverse), List.of(cotangent));
    }

    @Misreading(
        did = "the axes were not put back in their order",
        due = "the gradient of {x} has the axes of {x}, in the order that they have there")
    public <T> T notUndone(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return cotangent;
    }

    @Misreading(
        did = "the upstream gradient was reshaped, not transposed",
        due =
            "reshaping keeps the order of the elements, but each must go back to its own"
                + " place in {x}")
    public <T> @Nullable T reshaped(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape from = on.shape(x.get(0));
      return from.equals(on.shape(y)) ? null : on.reshape(cotangent, from);
    }

    @Override
    public Term latex(List<Term> x) {
      return axes == null
          ? Term.power(x.get(0), "\\top")
          : Term.function("transpose", x.get(0), Term.atom(axes.toString()));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 0);
      List<Integer> order = new ArrayList<>(IntStream.range(0, shape.rank()).boxed().toList());
      Collections.rotate(order, random.nextInt(4));
      return Sample.of(new Transpose(random.nextBoolean() ? null : order), Sample.operand(shape));
    }
  }
}
