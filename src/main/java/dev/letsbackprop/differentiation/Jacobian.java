package dev.letsbackprop.differentiation;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The derivatives of all elements of an output towards all elements of other nodes. */
public final class Jacobian {
  private Jacobian() {}

  /**
   * The Jacobians towards some nodes, the output's axes first: a pass for each element of the
   * output.
   *
   * @param values the value of each node, by index
   */
  public static Map<Node, Tensor> of(Graph graph, List<Tensor> values, Collection<Node> towards) {
    Shape rows = graph.output().shape();
    Map<Node, double[]> elements = new LinkedHashMap<>();
    for (Node node : towards) {
      elements.put(node, new double[Math.toIntExact(whole(rows, node.shape()).size())]);
    }
    for (int row = 0; row < rows.size(); row++) {
      Pullback<Tensor> pass = row(graph, values, row, Pullback.only(towards));
      for (Map.Entry<Node, double[]> each : elements.entrySet()) {
        copy(pass.adjoint(each.getKey()), each.getValue(), row);
      }
    }
    Map<Node, Tensor> jacobians = new LinkedHashMap<>();
    elements.forEach(
        (node, array) -> jacobians.put(node, Tensor.adopt(whole(rows, node.shape()), array)));
    return jacobians;
  }

  /** The shape of a Jacobian. */
  public static Shape whole(Shape output, Shape towards) {
    return output.then(towards.sides());
  }

  /** The pass for one element of the output. */
  static Pullback<Tensor> row(Graph graph, List<Tensor> values, int row, BitSet wanted) {
    return Pullback.adjoints(
        Numbers.NUMBERS, graph, values, unit(graph.output().shape(), row), wanted);
  }

  /** Zeros but for a 1 at one place. */
  public static Tensor unit(Shape shape, int place) {
    double[] elements = new double[Math.toIntExact(shape.size())];
    elements[place] = 1;
    return Tensor.adopt(shape, elements);
  }

  private static void copy(@Nullable Tensor adjoint, double[] rows, int row) {
    if (adjoint != null) {
      for (int at = 0; at < adjoint.size(); at++) {
        rows[row * adjoint.size() + at] = adjoint.at(at);
      }
    }
  }

  /**
   * For each of some nodes the product of the Jacobian towards it and a tensor of its shape: what a
   * step along that tensor does to the output.
   *
   * <p>A pullback is linear in its seed, and what pulls it back in turn is the product. So the
   * gradients are grown as a graph that begins with a seed, and the tensors are pulled back to it.
   */
  public static Map<Node, Tensor> products(
      Graph graph, List<Tensor> values, Map<Node, Tensor> vectors, Consumer<Node> gate) {
    GraphBuilder builder = GraphBuilder.onto(graph, Set.of(), gate);
    Shape rows = graph.output().shape();
    Node seed = builder.leaf("seed", Tensor.filled(rows, 0), false);
    GradientGraph grown = GradientGraph.of(builder, graph, seed, vectors.keySet());
    BitSet needed = new BitSet();
    vectors.keySet().forEach(node -> needed.set(grown.gradient(node).index()));
    Graph whole = grown.graph(seed);
    List<Tensor> all = Evaluation.extend(whole, values, needed);
    Map<Node, Tensor> products = new LinkedHashMap<>();
    vectors.forEach(
        (node, vector) -> {
          Graph end = new Graph(whole.nodes(), grown.gradient(node));
          Tensor product =
              Pullback.adjoints(Numbers.NUMBERS, end, all, vector, Pullback.only(seed))
                  .adjoint(seed);
          products.put(node, product == null ? Tensor.filled(rows, 0) : product);
        });
    return products;
  }
}
