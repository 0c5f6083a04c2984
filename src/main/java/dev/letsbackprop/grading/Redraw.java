package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.ElementLoss;
import dev.letsbackprop.operation.LinearAlgebra;
import dev.letsbackprop.operation.Loss;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws other numbers for an exercise: none of them alike, and enough rows to tell sums apart. */
final class Redraw {
  private static final int ROWS = 4;
  private static final double LEAST = 0.3;
  private static final double MOST = 1.9;

  private final Assignment assignment;
  private final SplittableRandom random;
  private final boolean longer;
  private final Map<String, Tensor> values = new LinkedHashMap<>();

  private Redraw(Assignment assignment, long seed, boolean longer) {
    this.assignment = assignment;
    this.random = new SplittableRandom(seed);
    this.longer = longer;
  }

  /**
   * The exercise with other numbers.
   *
   * @param values told the new values of the leaves that change, by id
   * @param longer whether a batch of one row shall have more
   * @return null where they lead nowhere
   */
  static @Nullable Assignment of(
      Assignment assignment, long seed, boolean longer, Map<String, Tensor> values) {
    Redraw redraw = new Redraw(assignment, seed, longer);
    try {
      Assignment other = redraw.redrawn();
      values.putAll(redraw.values);
      return other;
    } catch (Misuse misuse) {
      return null;
    }
  }

  /** Whether an exercise has a batch of one row. */
  static boolean hasOneRow(Assignment assignment) {
    return assignment.graph().nodes().stream().anyMatch(node -> isRow(assignment, node));
  }

  /** Whether a leaf is one row of what could be many: it is multiplied by a matrix, or a target. */
  private static boolean isRow(Assignment assignment, Node leaf) {
    return leaf.isLeaf()
        && leaf.shape().rank() > 0
        && leaf.shape().side(0) == 1
        && assignment.graph().nodes().stream().anyMatch(node -> takesRows(node, leaf));
  }

  private static boolean takesRows(Node node, Node leaf) {
    if (node.isLeaf() || node.inputs().size() != 2) {
      return false;
    }
    boolean first = node.inputs().get(0) == leaf && leaf.shape().rank() == 2;
    boolean target = node.inputs().get(1) == leaf;
    return (node.operation() instanceof LinearAlgebra.Matmul product
            && !product.transposeA()
            && first)
        || (target
            && (node.operation() instanceof Loss || node.operation() instanceof ElementLoss));
  }

  private @Nullable Assignment redrawn() {
    GraphBuilder builder = new GraphBuilder();
    Map<Node, Node> copies = new HashMap<>();
    for (Node node : assignment.graph().nodes()) {
      String name = node.name();
      if (!node.isLeaf()) {
        List<Node> inputs = node.inputs().stream().map(copies::get).toList();
        copies.put(node, builder.step(name, node.operation(), inputs));
      } else if (name == null) {
        copies.put(node, builder.constant(node.value()));
      } else {
        Tensor value = drawn(node);
        if (!node.value().equals(value)) {
          values.put(name, value);
        }
        copies.put(node, builder.leaf(name, value, node.isConstant()));
      }
    }
    Graph graph = builder.build(Objects.requireNonNull(copies.get(assignment.graph().output())));
    List<Tensor> forward = graph.read(Numbers.NUMBERS, Node::value);
    if (forward.stream().anyMatch(value -> value.firstNonFinite() >= 0)) {
      return null;
    }
    return new Assignment(graph, upstream(graph), named(copies), forward, terms(copies));
  }

  private Tensor upstream(Graph graph) {
    return Tensor.filled(graph.output().shape(), 0).map(zero -> rounded(random.nextDouble(0.5, 2)));
  }

  private Map<String, Node> named(Map<Node, Node> copies) {
    Map<String, Node> named = new LinkedHashMap<>();
    assignment
        .nodes()
        .forEach((id, node) -> named.put(id, Objects.requireNonNull(copies.get(node))));
    return named;
  }

  private Terms terms(Map<Node, Node> copies) {
    Terms terms = assignment.terms();
    List<Node> required = new ArrayList<>();
    terms.required().forEach(node -> required.add(Objects.requireNonNull(copies.get(node))));
    return new Terms(
        terms.tolerance(),
        Map.of(),
        required,
        terms.partialCredit(),
        terms.carryForward(),
        terms.reveal());
  }

  /** Another value: signs stay, so that logarithms and roots stay what they are. */
  private Tensor drawn(Node leaf) {
    Tensor value = leaf.value();
    boolean row = longer && isRow(assignment, leaf);
    Shape shape = row ? value.shape().with(0, ROWS) : value.shape();
    if (leaf.isConstant() && !row) {
      return value;
    }
    boolean whole = leaf.isConstant() && isWhole(value);
    int classes = whole ? classes(leaf) : 0;
    double[] elements = new double[Math.toIntExact(shape.size())];
    for (int i = 0; i < elements.length; i++) {
      double old = value.size() == 0 ? 1 : value.at(i % value.size());
      elements[i] =
          whole
              ? classes > 0 ? random.nextInt(classes) : old
              : rounded(Math.copySign(random.nextDouble(LEAST, MOST), sign(old)));
    }
    return Tensor.of(shape, elements);
  }

  private double sign(double old) {
    return old == 0 ? random.nextInt(2) * 2 - 1 : old;
  }

  private static boolean isWhole(Tensor value) {
    for (int i = 0; i < value.size(); i++) {
      if (value.at(i) != Math.rint(value.at(i))) {
        return false;
      }
    }
    return true;
  }

  /** Of how many classes a target chooses; 0 where it is none. */
  private int classes(Node target) {
    return assignment.graph().nodes().stream()
        .filter(node -> !node.isLeaf() && node.operation() instanceof Loss)
        .filter(node -> node.inputs().get(1) == target)
        .map(node -> node.inputs().get(0).shape())
        .filter(shape -> shape.rank() == target.shape().rank() + 1)
        .mapToInt(shape -> shape.side(shape.rank() - 1))
        .findFirst()
        .orElse(0);
  }

  private static double rounded(double number) {
    return StrictMath.rint(number * 100) / 100;
  }
}
