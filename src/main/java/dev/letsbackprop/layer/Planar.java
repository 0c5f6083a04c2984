package dev.letsbackprop.layer;

import dev.letsbackprop.operation.Attribute;
import dev.letsbackprop.operation.Pair;
import dev.letsbackprop.operation.Vocabulary;
import dev.letsbackprop.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Layers for images, which have planes of channels. */
public sealed interface Planar<T> extends Layer<T> {

  @Described(
      summary = "A window of weights over every place of the planes, plus a bias a channel.",
      formula = "y_{n,o,i,j} = \\sum_{c,k,l} x_{n,c,i+k,j+l} \\cdot w_{o,c,k,l} + b_o",
      input = "N, C, Y, X",
      output = "N, O, …, …",
      conventions = {
        "The weight is laid out as PyTorch's, and the window is not flipped.",
        "Padding is with zeros, on both sides alike; a pair is rows, then columns."
      },
      nodes = {
        "conv2d: the convolution, where there is a bias",
        "bias_planes: the bias as [O, 1, 1]"
      },
      example =
          """
          {"input": [[[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]],
           "layers": [{"type": "conv2d", "weight": [[[[1, 0], [0, -1]]]], "bias": [1]}],
           "upstream": [[[[1, 2], [3, 4]]]]}\
          """)
  record Conv2d<T>(
      @Parameter(value = "a window for each output channel", shape = "O, C/groups, K, L") T weight,
      @Parameter(value = "what each output channel starts from", shape = "O", optional = true)
          @Nullable T bias,
      @Attribute(value = "The step of the window.", otherwise = "1") Pair stride,
      @Attribute(value = "The zeros around each plane.", otherwise = "0") Pair padding,
      @Attribute(value = "The distance of neighbours in the window.", otherwise = "1")
          Pair dilation,
      @Attribute(value = "The groups of channels that do not mix.", otherwise = "1") int groups)
      implements Planar<T> {
    @Override
    public T wire(Wiring<T> on, T x) {
      T y = on.apply(Vocabulary.conv2d(stride, padding, dilation, groups), List.of(x, weight));
      return bias == null ? y : on.add(y, Regularisation.planes(on, "bias_planes", bias, 2));
    }
  }

  @Described(
      summary = "All of a row in one axis, in the order in which it stands.",
      formula = "y = \\operatorname{reshape}\\left(x, \\left[N, -1\\right]\\right)",
      input = "N, D, ...",
      output = "N, …",
      example =
          """
          {"input": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]],
           "layers": [{"type": "flatten"}],
           "upstream": [[1, 2, 3, 4], [5, 6, 7, 8]]}\
          """)
  record Flatten<T>() implements Planar<T> {
    @Override
    public T wire(Wiring<T> on, T x) {
      Shape shape = on.shape(x);
      long row = shape.slice(1, shape.rank()).size();
      // A row has no more elements than the whole, and that is one tensor.
      return on.reshape(x, Shape.of(shape.side(0), Math.toIntExact(row)));
    }
  }
}
