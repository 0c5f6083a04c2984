package dev.letsbackprop.layer;

import org.jspecify.annotations.Nullable;

@Described(
    summary = "The plain recurrent layer: each step's state comes of its input and the last state.",
    formula = "h_t = \\tanh\\left(x_t W_x + h_{t-1} W_h + b\\right)",
    input = "N, T, D",
    output = "N, T, H",
    conventions = {
      "Weights are [inputs, outputs], the transposes of PyTorch's; the one bias is the sum of"
          + " PyTorch's two.",
      "Without initial_hidden the state before the first step is zeros.",
      "Steps are counted from 0: hidden[t] comes of x[t]."
    },
    nodes = {
      "x[t]: the input of step t",
      "preactivation[t]: what goes into tanh",
      "hidden[t]: the state after step t",
      "initial_hidden: zeros, where none is given"
    },
    example =
        """
        {"input": [[[1, 2], [3, 4]]],
         "layers": [{"type": "rnn", "weight_x": [[0.1], [0.2]], "weight_h": [[0.5]], "bias": [0]}],
         "upstream": [[[1], [1]]]}\
        """)
record Rnn<T>(
    @Parameter(value = "what each feature counts for each unit", shape = "D, H") T weightX,
    @Parameter(value = "what each unit of the last state counts", shape = "H, H") T weightH,
    @Parameter(value = "what each unit starts from", shape = "H", optional = true) @Nullable T bias,
    @Parameter(value = "the state before the first step", shape = "N, H", optional = true)
        @Nullable T initialHidden)
    implements Recurrent<T> {
  @Override
  public T wire(Wiring<T> on, T x) {
    return unroll(
        on,
        x,
        (now, xt, hidden) -> {
          T both = now.add(now.product(xt, weightX), now.product(hidden, weightH));
          return now.name("hidden", now.tanh(now.name("preactivation", now.biased(both, bias))));
        });
  }
}
