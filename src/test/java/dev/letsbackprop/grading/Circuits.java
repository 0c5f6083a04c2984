package dev.letsbackprop.grading;

import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.operation.Sample;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random circuits of the operations that people misread, with forks, and with one number at the
 * end.
 */
final class Circuits {
  private static final List<Entry> MISREAD =
      Catalogue.entries().stream().filter(entry -> !entry.misconceptions().isEmpty()).toList();

  private static final List<Shape> SHAPES =
      List.of(Shape.SCALAR, Shape.SCALAR, Shape.of(3), Shape.of(4, 3), Shape.of(3, 2));

  private final Random random;
  private final GraphBuilder builder = new GraphBuilder();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Tensor> values = new ArrayList<>();
  private final Map<Node, Integer> uses = new HashMap<>();

  private Circuits(long seed) {
    random = new Random(seed);
  }

  /** A circuit of about so many steps. */
  static Assignment draw(long seed, int steps, Tolerance tolerance) {
    return new Circuits(seed).drawn(steps, tolerance);
  }

  private Assignment drawn(int steps, Tolerance tolerance) {
    for (Shape shape : SHAPES) {
      Tensor value =
          Tensor.filled(shape, 0)
              .map(zero -> Math.rint(random.nextDouble(0.3, 1.8) * 100) / (sign() * 100));
      keep(builder.leaf("x" + nodes.size(), value, false), value);
    }
    for (int tries = 0; nodes.size() < SHAPES.size() + steps && tries < 80 * steps; tries++) {
      Entry entry = MISREAD.get(random.nextInt(MISREAD.size()));
      Sample sample = entry.example().sample(random);
      List<Node> inputs =
          random.ints(sample.operation().arity(), 0, nodes.size()).mapToObj(this::picked).toList();
      if (fits(sample, inputs)) {
        step(sample.operation(), inputs);
      }
    }
    join();
    Map<String, Node> named = new LinkedHashMap<>();
    nodes.forEach(node -> named.put(node.toString(), node));
    return new Assignment(
        builder.build(nodes.get(nodes.size() - 1)),
        Tensor.scalar(1.5),
        named,
        values,
        Exercises.terms(tolerance, List.of()));
  }

  private int sign() {
    return random.nextBoolean() ? 1 : -1;
  }

  /** A node, rather one that nothing uses yet. */
  private Node picked(int index) {
    Node node = nodes.get(index);
    return uses.containsKey(node) ? nodes.get(random.nextInt(nodes.size())) : node;
  }

  private boolean fits(Sample sample, List<Node> inputs) {
    for (int place = 0; place < inputs.size(); place++) {
      Tensor value = values.get(inputs.get(place).index());
      double low = sample.operands().get(place).domain().low();
      for (int i = 0; i < value.size(); i++) {
        if (low > 0 && value.at(i) < 0.2) {
          return false;
        }
      }
    }
    return true;
  }

  private @Nullable Node step(Operation operation, List<Node> inputs) {
    try {
      Shape shape = operation.shape(inputs.stream().map(Node::shape).toList());
      List<Tensor> from = inputs.stream().map(node -> values.get(node.index())).toList();
      if (shape.size() > 40 || shape.size() == 0) {
        return null;
      }
      Tensor value = Numbers.NUMBERS.apply(operation, from);
      if (value.firstNonFinite() >= 0 || Match.largest(value) > 30) {
        return null;
      }
      Node node = builder.step("s" + nodes.size(), operation, inputs);
      inputs.forEach(input -> uses.merge(input, 1, Integer::sum));
      keep(node, value);
      return node;
    } catch (Misuse unfit) {
      return null;
    }
  }

  private void keep(Node node, Tensor value) {
    nodes.add(node);
    values.add(value);
  }

  /** Makes one number of all that nothing uses. */
  private void join() {
    Operation sum = Objects.requireNonNull(Catalogue.find("mean")).example();
    Operation add = Objects.requireNonNull(Catalogue.find("add")).example();
    Node all = null;
    for (Node node : List.copyOf(nodes)) {
      if (!uses.containsKey(node)) {
        Node one = node.shape().rank() == 0 ? node : step(sum, List.of(node));
        all = all == null || one == null ? one == null ? all : one : step(add, List.of(all, one));
      }
    }
  }
}
