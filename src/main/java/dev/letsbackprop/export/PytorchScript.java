package dev.letsbackprop.export;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The forward pass line by line; the backward pass is PyTorch's. */
final class PytorchScript extends Script {

  PytorchScript(Graph graph, Tensor seed, List<Node> reported, long most) {
    super(Library.PYTORCH, graph, seed, reported, most);
  }

  @Override
  void writeBody() {
    Set<Node> kept = new HashSet<>(reported);
    for (Node node : graph.nodes()) {
      if (!names.has(node)) {
        continue;
      }
      String value = node.isLeaf() ? tensor(node.value()) : step(node).text();
      if (node.isLeaf()) {
        value += node.isConstant() ? "" : ".requires_grad_()";
      } else if (kept.contains(node)) {
        value = "kept(" + value + ")";
      }
      line(names.of(node) + " = " + value);
    }
    line("");
    line(names.of(graph.output()) + ".backward(" + tensor(seed) + ")");
    line("");
    for (Node node : reported) {
      line("show(" + quoted(node) + ", " + names.of(node) + ")");
    }
  }

  @Override
  String printing() {
    return """
    def kept(step):
        \"""The same, but that its gradient can be read, also where no leaf's depends on it.\"""
        if step.requires_grad:
            step.retain_grad()
            return step
        return step.clone().requires_grad_()


    def show(node, value):
        line = {"node": node, "value": value.tolist()}
        if value.requires_grad:
            line["gradient"] = (torch.zeros_like(value) if value.grad is None else value.grad).tolist()
        print(json.dumps(line))
    """;
  }
}
