package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ReductionKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;

/** The element that stands out: the others do not move the result. */
public sealed interface Extreme extends Reduction {

  @Override
  default Shape shape(List<Shape> inputs) {
    if (count(inputs.get(0)) == 0) {
      throw Misuse.ofInputs(
          "Nothing of shape " + inputs.get(0) + " stands along the axes: none is the extreme.");
    }
    return Reduction.super.shape(inputs);
  }

  @Override
  default <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
    T best = on.equal(x, y);
    T share = on.divide(cotangent, on.sumKeeping(best, axis()));
    // Chosen, not multiplied: where NaN won, the share is that of nobody.
    return on.where(best, share, on.constant(0));
  }

  @Misreading(
      did = "the upstream gradient was given to every element",
      due = "only the element of {x} that won gets it; the others get 0",
      derivatives = "_i = \\frac{\\partial L}{\\partial y}")
  default <T> T everywhere(Algebra<T> on, T x, T y, T cotangent) {
    return handed(on, x, cotangent);
  }

  @Described(
      summary = "The largest element along some axes, or of all.",
      formula = "\\max_i x_i",
      reason = "Only the element that won moves the result; the others get 0.",
      derivatives =
          "_i = \\frac{\\partial L}{\\partial y} \\cdot \\frac{\\left[x_i ="
              + " y\\right]}{\\sum_j \\left[x_j = y\\right]}",
      shapeRule = "The axes that are searched go, or stay as sides of 1 with keepdims.",
      aliases = {"amax", "ReduceMax"},
      conventions = {
        "All elements that tie share the upstream gradient evenly.",
        "NaN among the elements gives NaN, and then every gradient is 0.",
        "The maximum of nothing is an error."
      },
      example = "[[1, 5, 5], [4, 2, 3]]",
      exampleAttributes = "axis=1")
  record Max(
      @Attribute(value = "The axes to search; all where left out.", otherwise = "null") Axes axis,
      @Attribute(value = "Whether the axes stay as sides of 1.", otherwise = "false")
          boolean keepdims)
      implements Extreme {
    @Override
    public Reduction along(Axes other, boolean keep) {
      return new Max(other, keep);
    }

    @Override
    public Tensor evaluate(Tensor x, int[] axes) {
      return ReductionKernel.fold(x, Double.NEGATIVE_INFINITY, Math::max, axes);
    }

    @Override
    public String symbol() {
      return "\\max";
    }
  }

  @Described(
      summary = "The smallest element along some axes, or of all.",
      formula = "\\min_i x_i",
      reason = "Only the element that won moves the result; the others get 0.",
      derivatives =
          "_i = \\frac{\\partial L}{\\partial y} \\cdot \\frac{\\left[x_i ="
              + " y\\right]}{\\sum_j \\left[x_j = y\\right]}",
      shapeRule = "The axes that are searched go, or stay as sides of 1 with keepdims.",
      aliases = {"amin", "ReduceMin"},
      conventions = {
        "All elements that tie share the upstream gradient evenly.",
        "NaN among the elements gives NaN, and then every gradient is 0.",
        "The minimum of nothing is an error."
      },
      example = "[[1, 5, 1], [4, 2, 3]]",
      exampleAttributes = "axis=1")
  record Min(
      @Attribute(value = "The axes to search; all where left out.", otherwise = "null") Axes axis,
      @Attribute(value = "Whether the axes stay as sides of 1.", otherwise = "false")
          boolean keepdims)
      implements Extreme {
    @Override
    public Reduction along(Axes other, boolean keep) {
      return new Min(other, keep);
    }

    @Override
    public Tensor evaluate(Tensor x, int[] axes) {
      return ReductionKernel.fold(x, Double.POSITIVE_INFINITY, Math::min, axes);
    }

    @Override
    public String symbol() {
      return "\\min";
    }
  }
}
