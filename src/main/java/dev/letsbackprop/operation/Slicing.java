package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.LayoutKernel;
import dev.letsbackprop.tensor.PlacementKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A part cut out of a tensor, and a tensor laid into a larger one: each is the other backwards. */
public sealed interface Slicing extends Operation {

  @Override
  default int arity() {
    return 1;
  }

  /** Zeros before and after x along one axis. */
  static <T> T pad(Algebra<T> on, T x, int axis, int before, int after) {
    List<List<Integer>> widths =
        new ArrayList<>(Collections.nCopies(on.shape(x).rank(), List.of(0, 0)));
    widths.set(axis, List.of(before, after));
    return before == 0 && after == 0 ? x : on.apply(new Pad(widths, 0), List.of(x));
  }

  @Described(
      summary =
          "The elements along an axis from start up to but not including stop, step" + " apart.",
      formula = "_i = x_{\\text{start} + i \\cdot \\text{step}}",
      reason =
          "What was left out does not move the result: the upstream gradient goes back to"
              + " its places, with zeros around and between.",
      derivatives =
          "_{\\text{start} + i \\cdot \\text{step}} = \\frac{\\partial L}{\\partial"
              + " y_{i}}, \\quad 0 \\text{ elsewhere}",
      shapeRule = "The side of the axis becomes the number of elements that are taken.",
      aliases = "Slice",
      conventions = {
        "Negative bounds count from the end, and bounds beyond the ends are cut, as in Python.",
        "A negative step walks backwards, from the last element where start is left out."
      },
      example = "[1, 2, 3, 4, 5]",
      exampleAttributes = {"start=1", "stop=4"})
  record Slice(
      @Attribute(value = "The axis to cut along.", otherwise = "0") int axis,
      @Attribute(value = "The first place to take.", otherwise = "null") @Nullable Integer start,
      @Attribute(value = "The place before which to stop.", otherwise = "null")
          @Nullable Integer stop,
      @Attribute(value = "How far apart the places are.", otherwise = "1") int step)
      implements Slicing {
    public Slice {
      if (step == 0) {
        throw Misuse.ofAttribute("step", "A step of 0 leads nowhere.");
      }
    }

    private int first(int side) {
      return bound(start, side, step > 0 ? 0 : side - 1);
    }

    private int count(int side) {
      long way = (long) bound(stop, side, step > 0 ? side : -1) - first(side);
      return way == 0 || way > 0 != step > 0 ? 0 : (int) ((way - Integer.signum(step)) / step) + 1;
    }

    /** A bound as Python understands it, in the range that a walk in this direction has. */
    private int bound(@Nullable Integer given, int side, int open) {
      if (given == null) {
        return open;
      }
      int least = step > 0 ? 0 : -1;
      int from = given < 0 ? given + side : given;
      return Math.max(least, Math.min(side + least, from));
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Along along = Along.of(axis, inputs.get(0));
      return along.with(count(along.side()), "axis");
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      Along along = Along.of(axis, x.shape());
      int side = along.side();
      return LayoutKernel.slice(x, along.axis(), first(side), step, count(side));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape from = on.shape(x.get(0));
      Along along = Along.of(axis, from);
      int side = along.side();
      int count = count(side);
      if (count == 0) {
        return on.broadcastTo(on.constant(0), from);
      }
      int width = count > 1 ? Math.abs(step) : 1;
      int reach = (count - 1) * width;
      int before = step > 0 ? first(side) : first(side) - reach;
      boolean turned = step < 0 && count > 1;
      T flow =
          turned ? on.apply(new Moving.Flip(Axes.of(along.axis())), List.of(cotangent)) : cotangent;
      T spread = width > 1 ? spread(on, flow, along.axis(), width) : flow;
      return pad(on, spread, along.axis(), before, side - before - reach - 1);
    }

    /** Zeros between the elements: a row of zeros after each, less those after the last. */
    private static <T> T spread(Algebra<T> on, T x, int axis, int width) {
      Shape shape = on.shape(x);
      int side = shape.side(axis);
      int[] inner = shape.slice(axis + 1, shape.rank()).sides();
      T apart = on.reshape(x, shape.slice(0, axis + 1).then(1).then(inner));
      T rows = pad(on, apart, axis + 1, 0, width - 1);
      T line = on.reshape(rows, shape.with(axis, side * width));
      return on.apply(new Slice(axis, null, 1 - width, 1), List.of(line));
    }

    @Misreading(
        did = "the upstream gradient was handed on in the shape of the slice",
        due = "the gradient of {x} has the shape of {x}, with zeros where the slice did not reach")
    public <T> @Nullable T notPlaced(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.shape(x.get(0)).equals(on.shape(y)) ? null : cotangent;
    }

    @Override
    public <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
      int side = Along.of(axis, on.shape(x.get(0))).side();
      return step == 1 && count(side) == side ? x.get(0) : null;
    }

