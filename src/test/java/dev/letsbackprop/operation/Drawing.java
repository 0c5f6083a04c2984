package dev.letsbackprop.operation;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * A random use of an operation with numbers for its inputs.
 *
 * <p>All numbers come from one shuffled grid that leaves out 0, so no two are near each other and
 * none is near a kink, yet they lie on both sides of every kink.
 */
record Drawing(Operation operation, List<Tensor> inputs, List<Boolean> whole, Tensor weights) {

  static RandomGenerator generator(String name) {
    return new Random(name.hashCode());
  }

  static Drawing of(Entry entry, RandomGenerator random) {
    Sample sample = entry.example().sample(random);
    long total = sample.operands().stream().mapToLong(operand -> operand.shape().size()).sum();
    List<Double> grid = new ArrayList<>();
    for (int i = 0; i < total; i++) {
      grid.add((i + 0.3) / total);
    }
    Collections.shuffle(grid, new Random(random.nextLong()));
    List<Tensor> inputs = new ArrayList<>();
    List<Boolean> whole = new ArrayList<>();
    for (Sample.Operand operand : sample.operands()) {
      Domain domain = operand.domain();
      whole.add(domain.whole());
      Tensor unit = Tensor.filled(operand.shape(), 0).map(zero -> grid.remove(grid.size() - 1));
      Tensor drawn =
          domain.whole()
              ? unit.map(u -> domain.low() + Math.floor(u * (domain.high() - domain.low() + 1)))
              : unit.map(u -> awayFromZero(domain.low() + u * (domain.high() - domain.low())));
      inputs.add(domain.diagonal() == 0 ? drawn : dominated(drawn, domain.diagonal()));
    }
    Shape shape = sample.operation().shape(inputs.stream().map(Tensor::shape).toList());
    Tensor weights = Tensor.filled(shape, 0).map(zero -> random.nextDouble(0.2, 1.5));
    return new Drawing(sample.operation(), inputs, whole, weights);
  }

  private static Tensor dominated(Tensor matrices, double diagonal) {
    double[] elements = matrices.toArray();
    int side = matrices.shape().side(matrices.rank() - 1);
    for (int at = 0; at < elements.length; at++) {
      elements[at] += at / side % side == at % side ? diagonal : 0;
    }
    return Tensor.of(matrices.shape(), elements);
  }

  private static double awayFromZero(double x) {
    return Math.abs(x) < 1e-3 ? 1e-3 : x;
  }

  /** The inputs as the first nodes, then the weights, and the weighted sum of the operation. */
  Graph weighted() {
    GraphBuilder builder = new GraphBuilder();
    return builder.build(weighted(builder, leaves(builder)));
  }

  /** The weighted sum, over all inputs, of the gradients of {@link #weighted()}. */
  Graph weightedGradient(RandomGenerator random) {
    GraphBuilder builder = new GraphBuilder();
    List<Node> leaves = leaves(builder);
    Graph graph = builder.build(weighted(builder, leaves));
    Pullback<Node> pullback =
        Pullback.of(builder, graph, graph.nodes(), builder.constant(1), Pullback.everything(graph));
    // Always some second-order term, so that an operation without a gradient has an output too.
    Node sum = sum(builder, builder.square(leaves.get(leaves.size() - 1)));
    for (Node leaf : leaves) {
      Node adjoint = pullback.adjoint(leaf);
      if (adjoint != null) {
        Tensor direction = leaf.value().map(x -> random.nextDouble(-1, 1));
        Node weight = builder.leaf("direction of " + leaf, direction, true);
        sum = builder.add(sum, sum(builder, builder.multiply(adjoint, weight)));
      }
    }
    return builder.build(sum);
  }

  private List<Node> leaves(GraphBuilder builder) {
    List<Node> leaves = new ArrayList<>();
    for (int place = 0; place < inputs.size(); place++) {
      leaves.add(builder.leaf("x" + place, inputs.get(place), whole.get(place)));
    }
    leaves.add(builder.leaf("weights", weights, false));
    return leaves;
  }

  private Node weighted(GraphBuilder builder, List<Node> leaves) {
    Node y = builder.step("y", operation, leaves.subList(0, inputs.size()));
    return sum(builder, builder.multiply(y, leaves.get(inputs.size())));
  }

  private static Node sum(GraphBuilder builder, Node x) {
    return builder.apply(new Reduction.Sum(Axes.ALL, false), List.of(x));
  }
}
