package dev.letsbackprop.differentiation;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;

/**
 * How much of the output may be rounding: every number that a step takes and gives is off by its
 * last digit, and the gradients say what that does to the output.
 */
public final class Rounding implements Pullback.Observer<Tensor> {
  private final List<Tensor> values;
  private final double[] error;

  /** To be told of the backward pass through a graph with these values. */
  public Rounding(Graph graph, List<Tensor> values) {
    this.values = values;
    this.error = new double[graph.nodes().size()];
  }

  @Override
  public void complete(Node node, Tensor adjoint) {
    error[node.index()] += error(values.get(node.index()), adjoint);
  }

  @Override
  public void sent(Node node, int place, Tensor flow) {
    error[node.index()] += error(values.get(node.inputs().get(place).index()), flow);
  }

  private static double error(Tensor value, Tensor slope) {
    double sum = 0;
    for (int at = 0; at < value.size(); at++) {
      sum += Math.abs(Math.ulp(value.at(at)) * slope.at(at));
    }
    return sum;
  }

  /** About how far off the output may be for what these nodes round. */
  public double of(List<Node> nodes) {
    double sum = 0;
    for (Node node : nodes) {
      sum += error[node.index()];
    }
    return sum;
  }
}
