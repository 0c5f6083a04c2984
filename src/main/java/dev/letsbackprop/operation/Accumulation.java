package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ElementwiseKernel;
import dev.letsbackprop.tensor.ReductionKernel;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Many elements brought together by something other than adding them up. */
public sealed interface Accumulation extends Reduction {

  @Described(
      summary = "The product of the elements along some axes, or of all.",
      formula = "\\prod_i x_i",
      symbol = "Π",
      reason =
          "Moving a factor by a little moves the product by the product of all others: those before"
              + " it times those after it, so a factor of 0 needs no division by 0.",
      derivatives = "_i = \\frac{\\partial L}{\\partial y} \\cdot \\prod_{j \\neq i} x_j",
      shapeRule = "The axes that are multiplied go, or stay as sides of 1 with keepdims.",
      aliases = {"product", "ReduceProd"},
      conventions = {
        "The product of nothing is 1.",
        "One factor of 0 gets the product of the others; with two of them all get 0."
      },
      example = "[2, 3, 4]")
  record Prod(
      @Attribute(value = "The axes to multiply over; all where left out.", otherwise = "null")
          Axes axis,
      @Attribute(value = "Whether the axes stay as sides of 1.", otherwise = "false")
          boolean keepdims)
      implements Accumulation {
    @Override
    public Reduction along(Axes other, boolean keep) {
      return new Prod(other, keep);
    }

    @Override
    public Tensor evaluate(Tensor x, int[] axes) {
      return ReductionKernel.fold(x, 1, (a, b) -> a * b, axes);
    }

    /** One axis after another, each the product of a line of factors. */
    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      int[] axes = axis.within(on.shape(x).rank());
      List<T> factors = new ArrayList<>();
      T product = x;
      for (int along : axes) {
        factors.add(product);
        if (factors.size() < axes.length) {
          product = on.apply(new Prod(Axes.of(along), true), List.of(product));
        }
      }
      T flow = cotangent;
      for (int i = axes.length - 1; i >= 0; i--) {
        List<T> line = List.of(factors.get(i));
        T before = on.apply(new Cumulative.Cumprod(axes[i], true, false), line);
        T after = on.apply(new Cumulative.Cumprod(axes[i], true, true), line);
        flow = on.multiply(flow, on.multiply(before, after));
      }
      return flow;
    }

    @Override
    public String symbol() {
      return "\\prod";
    }
  }

  @Described(
      summary = "The logarithm of the sum of exponentials along some axes, or of all.",
      formula = "\\log \\sum_i e^{x_i}",
      reason =
          "The sum grows by eˣ, and its logarithm by that over the sum: each element's share, which"
              + " is softmax.",
      derivatives = "_i = \\frac{\\partial L}{\\partial y} \\cdot \\frac{e^{x_i}}{\\sum_j e^{x_j}}",
      derivation = {
        "s = \\sum_j e^{x_j}, \\quad y = \\log s",
        "\\frac{\\partial L}{\\partial s} = \\frac{\\frac{\\partial L}{\\partial y}}{s}",
        "\\frac{\\partial L}{\\partial x_i} = \\frac{\\partial L}{\\partial s} \\cdot e^{x_i} ="
            + " \\frac{\\partial L}{\\partial y} \\cdot \\frac{e^{x_i}}{\\sum_j e^{x_j}}"
      },
      shapeRule = "The axes that are summed go, or stay as sides of 1 with keepdims.",
      aliases = "ReduceLogSumExp",
      conventions = {
        "The largest element is taken off first, so elements of ±1000 do not overflow.",
        "Of nothing, or where every element is -Infinity, it is -Infinity; its gradient there is"
            + " NaN."
      },
      example = "[-1, 0, 1]")
  record Logsumexp(
      @Attribute(value = "The axes to sum over; all where left out.", otherwise = "null") Axes axis,
      @Attribute(value = "Whether the axes stay as sides of 1.", otherwise = "false")
          boolean keepdims)
      implements Accumulation {
    @Override
    public Reduction along(Axes other, boolean keep) {
      return new Logsumexp(other, keep);
    }

    @Override
    public Tensor evaluate(Tensor x, int[] axes) {
      Tensor largest =
          ReductionKernel.fold(x, Double.NEGATIVE_INFINITY, Math::max, axes)
              .map(max -> Double.isFinite(max) ? max : 0);
      Tensor shares =
          ElementwiseKernel.zip(x.shape(), x, largest, (a, max) -> StrictMath.exp(a - max));
      return ElementwiseKernel.zip(
          largest.shape(),
          largest,
          ReductionKernel.sum(shares, axes),
          (max, sum) -> max + StrictMath.log(sum));
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      int[] axes = axis.within(on.shape(x).rank());
      // Softmax does not lose the digits that the value, far from 0, has no room for.
      T shares =
          axes.length == 1
              ? on.apply(new Normalisation.Softmax(axes[0]), List.of(x))
              : on.apply(new Exponential.Exp(), List.of(on.subtract(x, y)));
      return on.multiply(cotangent, shares);
    }

    @Override
    public String symbol() {
      return "\\operatorname{logsumexp}";
    }
  }
}
