package dev.letsbackprop.layer;

import dev.letsbackprop.operation.Attribute;
import dev.letsbackprop.operation.Vocabulary;
import dev.letsbackprop.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Layers that steady training. */
public sealed interface Regularisation<T> extends Layer<T> {

  @Described(
      summary = "Each channel shifted and scaled to mean 0 and variance 1, then by gamma and beta.",
      formula = "y = \\gamma \\cdot \\frac{x - \\mu}{\\sqrt{\\sigma^{2} + \\text{eps}}} + \\beta",
      input = "N, C, ...",
      output = "N, C, ...",
      conventions = {
        "Mean and variance are those of the batch, as while training; there are no running"
            + " averages.",
        "The variance is the biased one, which divides by the count: that with which PyTorch"
            + " normalises."
      },
      nodes = {
        "normalized: the channels with mean 0 and variance 1",
        "scaled: those times gamma, where there is a beta as well",
        "gamma_planes: gamma as [C, 1, …], where the input has planes",
        "beta_planes: beta as [C, 1, …], where the input has planes"
      },
      example =
          """
          {"input": [[1, 2], [3, 2], [5, 8]],
           "layers": [{"type": "batch_norm", "gamma": [1, 2], "beta": [0, 1]}],
           "upstream": [[1, 2], [3, 4], [5, 6]]}\
          """)
  record BatchNorm<T>(
      @Parameter(value = "the scale of each channel", shape = "C", optional = true)
          @Nullable T gamma,
      @Parameter(value = "the shift of each channel", shape = "C", optional = true)
          @Nullable T beta,
      @Attribute(value = "What is added to the variance.", otherwise = "1e-5") double eps)
      implements Regularisation<T> {
    @Override
    public T wire(Wiring<T> on, T x) {
      T normalized = on.name("normalized", on.apply(Vocabulary.batchNorm(eps), List.of(x)));
      int planes = on.shape(x).rank() - 2;
      T scaled =
          gamma == null
              ? normalized
              : on.multiply(planes(on, "gamma_planes", gamma, planes), normalized);
      on.name("scaled", scaled);
      return beta == null ? scaled : on.add(scaled, planes(on, "beta_planes", beta, planes));
    }
  }

  /** A number for each channel, as it broadcasts over planes behind the channels. */
  static <T> T planes(Wiring<T> on, String word, T channels, int planes) {
    Shape shape = on.shape(channels);
    for (int axis = 0; axis < planes; axis++) {
      shape = shape.then(1);
    }
    return on.name(word, on.reshape(channels, shape));
  }

  @Described(
      summary = "Each row shifted and scaled to mean 0 and variance 1, then by gamma and beta.",
      formula = "y = \\gamma \\cdot \\frac{x - \\mu}{\\sqrt{\\sigma^{2} + \\text{eps}}} + \\beta",
      input = "N, ..., D",
      output = "N, ..., D",
      conventions = {
        "Mean and variance are taken over the last axis.",
        "The variance is the biased one, which divides by the count, as PyTorch's."
      },
      nodes = {
        "normalized: the rows with mean 0 and variance 1",
        "scaled: those times gamma, where there is a beta as well"
      },
      example =
          """
          {"input": [[1, 2, 3], [1, 1, 4]],
           "layers": [{"type": "layer_norm", "gamma": [1, 2, 1], "beta": [0, 1, 0]}],
           "upstream": [[1, 2, 3], [4, 5, 6]]}\
          """)
  record LayerNorm<T>(
      @Parameter(value = "the scale of each feature", shape = "D", optional = true)
          @Nullable T gamma,
      @Parameter(value = "the shift of each feature", shape = "D", optional = true)
          @Nullable T beta,
      @Attribute(value = "What is added to the variance.", otherwise = "1e-5") double eps)
      implements Regularisation<T> {
    @Override
    public T wire(Wiring<T> on, T x) {
      T normalized = on.name("normalized", on.apply(Vocabulary.layerNorm(eps), List.of(x)));
      T scaled = gamma == null ? normalized : on.multiply(gamma, normalized);
      return on.biased(on.name("scaled", scaled), beta);
    }
  }

  @Described(
      summary = "What the mask lets through, divided by the share that is kept on average.",
      formula = "y = \\frac{x \\cdot m}{1 - \\text{rate}}",
      input = "...",
      output = "...",
      conventions = {
        "The mask is given and holds 0 and 1, so that the answer is the same every time.",
        "What passes is divided by 1 - rate (inverted dropout)."
      },
      example =
          """
          {"input": [[1, 2, 3, 4]],
           "layers": [{"type": "dropout", "rate": 0.25, "mask": [[1, 0, 1, 1]]}],
           "upstream": [[1, 2, 3, 4]]}\
          """)
  record Dropout<T>(
      @Given(value = "1 for what passes, 0 for what is dropped", kind = Part.Kind.MASK) T mask,
      @Attribute(value = "How much is dropped on average, from 0 to below 1.", otherwise = "0.5")
          double rate)
      implements Regularisation<T> {
    @Override
    public T wire(Wiring<T> on, T x) {
      return on.apply(Vocabulary.dropout(rate), List.of(x, mask));
    }
  }
}
