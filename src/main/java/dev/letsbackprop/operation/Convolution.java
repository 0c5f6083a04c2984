package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ConvolutionKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import dev.letsbackprop.tensor.Window;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Convolutions of planes, read as one sum over x·w·y: {@code conv2d} makes y of x and w, {@code
 * conv_transpose2d} x of y and w, {@code conv2d_weight} w of x and y; so the gradients of each are
 * the other two.
 */
public sealed interface Convolution extends Operation {
  Pair stride();

  Pair padding();

  Pair dilation();

  int groups();

  @Override
  default long arithmetic(List<Shape> inputs) {
    Shape made = shape(inputs);
    Shape y = this instanceof Conv2d ? made : inputs.get(this instanceof Conv2dWeight ? 1 : 0);
    return Planes.products(y, this instanceof Conv2dWeight ? made : inputs.get(1));
  }

  @Override
  default int arity() {
    return 2;
  }

  /** The window of weights whose last two sides are these. */
  default Window window(int height, int width) {
    if (groups() < 1) {
      throw Misuse.ofAttribute("groups", "groups cannot be below 1, found " + groups() + ".");
    }
    return Planes.window(new Pair(height, width), stride(), padding(), dilation());
  }

  default Window window(Shape w) {
    return window(w.side(2), w.side(3));
  }

  default <T> T convolve(Algebra<T> on, T x, T w) {
    return on.apply(new Conv2d(stride(), padding(), dilation(), groups()), List.of(x, w));
  }

  /** x of y and w, in the shape that x had. */
  default <T> T spread(Algebra<T> on, T y, T w, Shape x) {
    Pair rest = Planes.rest(on.shape(y), window(on.shape(w)), x);
    return on.apply(
        new ConvTranspose2d(stride(), padding(), rest, dilation(), groups()), List.of(y, w));
  }

  default <T> T correlate(Algebra<T> on, T x, T y, Shape w) {
    Pair size = new Pair(w.side(2), w.side(3));
    return on.apply(
        new Conv2dWeight(size, stride(), padding(), dilation(), groups()), List.of(x, y));
  }

  @Described(
      summary = "The convolution of planes with weights: a window of weights over every place.",
      formula = "_{n,o,i,j} = \\sum_{c,k,l} x_{n,c,i+k,j+l} \\cdot w_{o,c,k,l}",
      reason =
          "Each weight meets each element that it passes over: x gets the upstream"
              + " gradient spread by the same weights, w the correlation of x with it.",
      derivatives = {
        "_{n,c,i,j} = \\sum_{o,k,l} \\frac{\\partial L}{\\partial y_{n,o,i-k,j-l}}"
            + " \\cdot w_{o,c,k,l}",
        "_{o,c,k,l} = \\sum_{n,i,j} \\frac{\\partial L}{\\partial y_{n,o,i,j}} \\cdot"
            + " x_{n,c,i+k,j+l}"
      },
      shapeRule =
          "[batch, in, h, w] with weights [out, in/groups, kh, kw] is [batch, out, h', w'], where"
              + " h' = ⌊(h + 2·padding - dilation·(kh - 1) - 1)/stride⌋ + 1.",
      inputs = {"x", "w"},
      aliases = "Conv",
      conventions = {
        "The window is not flipped: strictly it is a cross-correlation, as in PyTorch.",
        "Padding is with zeros, on both sides alike.",
        "A pair is rows, then columns."
      },
      example = {"[[[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]]", "[[[[1, 0], [0, -1]]]]"})
  record Conv2d(
      @Attribute(value = "The step of the window.", otherwise = "1") Pair stride,
      @Attribute(value = "The zeros around each plane.", otherwise = "0") Pair padding,
      @Attribute(value = "The distance of neighbours in the window.", otherwise = "1")
          Pair dilation,
      @Attribute(value = "The groups of channels that do not mix.", otherwise = "1") int groups)
      implements Convolution {
    @Override
    public Shape shape(List<Shape> inputs) {
      Shape x = Planes.check(inputs.get(0));
      Shape w = inputs.get(1);
      if (w.rank() != 4) {
        throw Misuse.ofInputs(
            "Expected weights [out, in/groups, height, width], found shape " + w + ".");
      }
      Window window = window(w);
      if ((long) w.side(1) * groups != x.side(1) || w.side(0) % groups != 0) {
        throw Misuse.ofInputs(
            "Weights " + w + " of " + x.side(1) + " channels cannot be in " + groups + " groups.");
      }
      return Planes.places(x, w.side(0), window);
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      Tensor w = inputs.get(1);
      Shape y = shape(List.of(x.shape(), w.shape()));
      return ConvolutionKernel.convolve(y, x, w, window(w.shape()), groups);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0
          ? spread(on, cotangent, x.get(1), on.shape(x.get(0)))
          : correlate(on, x.get(0), cotangent, on.shape(x.get(1)));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.infix(x.get(0), "\\ast", x.get(1), Term.Binding.PRODUCT);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Drawn drawn = Drawn.of(random);
      Operation convolution =
          new Conv2d(drawn.stride(), drawn.padding(), drawn.dilation(), drawn.groups());
      return Sample.of(convolution, Sample.operand(drawn.x()), Sample.operand(drawn.w()));
    }
  }

