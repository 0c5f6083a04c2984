package dev.letsbackprop.examples;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Slopes that no single request tells: derivatives of any order, and central differences. */
final class Slopes {
  private final Graph graph;
  private final Node leaf;

  /** The slopes of a model's output towards one of its leaves. */
  Slopes(Model model, String leaf) {
    this.graph = model.graph();
    this.leaf = Objects.requireNonNull(model.nodes().get(leaf));
  }

  /** The derivatives of a number by a number: each order is the gradient's graph, pulled back. */
  List<Double> orders(int count) {
    GraphBuilder builder = new GraphBuilder();
    List<Node> copies =
        graph.read(builder, node -> builder.leaf(node.toString(), node.value(), node.isConstant()));
    Node x = copies.get(leaf.index());
    Node derivative = copies.get(graph.output().index());
    List<Double> orders = new ArrayList<>();
    for (int order = 1; order <= count; order++) {
      Graph last = builder.build(derivative);
      Pullback<Node> pullback =
          Pullback.of(builder, last, last.nodes(), builder.constant(1), Pullback.only(x));
      Node adjoint = pullback.adjoint(x);
      derivative = adjoint == null ? builder.constant(0) : adjoint;
      Graph whole = builder.build(derivative);
      orders.add(whole.read(Numbers.NUMBERS, Node::value).get(derivative.index()).item());
    }
    return orders;
  }

  /** Central differences, all elements at once: for an output that acts on each by itself. */
  List<Double> differences(double step) {
    Tensor up = moved(step);
    Tensor down = moved(-step);
    List<Double> slopes = new ArrayList<>();
    for (int at = 0; at < up.size(); at++) {
      slopes.add((up.at(at) - down.at(at)) / (2 * step));
    }
    return slopes;
  }

  private Tensor moved(double by) {
    return graph
        .read(
            Numbers.NUMBERS,
            node -> node == leaf ? node.value().map(element -> element + by) : node.value())
        .get(graph.output().index());
  }
}
