package dev.letsbackprop.layer;

import dev.letsbackprop.operation.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Layers in which a row meets weights as a whole. */
public sealed interface Dense<T> extends Layer<T> {

  @Described(
      summary = "Every row times the weight, plus the bias: y = xW + b.",
      formula = "y = x W + b",
      input = "N, ..., D",
      output = "N, ..., H",
      aliases = {"linear", "dense"},
      conventions = "The weight is [inputs, outputs]: the transpose of PyTorch's.",
      nodes = "matmul: xW, where there is a bias",
      example =
          """
          {"input": [[1, 2, 3], [4, 5, 6]],
           "layers": [{"type": "affine", "weight": [[1, 0], [0, 1], [2, -1]], "bias": [1, 2]}],
           "upstream": [[1, 2], [3, 4]]}\
          """)
  record Affine<T>(
      @Parameter(value = "what each feature counts for each unit", shape = "D, H") T weight,
      @Parameter(value = "what each unit starts from", shape = "H", optional = true)
          @Nullable T bias)
      implements Dense<T> {
    @Override
    public T wire(Wiring<T> on, T x) {
      return on.biased(on.product(x, weight), bias);
    }
  }

  @Described(
      summary = "Every row times the weight: y = xW, dx = dy Wᵀ, dW = xᵀ dy.",
      formula = "y = x W",
      input = "N, ..., D",
      output = "N, ..., H",
      conventions = "The weight is [inputs, outputs]: the transpose of PyTorch's.",
      example =
          """
          {"input": [[1, 2, 3], [4, 5, 6]],
           "layers": [{"type": "matmul", "weight": [[1, 0], [0, 1], [2, -1]]}],
           "upstream": [[1, 2], [3, 4]]}\
          """)
  record Matmul<T>(
      @Parameter(value = "what each feature counts for each unit", shape = "D, H") T weight)
      implements Dense<T> {
    @Override
    public T wire(Wiring<T> on, T x) {
      return on.product(x, weight);
    }
  }

  @Described(
      summary = "Every row plus the bias; its gradient is the sum over the rows.",
      formula = "y = x + b",
      input = "N, ..., D",
      output = "N, ..., D",
      example =
          """
          {"input": [[1, 2], [3, 4], [5, 6]],
           "layers": [{"type": "bias", "bias": [10, 20]}],
           "upstream": [[1, 2], [3, 4], [5, 6]]}\
          """)
  record Bias<T>(@Parameter(value = "what is added to each feature", shape = "D") T bias)
      implements Dense<T> {
    @Override
    public T wire(Wiring<T> on, T x) {
      return on.add(x, bias);
    }
  }

  @Described(
      summary = "For each index its row of a table, which is one-hot rows times the table.",
      formula = "y_n = W_{x_n}",
      input = "...",
      output = "..., E",
      indices = true,
      conventions = {
        "The input holds indices from 0 to V - 1; as the input of the stack it is a constant.",
        "An index that stands twice sends both of its gradients to the row, added up."
      },
      example =
          """
          {"input": [2, 0, 2],
           "layers": [{"type": "embedding", "table": [[1, 2], [3, 4], [5, 6]]}],
           "upstream": [[1, 2], [3, 4], [5, 6]]}\
          """)
  record Embedding<T>(
      @Parameter(value = "a row for each index that there can be", shape = "V, E") T table)
      implements Dense<T> {
    @Override
    public T wire(Wiring<T> on, T x) {
      return on.apply(Vocabulary.EMBEDDING, List.of(table, x));
    }
  }
}
