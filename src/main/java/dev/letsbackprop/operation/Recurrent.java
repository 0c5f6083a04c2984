package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ScanKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values that depend on the value before. */
public sealed interface Recurrent extends Operation {

  /** For each place what stands before it along the axis, or after it; 0 where nothing does. */
  static <T> T neighbour(Algebra<T> on, T x, int axis, boolean before) {
    Along along = Along.of(axis, on.shape(x));
    if (along.side() == 0) {
      return x;
    }
    Operation rest =
        before
            ? new Slicing.Slice(along.axis(), null, -1, 1)
            : new Slicing.Slice(along.axis(), 1, null, 1);
    return Slicing.pad(
        on, on.apply(rest, List.of(x)), along.axis(), before ? 1 : 0, before ? 0 : 1);
  }

  @Described(
      summary = "Along an axis, each value is a times the value before it, plus b; the first is b.",
      formula = "_i = a_i \\cdot y_{i - 1} + b_i",
      reason =
          "What a value gets it hands on to the value before it, times a: the same recurrence from"
              + " the other end. That is what flows to b; a gets it times the value before.",
      derivatives = {
        "_i = \\frac{\\partial L}{\\partial b_i} \\cdot y_{i - 1}",
        "_i = \\frac{\\partial L}{\\partial y_{i}} + a_{i + 1} \\cdot \\frac{\\partial"
            + " L}{\\partial b_{i + 1}}"
      },
      shapeRule = "The shape of the inputs, which must be the same.",
      inputs = {"a", "b"},
      conventions = "The first a meets no value and gets 0.",
      example = {"[0.5, 0.5, 0.5]", "[8, 2, 1]"})
  record LinearRecurrence(
      @Attribute(value = "The axis along which it runs.", otherwise = "-1") int axis,
      @Attribute(value = "Whether it runs from the end to the start.", otherwise = "false")
          boolean reverse)
      implements Recurrent {
    @Override
    public int arity() {
      return 2;
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape a = inputs.get(0);
      Shape b = inputs.get(1);
      if (!a.equals(b)) {
        throw Misuse.ofInputs("The shapes must be the same, found " + a + " and " + b + ".");
      }
      Axes.axis(axis, b.rank(), "axis");
      return b;
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor b = inputs.get(1);
      int along = Axes.axis(axis, b.rank(), "axis");
      return ScanKernel.recurrence(inputs.get(0), b, along, reverse);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T next = neighbour(on, x.get(0), axis, reverse);
      T flow = on.apply(new LinearRecurrence(axis, !reverse), List.of(next, cotangent));
      return place == 1 ? flow : on.multiply(flow, neighbour(on, y, axis, !reverse));
    }

    @Override
    public Term latex(List<Term> x) {
      String below = reverse ? "_{\\text{reverse}}" : "";
      return Term.call("\\operatorname{linear\\_recurrence}" + below, x);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 1);
      return Sample.of(
          new LinearRecurrence(Sample.axis(random, shape.rank()), random.nextBoolean()),
          Sample.operand(shape),
          Sample.operand(shape));
    }
  }
}
