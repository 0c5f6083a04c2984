package dev.letsbackprop.export;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The forward pass as a function; the backward pass is JAX's.
 *
 * <p>JAX differentiates towards what a function is given, so each step has a zero added to it whose
 * gradient is that of the step.
 */
final class JaxScript extends Script {

  JaxScript(Graph graph, Tensor seed, List<Node> reported, long most) {
    super(Library.JAX, graph, seed, reported, most);
  }

  @Override
  void writeBody() {
    Set<Node> asked = new HashSet<>(reported);
    for (Node node : graph.nodes()) {
      if (names.has(node) && node.isConstant()) {
        line(names.of(node) + " = " + tensor(node.value()));
      }
    }
    line("inputs = {");
    for (Node node : graph.nodes()) {
      if (isDifferentiated(node)) {
        line("    " + key(node) + ": " + tensor(node.value()) + ",");
      }
    }
    line("}");
    line("# One for each step, added to it: its gradient is that of the step.");
    line("zeros = {");
    for (Node node : reported) {
      if (!node.isLeaf()) {
        line("    " + key(node) + ": jnp.zeros(" + Literal.tuple(node.shape().toList()) + "),");
      }
    }
    line("}");
    line("");
    line("");
    line("def forward(inputs, zeros):");
    for (Node node : graph.nodes()) {
      if (isDifferentiated(node)) {
        line("    " + names.of(node) + " = inputs[" + key(node) + "]");
      } else if (!node.isLeaf()) {
        Phrase step = step(node);
        boolean added = asked.contains(node);
        line(
            "    "
                + names.of(node)
                + " = "
                + (added
                    ? step.within(Phrase.Binding.SUM) + " + zeros[" + key(node) + "]"
                    : step.text()));
      }
    }
    line("    steps = {");
    for (Node node : reported) {
      if (!node.isLeaf()) {
        line("        " + key(node) + ": " + names.of(node) + ",");
      }
    }
    line("    }");
    line("    return " + names.of(graph.output()) + ", steps");
    line("");
    line("");
    line("_, back, steps = jax.vjp(forward, inputs, zeros, has_aux=True)");
    line("d_inputs, d_zeros = back(" + tensor(seed) + ")");
    line("");
    for (Node node : reported) {
      String of = "[" + key(node) + "]";
      String shown =
          node.isConstant()
              ? names.of(node)
              : node.isLeaf() ? "inputs" + of + ", d_inputs" + of : "steps" + of + ", d_zeros" + of;
      line("show(" + quoted(node) + ", " + shown + ")");
    }
  }

  private static boolean isDifferentiated(Node node) {
    return node.isLeaf() && !node.isConstant();
  }

  /** Its variable's name as the key of a dictionary. */
  private String key(Node node) {
    return "\"" + names.of(node) + "\"";
  }

  @Override
  String printing() {
    return """
    def show(node, value, gradient=None):
        line = {"node": node, "value": value.tolist()}
        if gradient is not None:
            line["gradient"] = gradient.tolist()
        print(json.dumps(line))
    """;
  }
}
