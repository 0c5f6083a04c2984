package dev.letsbackprop.layer;

import dev.letsbackprop.operation.Attribute;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Vocabulary;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Layers in which every step of a sequence looks at every other. */
public sealed interface Attentive<T> extends Layer<T> {
  /** What a score is that no step may have: softmax makes it exactly 0. */
  double HIDDEN = -1e308;

  @Described(
      summary = "Self-attention: each step takes a mean of all values, weighted by its scores.",
      formula =
          "\\begin{aligned} A &= \\operatorname{softmax}\\left(\\frac{\\left(x W_q\\right)"
              + " \\left(x W_k\\right)^{\\top}}{\\sqrt{d}}\\right) \\\\ y &= A \\left(x"
              + " W_v\\right) W_o \\end{aligned}",
      input = "N, T, D",
      output = "N, T, F or O",
      conventions = {
        "d is the width of a head: E / heads. Heads are next to each other in the columns of the"
            + " weights, as in PyTorch's MultiheadAttention.",
        "With more than one head, scores and weights are [N, heads, T, T].",
        "Where it is causal, the score of a later step is -1e308, in place of -Infinity: its weight"
            + " is exactly 0.",
        "Weights are [inputs, outputs], the transposes of PyTorch's."
      },
      nodes = {
        "query: xWq plus its bias",
        "key: xWk plus its bias",
        "value: xWv plus its bias",
        "scores: how much each step has to do with each, over √d",
        "visible: 1 for a step that may be seen, a constant, where it is causal",
        "masked: the scores of what may be seen, where it is causal",
        "weights: the scores as probabilities",
        "context: the mean of the values, weighted",
        "merged: the heads side by side again, where there are several",
        "query_heads: the query by heads, where there are several",
        "key_heads: the key by heads, where there are several",
        "value_heads: the value by heads, where there are several"
      },
      example =
          """
          {"input": [[[1, 0], [0, 1], [1, 1]]],
           "layers": [{"type": "attention", "causal": true,
                       "query_weight": [[1, 0], [0, 1]], "key_weight": [[0, 1], [1, 0]],
                       "value_weight": [[1, 2], [3, 4]], "output_weight": [[1, 0], [0, 1]]}],
           "upstream": [[[1, 2], [3, 4], [5, 6]]]}\
          """)
  record Attention<T>(
      @Parameter(value = "what each step looks for", shape = "D, E") T queryWeight,
      @Parameter(value = "what each step can be found by", shape = "D, E") T keyWeight,
      @Parameter(value = "what each step has to give", shape = "D, F") T valueWeight,
      @Parameter(value = "what becomes of the mean", shape = "F, O", optional = true)
          @Nullable T outputWeight,
      @Parameter(value = "the bias of the query", shape = "E", optional = true)
          @Nullable T queryBias,
      @Parameter(value = "the bias of the key", shape = "E", optional = true) @Nullable T keyBias,
      @Parameter(value = "the bias of the value", shape = "F", optional = true)
          @Nullable T valueBias,
      @Parameter(value = "the bias of the output", shape = "O", optional = true)
          @Nullable T outputBias,
      @Attribute(value = "How many heads look apart from each other.", otherwise = "1") int heads,
      @Attribute(value = "Whether no step sees a later one.", otherwise = "false") boolean causal)
      implements Attentive<T> {
    @Override
    public T wire(Wiring<T> on, T x) {
      if (outputBias != null && outputWeight == null) {
        throw Misuse.ofAttribute("output_bias", "output_bias needs output_weight.");
      }
      T query = heads(on, "query", on.biased(on.product(x, queryWeight), queryBias));
      T key = heads(on, "key", on.biased(on.product(x, keyWeight), keyBias));
      T value = heads(on, "value", on.biased(on.product(x, valueWeight), valueBias));
      T weights = on.name("weights", on.softmax(visible(on, scores(on, query, key))));
      T context = on.name("context", on.product(weights, value));
      T merged = heads == 1 ? context : on.name("merged", merge(on, context));
      return outputWeight == null
          ? merged
          : on.biased(on.product(merged, outputWeight), outputBias);
    }

    private T scores(Wiring<T> on, T query, T key) {
      Shape shape = on.shape(query);
      int width = shape.side(shape.rank() - 1);
      T products = on.matmul(query, false, key, true);
      return on.name("scores", on.divide(products, on.constant(Math.sqrt(width))));
    }

    private T visible(Wiring<T> on, T scores) {
      if (!causal) {
        return scores;
      }
      int steps = on.shape(scores).side(on.shape(scores).rank() - 1);
      Shape square = Shape.of(steps, steps);
      T visible = on.constant("visible", square, () -> lowerTriangle(square));
      return on.name("masked", on.where(visible, scores, on.constant(HIDDEN)));
    }

    private static Tensor lowerTriangle(Shape square) {
      return Vocabulary.LOWER_TRIANGLE.evaluate(List.of(Tensor.filled(square, 1)));
    }

    /** [N, T, heads · width] as [N, heads, T, width]; as it is for a single head. */
    private T heads(Wiring<T> on, String word, T x) {
      on.name(word, x);
      Shape shape = on.shape(x);
      int units = shape.side(2);
      if (heads < 1 || units % heads != 0) {
        throw Misuse.ofAttribute(
            "heads",
            heads < 1
                ? "heads cannot be below 1, found " + heads + "."
                : "heads is "
                    + heads
                    + ", which does not divide the units of the "
                    + word
                    + ", "
                    + units
                    + ".");
      }
      if (heads == 1) {
        return x;
      }
      T apart = on.reshape(x, shape.with(2, heads).then(units / heads));
      return on.name(word + "_heads", on.apply(Vocabulary.transpose(0, 2, 1, 3), List.of(apart)));
    }

    private T merge(Wiring<T> on, T context) {
      Shape shape = on.shape(context);
      T together = on.apply(Vocabulary.transpose(0, 2, 1, 3), List.of(context));
      return on.reshape(
          together, Shape.of(shape.side(0), shape.side(2), shape.side(1) * shape.side(3)));
    }
  }
}
