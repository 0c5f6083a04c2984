package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds each place where numbers first stop being finite: forward, then backward.
 *
 * <p>What follows from such a place is not told again.
 */
final class Finiteness {
  private final List<Tensor> values;
  private final Pullback<Tensor> pullback;
  private final BitSet finite = new BitSet();
  private final BitSet infected = new BitSet();
  private final List<Warning> warnings = new ArrayList<>();

  private Finiteness(List<Tensor> values, Pullback<Tensor> pullback) {
    this.values = values;
    this.pullback = pullback;
  }

  static List<Warning> warnings(Graph graph, List<Tensor> values, Pullback<Tensor> pullback) {
    Finiteness finiteness = new Finiteness(values, pullback);
    graph.nodes().forEach(finiteness::forward);
    finiteness.seed(graph.output());
    for (int index = graph.output().index(); index >= 0; index--) {
      finiteness.backward(graph.nodes().get(index));
    }
    return finiteness.warnings;
  }

  private void forward(Node node) {
    Tensor value = values.get(node.index());
    int place = value.firstNonFinite();
    if (place < 0) {
      finite.set(node.index());
    } else if (node.isLeaf()) {
      warn(node, "The value given is " + told(value, place) + ".");
    } else if (inputsFinite(node)) {
      warn(node, operation(node) + " gives " + told(value, place) + because(node, place));
    }
  }

  private void seed(Node output) {
    Tensor seed = pullback.adjoint(output);
    int place = seed == null ? -1 : seed.firstNonFinite();
    if (seed != null && place >= 0) {
      infected.set(output.index());
      warn(output, "The upstream gradient given is " + told(seed, place) + ".");
    }
  }

  /** Looks at what a node sends back; its consumers have been looked at before. */
  private void backward(Node node) {
    Tensor adjoint = pullback.adjoint(node);
    int sum = adjoint == null ? -1 : adjoint.firstNonFinite();
    if (adjoint != null && sum >= 0 && !infected.get(node.index())) {
      infected.set(node.index());
      warn(node, "The flows into '" + node + "' add up to " + told(adjoint, sum) + ".");
    }
    boolean sound = sum < 0 && finite.get(node.index()) && inputsFinite(node);
    for (int place = 0; place < node.inputs().size(); place++) {
      Node input = node.inputs().get(place);
      Tensor flow = pullback.flow(node, place);
      int at = flow == null ? -1 : flow.firstNonFinite();
      if (flow != null && at >= 0) {
        infected.set(input.index());
        if (sound) {
          warn(
              node,
              "What flows back to '" + input + "' is " + told(flow, at) + because(node, at, input));
        }
      }
    }
  }

  private boolean inputsFinite(Node node) {
    for (Node input : node.inputs()) {
      if (!finite.get(input.index())) {
        return false;
      }
    }
    return true;
  }

  private void warn(Node node, String reason) {
    warnings.add(new Warning(node.toString(), reason));
  }

  private static String operation(Node node) {
    return Catalogue.of(node.operation()).name();
  }

  private static String told(Tensor tensor, int place) {
    double number = tensor.at(place);
    return tensor.rank() == 0
        ? digits(number)
        : digits(number) + " at " + index(tensor.shape(), place);
  }

  private static String digits(double number) {
    String digits = Double.toString(number);
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }

  private static String index(Shape shape, int place) {
    int[] index = new int[shape.rank()];
    int rest = place;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape.side(axis);
      rest /= shape.side(axis);
    }
    return IntStream.of(index)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The inputs that made it so, where each element has its own. */
  private String because(Node node, int place) {
    if (!node.operation().elementwise()) {
      return ", though its inputs are finite.";
    }
    String inputs =
        node.inputs().stream()
            .filter(input -> input.name() != null)
            .map(input -> said(input, place, node.shape()))
            .distinct()
            .collect(Collectors.joining(" and "));
    return inputs.isEmpty() ? "." : ", where " + inputs + ".";
  }

  /** The same for a flow, whose places are those of the input. */
  private String because(Node node, int place, Node input) {
    @Nullable String of = input.name();
    return node.operation().elementwise() && of != null
        ? ", where " + said(input, place, input.shape()) + "."
        : ", though all that it is made of is finite.";
  }

  private String said(Node input, int place, Shape whole) {
    Tensor stretched = Numbers.NUMBERS.broadcastTo(values.get(input.index()), whole);
    return "'" + input + "' is " + digits(stretched.at(place));
  }
}
