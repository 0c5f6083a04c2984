package dev.letsbackprop.derivation;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Latex;
import dev.letsbackprop.operation.Latex.Written;
import dev.letsbackprop.operation.Worked;
import dev.letsbackprop.operation.Worked.Figure;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the step along an edge by reading the operation's own rule, in symbols or in numbers. */
final class StepWriter {
  /** A rule of more characters, such as one with a list of a thousand indices, teaches nothing. */
  private static final int LONGEST = 10_000;

  private final Latex latex = new Latex();
  private final Worked worked = new Worked();
  private final Symbols symbols;
  private final List<Tensor> values;

  StepWriter(Symbols symbols, List<Tensor> values) {
    this.symbols = symbols;
    this.values = values;
  }

  /** What flows to that input, in the graph's own names. */
  String symbols(Node node, int place) {
    List<Written> x = new ArrayList<>(node.inputs().size());
    for (Node input : node.inputs()) {
      x.add(written(input));
    }
    Written cotangent = Latex.symbol(symbols.partial(node), node.shape());
    Written flow = node.operation().vjp(latex, place, x, written(node), cotangent);
    String text = latex.sumTo(flow, node.inputs().get(place).shape()).text();
    return text.length() > LONGEST ? "\\ldots" : text;
  }

  private Written written(Node node) {
    return Symbols.isNumber(node)
        ? latex.constant(node.value())
        : Latex.symbol(symbols.shaped(node), node.shape());
  }

  /** The same with the numbers put in; null where they are not single numbers. */
  @Nullable String numbers(Node node, int place, Tensor adjoint) {
    if (node.shape().rank() > 0
        || node.inputs().stream().anyMatch(input -> input.shape().rank() > 0)) {
      return null;
    }
    List<Figure> x = new ArrayList<>(node.inputs().size());
    for (Node input : node.inputs()) {
      x.add(Symbols.isNumber(input) ? worked.constant(input.value()) : given(input));
    }
    Figure cotangent = Worked.given(adjoint.item());
    Figure flow = node.operation().vjp(worked, place, x, given(node), cotangent);
    return flow.term() == null ? null : flow.term().text();
  }

  private Figure given(Node node) {
    return Worked.given(values.get(node.index()).item());
  }
}
