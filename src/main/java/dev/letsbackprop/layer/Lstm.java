package dev.letsbackprop.layer;

import org.jspecify.annotations.Nullable;

@Described(
    summary = "Long short-term memory: a cell that gates let in, forget and let out.",
    formula =
        "\\begin{aligned} i, f, o &= \\sigma\\left(x_t W_x + h_{t-1} W_h + b\\right)_{i, f, o}"
            + " \\\\ g &= \\tanh\\left(x_t W_x + h_{t-1} W_h + b\\right)_g \\\\ c_t &= f \\cdot"
            + " c_{t-1} + i \\cdot g \\\\ h_t &= o \\cdot \\tanh\\left(c_t\\right)"
            + " \\end{aligned}",
    input = "N, T, D",
    output = "N, T, H",
    conventions = {
      "The columns of the weights are the gates i, f, g, o (input, forget, candidate, output), each"
          + " of H columns: PyTorch's order.",
      "Weights are [inputs, outputs], the transposes of PyTorch's; the one bias is the sum of"
          + " PyTorch's two.",
      "Without initial_hidden and initial_cell the states before the first step are zeros."
    },
    nodes = {
      "x[t]: the input of step t",
      "preactivation[t]: what goes into the four gates, side by side",
      "input_preactivation[t]: what goes into the input gate; the others alike",
      "forget_preactivation[t]: what goes into the forget gate",
      "candidate_preactivation[t]: what goes into the candidate",
      "output_preactivation[t]: what goes into the output gate",
      "input_gate[t]: how much of the candidate is let in",
      "forget_gate[t]: how much of the cell stays",
      "candidate[t]: what the cell could take in",
      "output_gate[t]: how much of the cell is shown",
      "kept[t]: the cell's part that stays",
      "added[t]: what is let in",
      "cell[t]: the cell after step t",
      "shown[t]: tanh of the cell",
      "hidden[t]: the state after step t",
      "initial_hidden: zeros, where none is given",
      "initial_cell: zeros, where none is given"
    },
    example =
        """
        {"input": [[[1], [2]]],
         "layers": [{"type": "lstm", "weight_x": [[0.1, 0.2, 0.3, 0.4]],
                     "weight_h": [[0.5, 0.6, 0.7, 0.8]], "bias": [0, 1, 0, 0]}],
         "upstream": [[[1], [1]]]}\
        """)
record Lstm<T>(
    @Parameter(value = "what each feature counts for each gate", shape = "D, 4H") T weightX,
    @Parameter(value = "what each unit of the last state counts", shape = "H, 4H") T weightH,
    @Parameter(value = "what each gate starts from", shape = "4H", optional = true)
        @Nullable T bias,
    @Parameter(value = "the state before the first step", shape = "N, H", optional = true)
        @Nullable T initialHidden,
    @Parameter(value = "the cell before the first step", shape = "N, H", optional = true)
        @Nullable T initialCell)
    implements Recurrent<T> {
  @Override
  public T wire(Wiring<T> on, T x) {
    Cell cell = new Cell(initial(on, "initial_cell", initialCell, x));
    return unroll(on, x, cell::next);
  }

  /** The cell of the last step, which is handed on beside the hidden state. */
  private final class Cell {
    private T state;

    Cell(T initial) {
      state = initial;
    }

    T next(Wiring<T> now, T x, T hidden) {
      T both = now.add(now.product(x, weightX), now.product(hidden, weightH));
      T all = now.name("preactivation", now.biased(both, bias));
      T input = now.name("input_gate", now.sigmoid(part(now, "input", all, 0)));
      T forget = now.name("forget_gate", now.sigmoid(part(now, "forget", all, 1)));
      T candidate = now.name("candidate", now.tanh(part(now, "candidate", all, 2)));
      T output = now.name("output_gate", now.sigmoid(part(now, "output", all, 3)));
      T kept = now.name("kept", now.multiply(forget, state));
      T added = now.name("added", now.multiply(input, candidate));
      state = now.name("cell", now.add(kept, added));
      T shown = now.name("shown", now.tanh(state));
      return now.name("hidden", now.multiply(output, shown));
    }

    private T part(Wiring<T> now, String gate, T all, int place) {
      int units = now.shape(weightH).side(0);
      return now.name(gate + "_preactivation", now.part(all, place, units));
    }
  }
}