  @Described(
      summary = "The transposed convolution: each element spread over a window by the weights.",
      formula = "_{n,c,i,j} = \\sum_{o,k,l} g_{n,o,i-k,j-l} \\cdot w_{o,c,k,l}",
      reason =
          "It is conv2d's gradient towards x, so its own is conv2d again, and the weights get the"
              + " same correlation.",
      derivatives = {
        "_{n,o,i,j} = \\sum_{c,k,l} \\frac{\\partial L}{\\partial y_{n,c,i+k,j+l}}"
            + " \\cdot w_{o,c,k,l}",
        "_{o,c,k,l} = \\sum_{n,i,j} \\frac{\\partial L}{\\partial y_{n,c,i+k,j+l}}"
            + " \\cdot g_{n,o,i,j}"
      },
      shapeRule =
          "[batch, out, h, w] with weights [out, in/groups, kh, kw] is [batch, in, h', w'], where"
              + " h' = (h - 1)·stride - 2·padding + dilation·(kh - 1) + 1 + output_padding.",
      inputs = {"g", "w"},
      aliases = "ConvTranspose",
      conventions = "Output padding only makes the result larger, at its ends, as in PyTorch.",
      example = {"[[[[1, 2], [3, 4]]]]", "[[[[1, 0], [0, -1]]]]"})
  record ConvTranspose2d(
      @Attribute(value = "The step of the window.", otherwise = "1") Pair stride,
      @Attribute(value = "What is cut off around each plane.", otherwise = "0") Pair padding,
      @Attribute(value = "More rows and columns at the ends.", otherwise = "0") Pair outputPadding,
      @Attribute(value = "The distance of neighbours in the window.", otherwise = "1")
          Pair dilation,
      @Attribute(value = "The groups of channels that do not mix.", otherwise = "1") int groups)
      implements Convolution {
    @Override
    public Shape shape(List<Shape> inputs) {
      Shape y = Planes.check(inputs.get(0));
      Shape w = inputs.get(1);
      if (w.rank() != 4) {
        throw Misuse.ofInputs(
            "Expected weights [out, in/groups, height, width], found shape " + w + ".");
      }
      Window window = window(w);
      if (w.side(0) != y.side(1) || w.side(0) % groups != 0) {
        throw Misuse.ofInputs(
            "Weights " + w + " in " + groups + " groups do not fit " + y.side(1) + " channels.");
      }
      if (outputPadding.atLeast(0, "output_padding").rows() >= stride.rows()
          || outputPadding.columns() >= stride.columns()) {
        throw Misuse.ofAttribute(
            "output_padding",
            "output_padding " + outputPadding + " must be less than stride " + stride + ".");
      }
      int height = Planes.spanned(y.side(2), window, true) + outputPadding.rows();
      int width = Planes.spanned(y.side(3), window, false) + outputPadding.columns();
      if (height < 1 || width < 1) {
        throw Misuse.ofInputs("Nothing is left of planes of shape " + y + " without the padding.");
      }
      return Shape.of(y.side(0), Planes.channels(w.side(1), groups), height, width);
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor y = inputs.get(0);
      Tensor w = inputs.get(1);
      Shape x = shape(List.of(y.shape(), w.shape()));
      return ConvolutionKernel.spread(x, w, y, window(w.shape()), groups);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0
          ? convolve(on, cotangent, x.get(1))
          : correlate(on, cotangent, x.get(0), on.shape(x.get(1)));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.infix(x.get(0), "\\ast^{\\top}", x.get(1), Term.Binding.PRODUCT);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Drawn drawn = Drawn.of(random);
      Pair more = new Pair(drawn.stride().rows() - 1, drawn.stride().columns() - 1);
      Operation transposed =
          new ConvTranspose2d(
              drawn.stride(), drawn.padding(), more, drawn.dilation(), drawn.groups());
      return Sample.of(transposed, Sample.operand(drawn.y()), Sample.operand(drawn.w()));
    }
  }

