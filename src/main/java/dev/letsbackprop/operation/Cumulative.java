package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ScanKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Running totals along an axis. */
public sealed interface Cumulative extends Operation {
  @Nullable Integer axis();

  boolean exclusive();

  boolean reverse();

  Cumulative along(@Nullable Integer axis, boolean exclusive, boolean reverse);

  Tensor evaluate(Tensor x, int axis);

  <T> T vjp(Algebra<T> on, int axis, T x, T y, T cotangent);

  String word();

  @Override
  default int arity() {
    return 1;
  }

  @Override
  default Shape shape(List<Shape> inputs) {
    return Along.of(axis(), inputs.get(0)).shape();
  }

  @Override
  default Tensor evaluate(List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    Along along = Along.of(axis(), x.shape());
    return evaluate(x.reshape(along.shape()), along.axis());
  }

  @Override
  default <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    Shape from = on.shape(x.get(0));
    Along along = Along.of(axis(), from);
    T line = on.reshape(x.get(0), along.shape());
    return on.reshape(vjp(on, along.axis(), line, y, cotangent), from);
  }

  @Override
  default Term latex(List<Term> x) {
    String how =
        Stream.of(exclusive() ? "exclusive" : "", reverse() ? "reverse" : "")
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    String below = how.isEmpty() ? "" : "_{\\text{" + how + "}}";
    return Term.call("\\operatorname{" + word() + "}" + below, x);
  }

  @Override
  default Sample sample(RandomGenerator random) {
    Shape shape = Sample.shape(random, 1);
    Integer along = random.nextInt(4) == 0 ? null : Sample.axis(random, shape.rank());
    return Sample.of(
        along(along, random.nextBoolean(), random.nextBoolean()), Sample.operand(shape));
  }

  @Described(
      summary = "The running sum along an axis.",
      formula = "_i = \\sum_{j \\le i} x_j",
      reason =
          "An element counts once in every sum from its place on, so the upstream"
              + " gradients from there on are summed.",
      derivatives = "_i = \\sum_{j \\ge i} \\frac{\\partial L}{\\partial y_{j}}",
      shapeRule = "The shape of the input; without an axis, all elements in one row.",
      aliases = {"cumulative_sum", "CumSum"},
      example = "[1, 2, 3]")
  record Cumsum(
      @Attribute(
              value = "The axis; left out, the elements are put in one row first.",
              otherwise = "null")
          @Nullable Integer axis,
      @Attribute(
              value = "Whether the element at a place stays out of the sum there.",
              otherwise = "false")
          boolean exclusive,
      @Attribute(value = "Whether it runs from the end to the start.", otherwise = "false")
          boolean reverse)
      implements Cumulative {
    @Override
    public Cumulative along(@Nullable Integer other, boolean without, boolean back) {
      return new Cumsum(other, without, back);
    }

    @Override
    public Tensor evaluate(Tensor x, int along) {
      return ScanKernel.scan(x, along, 0, Double::sum, exclusive, reverse);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int along, T x, T y, T cotangent) {
      return on.apply(new Cumsum(along, exclusive, !reverse), List.of(cotangent));
    }

    @Misreading(
        did = "the running sum was taken from the same end as in {y}",
        due = "an element counts in every sum from its place on, so it runs from the other end")
    public <T> T notReversed(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape from = on.shape(x.get(0));
      Operation forward = new Cumsum(Along.of(axis, from).axis(), exclusive, reverse);
      return on.reshape(on.apply(forward, List.of(cotangent)), from);
    }

    @Override
    public String word() {
      return "cumsum";
    }
  }

  @Described(
      summary = "The running product along an axis.",
      formula = "_i = \\prod_{j \\le i} x_j",
      reason =
          "An element counts in every product from its place on, by the product of all before it"
              + " times what comes back from after it: a recurrence, never a division by the"
              + " element.",
      derivatives =
          "_i = \\sum_{j \\ge i} \\frac{\\partial L}{\\partial y_{j}} \\cdot \\prod_{k"
              + " \\le j,\\, k \\neq i} x_k",
      shapeRule = "The shape of the input; without an axis, all elements in one row.",
      aliases = "cumulative_prod",
      conventions = "One factor of 0 gets what the others make; with two before a place all get 0.",
      example = "[2, 3, 4]")
  record Cumprod(
      @Attribute(
              value = "The axis; left out, the elements are put in one row first.",
              otherwise = "null")
          @Nullable Integer axis,
      @Attribute(
              value = "Whether the element at a place stays out of the product there.",
              otherwise = "false")
          boolean exclusive,
      @Attribute(value = "Whether it runs from the end to the start.", otherwise = "false")
          boolean reverse)
      implements Cumulative {
    @Override
    public Cumulative along(@Nullable Integer other, boolean without, boolean back) {
      return new Cumprod(other, without, back);
    }

    @Override
    public Tensor evaluate(Tensor x, int along) {
      return ScanKernel.scan(x, along, 1, (a, b) -> a * b, exclusive, reverse);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int along, T x, T y, T cotangent) {
      Operation back = new Recurrent.LinearRecurrence(along, !reverse);
      if (exclusive) {
        T after = on.apply(back, List.of(x, cotangent));
        return on.multiply(y, Recurrent.neighbour(on, after, along, reverse));
      }
      T before = on.apply(new Cumprod(along, true, reverse), List.of(x));
      T next = Recurrent.neighbour(on, x, along, reverse);
      return on.multiply(before, on.apply(back, List.of(next, cotangent)));
    }

    @Override
    public String word() {
      return "cumprod";
    }
  }
}
