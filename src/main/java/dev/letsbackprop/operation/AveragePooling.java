package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ConvolutionKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mean of each window, which is a convolution with equal weights. */
public sealed interface AveragePooling extends Pooling {

  @Described(
      summary = "The mean of each window.",
      formula =
          "_{ij} = \\frac{1}{n} \\sum_{k,l < \\text{size}} x_{i \\cdot \\text{stride} +"
              + " k,\\, j \\cdot \\text{stride} + l}",
      reason =
          "Each element of a window of n moves its mean by one n-th: the upstream"
              + " gradient is shared out evenly.",
      derivatives =
          "_{pq} = \\frac{1}{n} \\cdot \\sum_{ij :\\, x_{pq} \\in \\text{window}_{ij}}"
              + " \\frac{\\partial L}{\\partial y_{ij}}",
      shapeRule =
          "[batch, channels, h, w] becomes [batch, channels, h', w'], where h' = ⌊(h + 2·padding -"
              + " size)/stride⌋ + 1.",
      conventions = {
        "The zeros of the padding count as elements of the window, as in PyTorch"
            + " (count_include_pad).",
        "A pair is rows, then columns."
      },
      example = "[[[[1, 2, 0, 1], [3, 0, 1, 4], [0, 1, 2, 2], [5, 0, 2, 2]]]]",
      exampleAttributes = "size=2")
  record AvgPool2d(
      @Attribute("The rows and columns of the window.") Pair size,
      @Attribute(value = "Its step; left out, its size.", otherwise = "null") @Nullable Pair stride,
      @Attribute(value = "The zeros around each plane.", otherwise = "0") Pair padding)
      implements AveragePooling {
    @Override
    public int arity() {
      return 1;
    }

    @Override
    public Pooling pooling(Pair other, @Nullable Pair step, Pair around) {
      return new AvgPool2d(other, step, around);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      return pooled(inputs.get(0));
    }

    private double count() {
      return (double) size.rows() * size.columns();
    }

    private Tensor ones(int channels) {
      return Tensor.filled(Shape.of(channels, 1, size.rows(), size.columns()), 1);
    }

    /** The weights, of which there may be more than elements where most of a window is padding. */
    @Override
    public long workspace(List<Shape> inputs) {
      return Shape.of(inputs.get(0).side(1), size.rows(), size.columns()).extent();
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      int channels = x.shape().side(1);
      return ConvolutionKernel.convolve(pooled(x.shape()), x, ones(channels), window(), channels)
          .map(sum -> sum / count());
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape shape = on.shape(x.get(0));
      int channels = shape.side(1);
      T share = on.divide(cotangent, on.constant(count()));
      return new Convolution.Conv2d(step(), padding, Pair.both(1), channels)
          .spread(on, share, on.constant(ones(channels)), shape);
    }

    @Misreading(
        did = "the upstream gradient was not divided by the size of the window",
        due =
            "every element of a window of {x} gets the upstream gradient over the number of"
                + " elements averaged",
        derivatives =
            "_{ij} = \\sum_{pq : (i, j) \\in \\text{window } pq} \\frac{\\partial"
                + " L}{\\partial y_{pq}}",
        telling = true)
    public <T> T notDivided(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return vjp(on, place, x, y, on.multiply(on.constant(count()), cotangent));
    }
  }
}
