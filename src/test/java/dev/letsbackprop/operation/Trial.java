package dev.letsbackprop.operation;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An operation on trial: created from the catalogue, evaluated and pulled back by itself. */
record Trial(Operation operation) {

  static Trial of(String name) {
    return of(name, null);
  }

  /** With attributes such as {@code min=-1 max=1}. */
  static Trial of(String name, @Nullable String attributes) {
    return new Trial(Named.operation(name, attributes));
  }

  Tensor evaluate(List<Tensor> x) {
    operation.shape(x.stream().map(Tensor::shape).toList());
    return operation.evaluate(x);
  }

  double[] value(double... x) {
    return evaluate(List.of(Tensor.vector(x))).toArray();
  }

  double[] value(Tensor a, Tensor b) {
    return evaluate(List.of(a, b)).toArray();
  }

  /** What flows back where 1 arrives everywhere. */
  double[] flow(double... x) {
    return flow(0, Tensor.vector(x));
  }

  /** What flows to one input where 1 arrives everywhere. */
  double[] flow(int place, Tensor... x) {
    Tensor y = evaluate(List.of(x));
    Tensor ones = Tensor.filled(y.shape(), 1);
    return operation.vjp(Numbers.NUMBERS, place, List.of(x), y, ones).toArray();
  }

  /** What flows back through that flow, again where 1 arrives everywhere. */
  double[] secondFlow(double... numbers) {
    GraphBuilder builder = new GraphBuilder();
    Node x = builder.leaf("x", Tensor.vector(numbers), false);
    Node y = builder.step("y", operation, List.of(x));
    Node ones = builder.constant(Tensor.filled(y.shape(), 1));
    Graph graph = builder.build(operation.vjp(builder, 0, List.of(x), y, ones));
    List<Tensor> values = graph.read(Numbers.NUMBERS, Node::value);
    Tensor seed = Tensor.filled(graph.output().shape(), 1);
    Pullback<Tensor> pullback = Pullback.of(Numbers.NUMBERS, graph, values, seed, Pullback.only(x));
    return Objects.requireNonNull(pullback.adjoint(x)).toArray();
  }
}