  @Described(
      summary =
          "The correlation of planes x with planes g, one number a weight: conv2d's"
              + " gradient towards its weights.",
      formula = "_{o,c,k,l} = \\sum_{n,i,j} x_{n,c,i+k,j+l} \\cdot g_{n,o,i,j}",
      reason =
          "It is linear in both inputs: x gets g spread by the upstream gradient, g the"
              + " convolution of x with it.",
      derivatives = {
        "_{n,c,i,j} = \\sum_{o,k,l} \\frac{\\partial L}{\\partial y_{o,c,k,l}} \\cdot"
            + " g_{n,o,i-k,j-l}",
        "_{n,o,i,j} = \\sum_{c,k,l} \\frac{\\partial L}{\\partial y_{o,c,k,l}} \\cdot"
            + " x_{n,c,i+k,j+l}"
      },
      shapeRule =
          "[batch, in, h, w] with [batch, out, h', w'] is [out, in/groups, kh, kw], where size is"
              + " [kh, kw].",
      inputs = {"x", "g"},
      example = {"[[[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]]", "[[[[1, 0], [0, 1]]]]"},
      exampleAttributes = "size=2")
  record Conv2dWeight(
      @Attribute("The rows and columns of the weights.") Pair size,
      @Attribute(value = "The step of the window.", otherwise = "1") Pair stride,
      @Attribute(value = "The zeros around each plane.", otherwise = "0") Pair padding,
      @Attribute(value = "The distance of neighbours in the window.", otherwise = "1")
          Pair dilation,
      @Attribute(value = "The groups of channels that do not mix.", otherwise = "1") int groups)
      implements Convolution {
    @Override
    public Shape shape(List<Shape> inputs) {
      Shape x = Planes.check(inputs.get(0));
      Shape y = Planes.check(inputs.get(1));
      Window window = window(size.rows(), size.columns());
      if (x.side(1) % groups != 0 || y.side(1) % groups != 0) {
        throw Misuse.ofAttribute(
            "groups",
            x.side(1) + " and " + y.side(1) + " channels do not make " + groups + " groups.");
      }
      Shape expected = Planes.places(x, y.side(1), window);
      if (!expected.equals(y)) {
        throw Misuse.ofInputs(
            "Such a convolution of shape " + x + " has shape " + expected + ", found " + y + ".");
      }
      return Shape.of(y.side(1), x.side(1) / groups, size.rows(), size.columns());
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      Tensor y = inputs.get(1);
      Shape w = shape(List.of(x.shape(), y.shape()));
      return ConvolutionKernel.correlate(w, x, y, window(w), groups);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0
          ? spread(on, x.get(1), cotangent, on.shape(x.get(0)))
          : convolve(on, x.get(0), cotangent);
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.infix(x.get(0), "\\star", x.get(1), Term.Binding.PRODUCT);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Drawn drawn = Drawn.of(random);
      Pair size = new Pair(drawn.w().side(2), drawn.w().side(3));
      Operation weight =
          new Conv2dWeight(size, drawn.stride(), drawn.padding(), drawn.dilation(), drawn.groups());
      return Sample.of(weight, Sample.operand(drawn.x()), Sample.operand(drawn.y()));
    }
  }
}
