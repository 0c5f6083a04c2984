package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds each place where numbers first stop being finite: forward, then backward.
 *
 * <p>What follows from such a place is not told again.
 */
final class Finiteness implements Pullback.Observer<Tensor> {
  private final Graph graph;
  private final List<Tensor> values;
  private final BitSet finite = new BitSet();
  private final BitSet infected = new BitSet();
  private final List<Warning> warnings = new ArrayList<>();
  private boolean sound;

  /** Looks at the values of a graph, to be told of the backward pass afterwards. */
  Finiteness(Graph graph, List<Tensor> values) {
    this.graph = graph;
    this.values = values;
    graph.nodes().forEach(this::forward);
  }

  List<Warning> warnings() {
    return warnings;
  }

  /** Tells of what was worked out from finite numbers and is not finite all the same. */
  void tellOf(Map<Node, Tensor> results) {
    results.forEach(
        (node, result) -> {
          int place = result.firstNonFinite();
          if (place >= 0 && warnings.isEmpty()) {
            String told = "What is answered towards it is " + told(result, place);
            warn(node, told + ", though the values and first derivatives are finite.");
          }
        });
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

  @Override
  public void complete(Node node, Tensor adjoint) {
    int place = adjoint.firstNonFinite();
    if (place >= 0 && node == graph.output()) {
      warn(node, "The upstream gradient given is " + told(adjoint, place) + ".");
    } else if (place >= 0 && !infected.get(node.index())) {
      String sum = " add up to " + told(adjoint, place) + ".";
      warn(node, "The flows into " + Words.quote(node.toString()) + sum);
    }
    sound = place < 0 && finite.get(node.index()) && inputsFinite(node);
  }

  @Override
  public void sent(Node node, int place, Tensor flow) {
    int at = flow.firstNonFinite();
    if (at < 0) {
      return;
    }
    Node input = node.inputs().get(place);
    infected.set(input.index());
    if (sound) {
      String to = "What flows back to " + Words.quote(input.toString()) + " is ";
      warn(node, to + told(flow, at) + because(node, at, input));
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

  static String told(Tensor tensor, int place) {
    double number = tensor.at(place);
    return tensor.rank() == 0
        ? digits(number)
        : digits(number) + " at " + index(tensor.shape(), place);
  }

  private static String digits(double number) {
    String digits = Double.toString(number);
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }

  static String index(Shape shape, int place) {
    return IntStream.of(coordinates(shape, place))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Where along each axis an element lies. */
  static int[] coordinates(Shape shape, int place) {
    int[] index = new int[shape.rank()];
    int rest = place;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape.side(axis);
      rest /= shape.side(axis);
    }
    return index;
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
    if (!node.operation().elementwise()) {
      return ", though all that it is made of is finite.";
    }
    return input.shape().equals(node.shape())
        ? because(node, place)
        : ", summed over all that " + Words.quote(input.toString()) + " was stretched to.";
  }

  private String said(Node input, int place, Shape whole) {
    Tensor stretched = Numbers.NUMBERS.broadcastTo(values.get(input.index()), whole);
    return Words.quote(input.toString()) + " is " + digits(stretched.at(place));
  }
}
