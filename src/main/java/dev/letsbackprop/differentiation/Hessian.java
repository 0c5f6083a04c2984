package dev.letsbackprop.differentiation;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Axes;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.operation.Reduction;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The second derivatives of a scalar output: the graph of its gradients, differentiated once more.
 *
 * <p>Nothing is computed before it is asked for, so that what it takes can be looked at first.
 */
public final class Hessian {
  private final List<Node> variables;
  private final GraphBuilder builder;
  private final GradientGraph gradients;

  private Hessian(List<Node> variables, GraphBuilder builder, GradientGraph gradients) {
    this.variables = variables;
    this.builder = builder;
    this.gradients = gradients;
  }

  /**
   * The second derivatives towards all pairs of some nodes.
   *
   * @param seed the cotangent of the output
   * @param gate makes, of the graph to begin with, what is told of each node before it is appended;
   *     what it throws ends the growing
   */
  public static Hessian of(
      Graph graph, Tensor seed, List<Node> towards, Function<Graph, Consumer<Node>> gate) {
    Variables variables = Variables.of(graph, towards);
    Graph start = variables.graph();
    GraphBuilder builder = GraphBuilder.onto(start, Set.of(), gate.apply(start));
    GradientGraph gradients =
        GradientGraph.of(builder, start, builder.constant(seed), variables.leaves());
    return new Hessian(variables.leaves(), builder, gradients);
  }

  /** The nodes that are gone through for each row: what the gradients are computed from. */
  public List<Node> needed() {
    BitSet needed = gradientIndices();
    Graph whole = builder.build(variables.get(0));
    whole.addInputs(needed);
    return needed.stream().mapToObj(whole.nodes()::get).toList();
  }

  /** The number of all nodes, also of those that the gradients are not computed from. */
  public int size() {
    return builder.size();
  }

  private BitSet gradientIndices() {
    BitSet indices = new BitSet();
    variables.forEach(node -> indices.set(gradients.gradient(node).index()));
    return indices;
  }

  /**
   * The blocks, by both nodes' places, each with the axes of the first node first.
   *
   * <p>Second derivatives are symmetric where they are continuous, and rounding is not: each pair
   * is computed once, from the element that comes first, and stands in both places.
   */
  public List<List<Tensor>> blocks() {
    BitSet needed = gradientIndices();
    Graph whole = builder.build(variables.get(0));
    List<Tensor> values = Evaluation.extend(whole, List.of(), needed);
    List<List<double[]>> blocks = new ArrayList<>();
    for (Node row : variables) {
      List<double[]> line = new ArrayList<>();
      variables.forEach(column -> line.add(new double[size(row) * size(column)]));
      blocks.add(line);
    }
    for (int k = 0; k < variables.size(); k++) {
      BitSet wanted = Pullback.only(variables.subList(k, variables.size()));
      Graph gradient = new Graph(whole.nodes(), gradients.gradient(variables.get(k)));
      for (int row = 0; row < size(variables.get(k)); row++) {
        Pullback<Tensor> pass = Jacobian.row(gradient, values, row, wanted);
        for (int l = k; l < variables.size(); l++) {
          Tensor adjoint = pass.adjoint(variables.get(l));
          if (adjoint != null) {
            copy(adjoint, row, k == l ? row : 0, blocks.get(k).get(l), blocks.get(l).get(k));
          }
        }
      }
    }
    return tensors(blocks);
  }

  private static int size(Node node) {
    return Math.toIntExact(node.shape().size());
  }

  /** Copies a row from some column on, and mirrors it. */
  private static void copy(Tensor row, int at, int from, double[] block, double[] mirror) {
    int columns = row.size();
    int rows = columns == 0 ? 0 : block.length / columns;
    for (int column = from; column < columns; column++) {
      block[at * columns + column] = row.at(column);
      mirror[column * rows + at] = row.at(column);
    }
  }

  private List<List<Tensor>> tensors(List<List<double[]>> blocks) {
    List<List<Tensor>> tensors = new ArrayList<>();
    for (int k = 0; k < blocks.size(); k++) {
      List<Tensor> line = new ArrayList<>();
      for (int l = 0; l < blocks.size(); l++) {
        line.add(
            Tensor.adopt(
                Jacobian.whole(variables.get(k).shape(), variables.get(l).shape()),
                blocks.get(k).get(l)));
      }
      tensors.add(line);
    }
    return tensors;
  }

  /**
   * The product of the Hessian and a tensor for each node, without the Hessian: the gradient of the
   * inner product of the gradients and these tensors.
   */
  public List<Tensor> product(List<Tensor> vectors) {
    Node sum = builder.constant(0);
    for (int k = 0; k < vectors.size(); k++) {
      Node terms =
          builder.multiply(gradients.gradient(variables.get(k)), builder.constant(vectors.get(k)));
      sum = builder.add(sum, builder.apply(new Reduction.Sum(Axes.ALL, false), List.of(terms)));
    }
    Graph whole = builder.build(sum);
    List<Tensor> values = Evaluation.extend(whole, List.of(), Pullback.only(sum));
    Pullback<Tensor> pass =
        Pullback.adjoints(Numbers.NUMBERS, whole, values, Tensor.ONE, Pullback.only(variables));
    List<Tensor> products = new ArrayList<>();
    for (Node node : variables) {
      @Nullable Tensor adjoint = pass.adjoint(node);
      products.add(adjoint == null ? Tensor.filled(node.shape(), 0) : adjoint);
    }
    return products;
  }
}
