package dev.letsbackprop.export;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forward pass, and then the backward pass, line by line in the order in which they run. */
final class NumpyScript extends Script implements Pullback.Observer<Written> {
  private final BitSet reached = new BitSet();

  NumpyScript(Graph graph, Tensor seed, List<Node> reported, long most) {
    super(Library.NUMPY, graph, seed, reported, most);
  }

  @Override
  void writeBody() {
    line("# Forward");
    for (Node node : graph.nodes()) {
      if (names.has(node)) {
        String value = node.isLeaf() ? tensor(node.value()) : step(node).text();
        line(names.of(node) + " = " + value);
      }
    }
    line("");
    line("# Backward: d_x is the gradient that has reached x so far");
    Node output = graph.output();
    line(names.gradient(output) + " = " + tensor(seed));
    reached.set(output.index());
    BitSet wanted = Pullback.only(reported.toArray(Node[]::new));
    List<Written> values =
        graph.nodes().stream()
            .map(node -> new Written(phrase(node), node.shape(), known(node)))
            .toList();
    Written start = new Written(Phrase.atom(names.gradient(output)), output.shape(), null);
    Python python = new Python(spelling, this::tensor);
    Pullback.of(python, graph, values, start, wanted, new BitSet(), this);
    line("");
    for (Node node : reported) {
      String gradient =
          reached.get(node.index())
              ? names.gradient(node)
              : "np.zeros_like(" + names.of(node) + ")";
      line(
          "show("
              + quoted(node)
              + ", "
              + names.of(node)
              + (node.isConstant() ? ")" : ", " + gradient + ")"));
    }
  }

  private @Nullable Tensor known(Node node) {
    return !names.has(node) ? node.value() : null;
  }

  @Override
  public void complete(Node node, Written adjoint) {}

  @Override
  public void sent(Node node, int place, Written flow) {
    Node input = node.inputs().get(place);
    String gradient = names.gradient(input);
    if (!reached.get(input.index())) {
      reached.set(input.index());
      line(gradient + " = " + flow.phrase().value().text());
      flow.name(gradient);
    } else {
      line(
          gradient
              + " = "
              + gradient
              + " + "
              + flow.phrase().value().within(Phrase.Binding.PRODUCT));
      flow.addTo(gradient);
    }
  }

  @Override
  String printing() {
    return """
    def show(node, value, gradient=None):
        line = {"node": node, "value": np.asarray(value).tolist()}
        if gradient is not None:
            line["gradient"] = np.asarray(gradient).tolist()
        print(json.dumps(line))
    """;
  }
}
