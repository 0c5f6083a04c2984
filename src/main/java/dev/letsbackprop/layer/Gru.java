package dev.letsbackprop.layer;

import org.jspecify.annotations.Nullable;

@Described(
    summary = "The gated recurrent unit: the state is kept or replaced, gate by gate.",
    formula =
        "\\begin{aligned} r, z &= \\sigma\\left(x_t W_x + b + h_{t-1} W_h + b_h\\right)_{r, z}"
            + " \\\\ n &= \\tanh\\left(\\left(x_t W_x + b\\right)_n + r \\cdot \\left(h_{t-1} W_h"
            + " + b_h\\right)_n\\right) \\\\ h_t &= \\left(1 - z\\right) \\cdot n + z \\cdot"
            + " h_{t-1} \\end{aligned}",
    input = "N, T, D",
    output = "N, T, H",
    conventions = {
      "The columns of the weights are the gates r, z, n (reset, update, candidate), each of H"
          + " columns: PyTorch's order.",
      "The reset gate acts on the state's product and its bias, as PyTorch's does: so there are two"
          + " biases.",
      "Weights are [inputs, outputs], the transposes of PyTorch's.",
      "Without initial_hidden the state before the first step is zeros."
    },
    nodes = {
      "x[t]: the input of step t",
      "from_x[t]: what the input gives to the three gates",
      "from_hidden[t]: what the last state gives to them",
      "reset_preactivation[t]: what goes into the reset gate",
      "update_preactivation[t]: what goes into the update gate",
      "candidate_preactivation[t]: what goes into the candidate",
      "reset_gate[t]: how much of the last state the candidate sees",
      "update_gate[t]: how much of the last state stays",
      "candidate[t]: what the state could become",
      "seen[t]: what the candidate sees of the last state",
      "replaced[t]: the candidate's part of the state",
      "kept[t]: the last state's part of it",
      "hidden[t]: the state after step t",
      "initial_hidden: zeros, where none is given"
    },
    example =
        """
        {"input": [[[1], [2]]],
         "layers": [{"type": "gru", "weight_x": [[0.1, 0.2, 0.3]],
                     "weight_h": [[0.4, 0.5, 0.6]], "bias": [0, 1, 0]}],
         "upstream": [[[1], [1]]]}\
        """)
record Gru<T>(
    @Parameter(value = "what each feature counts for each gate", shape = "D, 3H") T weightX,
    @Parameter(value = "what each unit of the last state counts", shape = "H, 3H") T weightH,
    @Parameter(value = "what each gate starts from", shape = "3H", optional = true)
        @Nullable T bias,
    @Parameter(value = "what the state's products start from", shape = "3H", optional = true)
        @Nullable T biasH,
    @Parameter(value = "the state before the first step", shape = "N, H", optional = true)
        @Nullable T initialHidden)
    implements Recurrent<T> {
  @Override
  public T wire(Wiring<T> on, T x) {
    return unroll(on, x, this::next);
  }

  private T next(Wiring<T> now, T x, T hidden) {
    int units = now.shape(weightH).side(0);
    T fromX = now.name("from_x", now.biased(now.product(x, weightX), bias));
    T fromHidden = now.name("from_hidden", now.biased(now.product(hidden, weightH), biasH));
    T reset = now.name("reset_gate", now.sigmoid(both(now, "reset", fromX, fromHidden, 0)));
    T update = now.name("update_gate", now.sigmoid(both(now, "update", fromX, fromHidden, 1)));
    T seen = now.name("seen", now.multiply(reset, now.part(fromHidden, 2, units)));
    T before = now.name("candidate_preactivation", now.add(now.part(fromX, 2, units), seen));
    T candidate = now.name("candidate", now.tanh(before));
    T rest = now.subtract(now.constant(1), update);
    T replaced = now.name("replaced", now.multiply(rest, candidate));
    T kept = now.name("kept", now.multiply(update, hidden));
    return now.name("hidden", now.add(replaced, kept));
  }

  private T both(Wiring<T> now, String gate, T fromX, T fromHidden, int place) {
    int units = now.shape(weightH).side(0);
    T sum = now.add(now.part(fromX, place, units), now.part(fromHidden, place, units));
    return now.name(gate + "_preactivation", sum);
  }
}
