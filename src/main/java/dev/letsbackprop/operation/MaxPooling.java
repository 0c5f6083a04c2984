package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.PoolingKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The largest of each window; spreading back to where it was, and picking there, undo each other.
 */
public sealed interface MaxPooling extends Pooling {

  @Described(
      summary = "The largest element of each window.",
      formula =
          "_{ij} = \\max_{k,l < \\text{size}} x_{i \\cdot \\text{stride} + k,\\, j \\cdot"
              + " \\text{stride} + l}",
      reason =
          "Only the element that won moves the result: it gets the whole upstream"
              + " gradient of its window, and those of several windows add up.",
      shapeRule =
          "[batch, channels, h, w] becomes [batch, channels, h', w'], where h' = ⌊(h + 2·padding -"
              + " size)/stride⌋ + 1.",
      aliases = "MaxPool",
      conventions = {
        "The first of a tie wins, row by row, and gets everything, as in PyTorch.",
        "Padding counts as -Infinity: it never wins.",
        "NaN in a window gives NaN.",
        "A pair is rows, then columns."
      },
      example = "[[[[1, 2, 0, 1], [3, 0, 1, 4], [0, 1, 2, 2], [5, 0, 2, 2]]]]",
      exampleAttributes = "size=2")
  record MaxPool2d(
      @Attribute("The rows and columns of the window.") Pair size,
      @Attribute(value = "Its step; left out, its size.", otherwise = "null") @Nullable Pair stride,
      @Attribute(value = "What surrounds each plane.", otherwise = "0") Pair padding)
      implements MaxPooling {
    @Override
    public int arity() {
      return 1;
    }

    @Override
    public Pooling pooling(Pair other, @Nullable Pair step, Pair around) {
      return new MaxPool2d(other, step, around);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      return pooled(inputs.get(0));
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      return PoolingKernel.pick(pooled(x.shape()), x, x, window());
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.apply(new MaxPool2dSpread(size, stride, padding), List.of(cotangent, x.get(0)));
    }

    @Misreading(
        did = "every element of a window was given its gradient",
        due = "only the largest element of each window of {x} gets it; the others get 0",
        derivatives =
            "_{ij} = \\sum_{pq : (i, j) \\in \\text{window } pq} \\frac{\\partial"
                + " L}{\\partial y_{pq}}")
    public <T> @Nullable T everywhere(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      AveragePooling.AvgPool2d mean = new AveragePooling.AvgPool2d(size, stride, padding);
      // Its window is written out, and may be far larger than the planes.
      return mean.workspace(List.of(on.shape(x.get(0)))) > Misconception.MOST
          ? null
          : mean.notDivided(on, place, x, y, cotangent);
    }
  }

  @Described(
      summary =
          "Zeros, with each number of g where max_pool2d found the largest of its window:"
              + " max_pool2d backwards.",
      reason = "Each number comes back from the one place to which it went.",
      shapeRule = "The shape of x; g has the shape that max_pool2d gives.",
      inputs = {"g", "x"},
      conventions = "x only says where the largest are: it gets a gradient of 0.",
      example = {"[[[[10]]]]", "[[[[1, 2], [3, 0]]]]"},
      exampleAttributes = "size=2")
  record MaxPool2dSpread(
      @Attribute("The rows and columns of the window.") Pair size,
      @Attribute(value = "Its step; left out, its size.", otherwise = "null") @Nullable Pair stride,
      @Attribute(value = "What surrounds each plane.", otherwise = "0") Pair padding)
      implements MaxPooling {
    @Override
    public int arity() {
      return 2;
    }

    @Override
    public Pooling pooling(Pair other, @Nullable Pair step, Pair around) {
      return new MaxPool2dSpread(other, step, around);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      return Planes.expect(inputs.get(0), pooled(inputs.get(1)), inputs.get(1));
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      return PoolingKernel.spread(inputs.get(0), inputs.get(1), window());
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 1
          ? on.broadcastTo(on.constant(0), on.shape(x.get(1)))
          : on.apply(new MaxPool2dPick(size, stride, padding), List.of(cotangent, x.get(1)));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Sample sample = new MaxPool2d(size, stride, padding).sample(random);
      MaxPool2d like = (MaxPool2d) sample.operation();
      Sample.Operand x = sample.operands().get(0);
      return Sample.of(
          pooling(like.size(), like.stride(), like.padding()),
          Sample.operand(like.pooled(x.shape())),
          x);
    }
  }

  @Described(
      summary = "The elements of a that stand where max_pool2d finds the largest of x.",
      reason =
          "Only what was picked moves the result; the upstream gradient goes back to its"
              + " place.",
      shapeRule = "The shape that max_pool2d gives; a has the shape of x.",
      inputs = {"a", "x"},
      conventions = "x only says where the largest are: it gets a gradient of 0.",
      example = {"[[[[10, 20], [30, 40]]]]", "[[[[1, 2], [3, 0]]]]"},
      exampleAttributes = "size=2")
  record MaxPool2dPick(
      @Attribute("The rows and columns of the window.") Pair size,
      @Attribute(value = "Its step; left out, its size.", otherwise = "null") @Nullable Pair stride,
      @Attribute(value = "What surrounds each plane.", otherwise = "0") Pair padding)
      implements MaxPooling {
    @Override
    public int arity() {
      return 2;
    }

    @Override
    public Pooling pooling(Pair other, @Nullable Pair step, Pair around) {
      return new MaxPool2dPick(other, step, around);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      return Planes.expect(inputs.get(0), inputs.get(1), pooled(inputs.get(1)));
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(1);
      return PoolingKernel.pick(pooled(x.shape()), inputs.get(0), x, window());
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 1
          ? on.broadcastTo(on.constant(0), on.shape(x.get(1)))
          : on.apply(new MaxPool2dSpread(size, stride, padding), List.of(cotangent, x.get(1)));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Sample sample = new MaxPool2d(size, stride, padding).sample(random);
      MaxPool2d like = (MaxPool2d) sample.operation();
      Sample.Operand x = sample.operands().get(0);
      return Sample.of(pooling(like.size(), like.stride(), like.padding()), x, x);
    }
  }
}