    @Override
    public Term latex(List<Term> x) {
      String range = (start == null ? "" : start) + ":" + (stop == null ? "" : stop);
      return Gathering.indexed(x.get(0), axis, step == 1 ? range : range + ":" + step);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 1).with(0, random.nextInt(1, 8));
      Integer from = random.nextInt(3) == 0 ? null : random.nextInt(-9, 9);
      Integer to = random.nextInt(3) == 0 ? null : random.nextInt(-9, 9);
      int stride = random.nextBoolean() ? 1 : random.nextBoolean() ? 2 : random.nextInt(-3, 0);
      int along = random.nextInt(3) == 0 ? Sample.axis(random, shape.rank()) : 0;
      return Sample.of(new Slice(along, from, to, stride), Sample.operand(shape));
    }
  }

  @Described(
      summary = "The tensor with more elements of one value before and after it along each axis.",
      formula =
          "_i = \\begin{cases}x_{i - \\text{before}} & 0 \\le i - \\text{before} < n \\\\"
              + " \\text{value} & \\text{otherwise}\\end{cases}",
      reason =
          "The new elements are fixed, so the upstream gradient is cut back to the old"
              + " places.",
      derivatives = "_i = \\frac{\\partial L}{\\partial y_{i + \\text{before}}}",
      shapeRule = "Each side and its two widths add up.",
      aliases = "Pad",
      conventions = "A single pair of widths is that of every axis, as in NumPy.",
      example = "[[1, 2], [3, 4]]",
      exampleAttributes = "widths=[[0, 1], [2, 0]]")
  record Pad(
      @Attribute("For each axis how many elements come before and after; or one pair for all.")
          List<List<Integer>> widths,
      @Attribute(value = "The value of the new elements.", otherwise = "0") double value)
      implements Slicing {
    public Pad {
      for (List<Integer> pair : widths) {
        for (int width : pair) {
          if (width < 0) {
            throw Misuse.ofAttribute("widths", "A width cannot be " + width + ".");
          }
        }
      }
      widths = widths.stream().map(List::copyOf).toList();
    }

    private List<Integer> pair(int axis) {
      return widths.get(widths.size() == 1 ? 0 : axis);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape shape = inputs.get(0);
      if (widths.size() != 1 && widths.size() != shape.rank()) {
        throw Misuse.ofAttribute(
            "widths",
            "Shape "
                + shape
                + " needs a pair for each axis or one for all, found "
                + widths.size()
                + ".");
      }
      Shape result = shape;
      for (int axis = 0; axis < shape.rank(); axis++) {
        long side = (long) shape.side(axis) + pair(axis).get(0) + pair(axis).get(1);
        result = new Along(result, axis).with(side, "widths");
      }
      return result;
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      int[] before = new int[x.rank()];
      for (int axis = 0; axis < before.length; axis++) {
        before[axis] = pair(axis).get(0);
      }
      return PlacementKernel.pad(x, shape(List.of(x.shape())), before, value);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape shape = on.shape(x.get(0));
      T flow = cotangent;
      for (int axis = 0; axis < shape.rank(); axis++) {
        int before = pair(axis).get(0);
        if (before > 0 || pair(axis).get(1) > 0) {
          Slice part = new Slice(axis, before, before + shape.side(axis), 1);
          flow = on.apply(part, List.of(flow));
        }
      }
      return flow;
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("pad", x.get(0), Term.atom(widths.toString()));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 0);
      List<List<Integer>> pairs = new ArrayList<>();
      int count = random.nextInt(3) == 0 ? 1 : shape.rank();
      while (pairs.size() < count) {
        pairs.add(List.of(random.nextInt(3), random.nextInt(3)));
      }
      return Sample.of(new Pad(pairs, random.nextInt(-1, 2)), Sample.operand(shape));
    }
  }
}
