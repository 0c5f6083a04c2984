package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.PlacementKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Parts fetched from places of an axis, and added to them: each is the gradient of the other. */
public sealed interface Gathering extends Operation {
  List<Integer> indices();

  @Override
  default int arity() {
    return 1;
  }

  /** The indices counted from 0. */
  default int[] places(int side, int axis) {
    int[] places = new int[indices().size()];
    for (int i = 0; i < places.length; i++) {
      int index = indices().get(i);
      if (index < -side || index >= side) {
        String range = side == 0 ? "it has none" : "from " + -side + " to " + (side - 1);
        throw Misuse.ofAttribute(
            "indices", "There is no index " + index + " along axis " + axis + ": " + range + ".");
      }
      places[i] = Math.floorMod(index, side);
    }
    return places;
  }

  /** Part of an axis as Python writes it, with a colon for each axis that is left whole. */
  static Term indexed(Term x, int axis, String part) {
    String whole = axis < 0 ? "\\ldots, " : ":, ".repeat(axis);
    return Term.indexed(x, whole + part + ", :".repeat(Math.max(0, -1 - axis)));
  }

  @Described(
      summary = "The elements at the given places of an axis, in that order, repeated at will.",
      formula = "_i = x_{\\text{indices}_i}",
      reason =
          "An element moves every place that it was taken to, and the upstream gradients"
              + " of all of them add up; what was not taken gets 0.",
      derivatives =
          "_j = \\sum_{i :\\, \\text{indices}_i = j} \\frac{\\partial L}{\\partial y_{i}}",
      shapeRule =
          "The side of the axis becomes the number of indices; without an axis, all elements are"
              + " one row.",
      aliases = {"index_select", "Gather"},
      conventions = {
        "Negative indices count from the end; others beyond the end are an error.",
        "An index that stands twice lets both upstream gradients through, added up."
      },
      example = "[10, 20, 30]",
      exampleAttributes = "indices=[2, 0, 2]")
  record Take(
      @Attribute("The places to take from.") List<Integer> indices,
      @Attribute(
              value = "The axis; left out, the elements are put in one row first.",
              otherwise = "null")
          @Nullable Integer axis)
      implements Gathering {
    public Take {
      indices = List.copyOf(indices);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Along along = Along.of(axis, inputs.get(0));
      return along.with(places(along.side(), along.axis()).length, "indices");
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      Along along = Along.of(axis, x.shape());
      int[] places = places(along.side(), along.axis());
      return PlacementKernel.take(x.reshape(along.shape()), places, along.axis());
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape from = on.shape(x.get(0));
      Along along = Along.of(axis, from);
      Operation back = new ScatterAdd(indices, along.side(), along.axis());
      return on.reshape(on.apply(back, List.of(cotangent)), from);
    }

    @Override
    public Term latex(List<Term> x) {
      String places = "\\left" + indices.toString().replace("]", "\\right]");
      return indexed(x.get(0), axis == null ? 0 : axis, places);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 1);
      Integer axis = random.nextInt(3) == 0 ? null : Sample.axis(random, shape.rank());
      int side = Along.of(axis, shape).side();
      List<Integer> drawn = random.ints(random.nextInt(1, 6), -side, side).boxed().toList();
      return Sample.of(new Take(drawn, axis), Sample.operand(shape));
    }
  }

  @Described(
      summary = "Zeros, to whose places along an axis the elements are added: take backwards.",
      formula = "_j = \\sum_{i :\\, \\text{indices}_i = j} x_i",
      reason =
          "Every summand moves its sum by as much as itself: each takes the upstream"
              + " gradient of its sum.",
      derivatives = "_i = \\frac{\\partial L}{\\partial y_{\\text{indices}_i}}",
      shapeRule = "The side of the axis becomes the one asked for.",
      conventions = "Elements with the same index are added up, in their order.",
      example = "[1, 2, 4]",
      exampleAttributes = {"indices=[2, 0, 2]", "side=3"})
  record ScatterAdd(
      @Attribute("For each element along the axis the place that it is added to.")
          List<Integer> indices,
      @Attribute("The side of the result along the axis.") int side,
      @Attribute(value = "The axis.", otherwise = "0") int axis)
      implements Gathering {
    public ScatterAdd {
      indices = List.copyOf(indices);
      if (side < 0) {
        throw Misuse.ofAttribute("side", "A side cannot be " + side + ".");
      }
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Along along = Along.of(axis, inputs.get(0));
      if (places(side, along.axis()).length != along.side()) {
        throw Misuse.ofAttribute(
            "indices",
            "Each of the "
                + along.side()
                + " elements along axis "
                + axis
                + " needs one index, found "
                + indices.size()
                + ".");
      }
      return along.with(side, "side");
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      int at = Axes.axis(axis, x.rank(), "axis");
      return PlacementKernel.scatterAdd(x, places(side, at), side, at);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.apply(new Take(indices, axis), List.of(cotangent));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("scatter_add", x.get(0), Term.atom(indices.toString()));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 1);
      int along = Sample.axis(random, shape.rank());
      int target = random.nextInt(1, 5);
      List<Integer> drawn = new ArrayList<>();
      while (drawn.size() < shape.side(Math.floorMod(along, shape.rank()))) {
        drawn.add(random.nextInt(-target, target));
      }
      return Sample.of(new ScatterAdd(drawn, target, along), Sample.operand(shape));
    }
  }
}
