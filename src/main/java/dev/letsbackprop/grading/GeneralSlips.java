package dev.letsbackprop.grading;

import dev.letsbackprop.differentiation.Course;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Algebra;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.operation.Structural;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mistakes that can be made at any operation. */
final class GeneralSlips {
  /** The rank of what has so many ways that one of them fits a single number by chance. */
  static final int MANY_WAYS = 4;

  private static final Algebra<Tensor> ON = Numbers.NUMBERS;
  private static final Course<Tensor> RULES = new Course<>(ON);

  /** Learning rates that lessons use. */
  private static final double[] RATES = {1, 0.5, 0.1, 0.05, 0.01};

  private static final double[] TENS = {1e-3, 1e-2, 0.1, 10, 100, 1e3};

  /** What is this much smaller than all that comes back is what rounding has left of nothing. */
  private static final double ROUNDING = 1e-9;

  private final Assignment assignment;

  GeneralSlips(Assignment assignment) {
    this.assignment = assignment;
  }

  /** Those that are made where one node sends something back to one input. */
  List<Slip> at(Edge edge) {
    List<Slip> slips = new ArrayList<>();
    slips.add(Slip.at(Lessons.SIGN, edge, (at, x, y, g) -> ON.negative(right(at, x, y, g))));
    slips.add(
        Slip.at(
            Lessons.UPSTREAM_MISSING,
            edge,
            (at, x, y, g) -> right(at, x, y, Tensor.filled(y.shape(), 1))));
    slips.add(Slip.at(Lessons.LOCAL_MISSING, edge, (at, x, y, g) -> fitted(g, at.input().shape())));
    slips.addAll(BroadcastSlips.at(edge));
    if (edge.node().inputs().stream().anyMatch(other -> isWeight(other, edge))) {
      for (double rate : RATES) {
        slips.add(
            Slip.at(Lessons.UPDATED, edge, (at, x, y, g) -> right(at, updated(at, x, rate), y, g)));
      }
    }
    return slips;
  }

  /** Those that are made with all that reaches a node. */
  List<Slip> at(Node node) {
    List<Edge> consumers = assignment.consumers(node);
    if (consumers.isEmpty()) {
      return List.of();
    }
    List<Slip> slips = new ArrayList<>();
    if (consumers.size() > 1) {
      slips.addAll(BranchSlips.at(node, consumers, silent(consumers)));
      slips.add(
          Slip.at(Lessons.SIGN, node, consumers, (at, x, y, g) -> ON.negative(right(at, x, y, g))));
    }
    if (node.shape().rank() == 2) {
      slips.add(
          Slip.at(
              Lessons.TRANSPOSED,
              node,
              consumers,
              (at, x, y, g) -> transposed(right(at, x, y, g))));
    }
    int rows = rows(node, consumers);
    if (rows > 1) {
      slips.add(scaled(Lessons.BATCH, node, consumers, rows));
      slips.add(scaled(Lessons.BATCH, node, consumers, 1.0 / rows));
    }
    slips.add(scaled(Lessons.TWO, node, consumers, 2));
    slips.add(scaled(Lessons.TWO, node, consumers, 0.5));
    for (double factor : TENS) {
      slips.add(scaled(Lessons.TEN, node, consumers, factor));
    }
    return slips;
  }

  /** Those that send nothing back: beyond a bound, or not chosen. */
  private Set<Edge> silent(List<Edge> consumers) {
    Set<Edge> silent = new LinkedHashSet<>();
    for (Edge edge : consumers) {
      Node node = edge.node();
      List<Tensor> x = Graph.inputs(node, assignment.values());
      Tensor flow = right(edge, x, assignment.value(node), assignment.adjoint(node));
      if (Match.largest(flow) <= ROUNDING * Match.largest(assignment.adjoint(edge.input()))) {
        silent.add(edge);
      }
    }
    return silent;
  }

  private static Slip scaled(Lesson lesson, Node node, List<Edge> consumers, double factor) {
    return Slip.at(
        lesson,
        node,
        consumers,
        (at, x, y, g) -> ON.multiply(ON.constant(factor), right(at, x, y, g)));
  }

  /** How many rows a batch has here: the first side of what consumes the node, else its own. */
  private static int rows(Node node, List<Edge> consumers) {
    Shape consumer = consumers.get(0).node().shape();
    Shape shape = consumer.rank() > 0 ? consumer : node.shape();
    return shape.rank() > 0 ? shape.side(0) : 0;
  }

  /** What the right rule sends back. */
  static Tensor right(Edge edge, List<Tensor> x, Tensor y, Tensor cotangent) {
    return RULES.flow(edge.node(), edge.place(), x, y, cotangent);
  }

  static Tensor transposed(Tensor matrix) {
    return ON.apply(new Structural.Transpose(null), List.of(matrix));
  }

  private static @Nullable Tensor fitted(Tensor cotangent, Shape shape) {
    if (shape.broadcastsTo(cotangent.shape())) {
      return ON.sumTo(cotangent, shape);
    }
    return cotangent.shape().broadcastsTo(shape) ? ON.broadcastTo(cotangent, shape) : null;
  }

  private static boolean isWeight(Node node, Edge edge) {
    return node.isLeaf() && !node.isConstant() && node != edge.input();
  }

  /** The inputs with each weight one step of gradient descent later. */
  private List<Tensor> updated(Edge edge, List<Tensor> x, double rate) {
    List<Tensor> later = new ArrayList<>(x);
    for (int place = 0; place < later.size(); place++) {
      Node input = edge.node().inputs().get(place);
      if (isWeight(input, edge)) {
        Tensor step = ON.multiply(ON.constant(rate), assignment.adjoint(input));
        later.set(place, ON.subtract(x.get(place), step));
      }
    }
    return later;
  }
}
