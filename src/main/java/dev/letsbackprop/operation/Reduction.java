package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ReductionKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** Many elements to one, along axes. */
public sealed interface Reduction extends Operation
    permits Reduction.Sum, Reduction.Mean, Accumulation, Extreme, Spread, Length {
  Axes axis();

  boolean keepdims();

  /** The same reduction along other axes. */
  Reduction along(Axes axis, boolean keepdims);

  Tensor evaluate(Tensor x, int[] axes);

  <T> T vjp(Algebra<T> on, T x, T y, T cotangent);

  String symbol();

  @Override
  default int arity() {
    return 1;
  }

  @Override
  default Shape shape(List<Shape> inputs) {
    Shape shape = inputs.get(0);
    boolean[] reduced = new boolean[shape.rank()];
    for (int axis : axis().within(shape.rank())) {
      reduced[axis] = true;
    }
    Shape result = Shape.SCALAR;
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (!reduced[axis]) {
        result = result.then(shape.side(axis));
      } else if (keepdims()) {
        result = result.then(1);
      }
    }
    return result;
  }

  @Override
  default Tensor evaluate(List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    Tensor kept = evaluate(x, axis().within(x.rank()));
    return kept.reshape(shape(List.of(x.shape())));
  }

  @Override
  default <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    T whole = x.get(0);
    Shape kept = along(axis(), true).shape(List.of(on.shape(whole)));
    return vjp(on, whole, on.reshape(y, kept), on.reshape(cotangent, kept));
  }

  /** The cotangent handed whole to every element that was reduced. */
  default <T> T handed(Algebra<T> on, T whole, T cotangent) {
    Shape kept = along(axis(), true).shape(List.of(on.shape(whole)));
    return on.broadcastTo(on.reshape(cotangent, kept), on.shape(whole));
  }

  /** How many elements become one. */
  default double count(Shape shape) {
    double count = 1;
    for (int axis : axis().within(shape.rank())) {
      count *= shape.side(axis);
    }
    return count;
  }

  @Override
  default Term latex(List<Term> x) {
    List<Integer> axes = axis().chosen();
    String below = "";
    if (axes != null) {
      String list = axes.toString();
      below = "_{\\text{axis }" + list.substring(1, list.length() - 1) + "}";
    }
    return Term.call(symbol() + below, x);
  }

  @Override
  default Sample sample(RandomGenerator random) {
    Shape shape = Sample.shape(random, 0);
    Axes axes =
        switch (shape.rank() == 0 ? 0 : random.nextInt(4)) {
          case 0 -> Axes.ALL;
          case 1 -> shape.rank() == 1 ? Axes.of(0) : Axes.of(-1, 0);
          default -> Axes.of(Sample.axis(random, shape.rank()));
        };
    return Sample.of(along(axes, random.nextBoolean()), Sample.operand(shape));
  }

  @Described(
      summary = "The sum of the elements along some axes, or of all.",
      formula = "\\sum_i x_i",
      symbol = "Σ",
      reason =
          "Every summand moves the sum by as much as itself: the upstream gradient is"
              + " handed to each.",
      derivatives = "_i = \\frac{\\partial L}{\\partial y}",
      shapeRule = "The axes that are summed go, or stay as sides of 1 with keepdims.",
      aliases = "ReduceSum",
      conventions = "The sum of nothing is 0.",
      example = "[[1, 2, 3], [4, 5, 6]]",
      exampleAttributes = "axis=0")
  record Sum(
      @Attribute(value = "The axes to sum over; all where left out.", otherwise = "null") Axes axis,
      @Attribute(value = "Whether the axes stay as sides of 1.", otherwise = "false")
          boolean keepdims)
      implements Reduction {
    @Override
    public Reduction along(Axes other, boolean keep) {
      return new Sum(other, keep);
    }

    @Override
    public Tensor evaluate(Tensor x, int[] axes) {
      return ReductionKernel.sum(x, axes);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      return on.broadcastTo(cotangent, on.shape(x));
    }

    @Misreading(
        did = "the upstream gradient was divided by the number of summands",
        due = "every element of {x} gets the whole upstream gradient of its sum",
        derivatives = "_i = \\frac{1}{n} \\cdot \\frac{\\partial L}{\\partial y}",
        telling = true)
    public <T> T divided(Algebra<T> on, T x, T y, T cotangent) {
      return handed(on, x, on.divide(cotangent, on.constant(count(on.shape(x)))));
    }

    @Override
    public String symbol() {
      return "\\sum";
    }
  }

  @Described(
      summary = "The mean of the elements along some axes, or of all.",
      formula = "\\frac{1}{n} \\sum_i x_i",
      reason =
          "Each of n elements moves the mean by one n-th: the upstream gradient over n is"
              + " handed to each.",
      derivatives = "_i = \\frac{1}{n} \\cdot \\frac{\\partial L}{\\partial y}",
      shapeRule = "The axes that are averaged go, or stay as sides of 1 with keepdims.",
      aliases = "ReduceMean",
      conventions = "The mean of nothing is NaN, with a warning.",
      example = "[1, 2, 3, 6]")
  record Mean(
      @Attribute(value = "The axes to average over; all where left out.", otherwise = "null")
          Axes axis,
      @Attribute(value = "Whether the axes stay as sides of 1.", otherwise = "false")
          boolean keepdims)
      implements Reduction {
    @Override
    public Reduction along(Axes other, boolean keep) {
      return new Mean(other, keep);
    }

    @Override
    public Tensor evaluate(Tensor x, int[] axes) {
      double count = count(x.shape());
      return ReductionKernel.sum(x, axes).map(sum -> sum / count);
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T share = on.divide(cotangent, on.constant(count(on.shape(x))));
      return on.broadcastTo(share, on.shape(x));
    }

    @Misreading(
        did = "the upstream gradient was not divided by the number of elements",
        due =
            "every element of {x} gets the upstream gradient over the number of elements averaged",
        derivatives = "_i = \\frac{\\partial L}{\\partial y}",
        telling = true)
    public <T> T notDivided(Algebra<T> on, T x, T y, T cotangent) {
      return handed(on, x, cotangent);
    }

    @Override
    public String symbol() {
      return "\\operatorname{mean}";
    }
  }
}
