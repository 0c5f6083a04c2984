package dev.letsbackprop.differentiation;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Algebra;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The backward pass: a cotangent at the output, pulled back along every edge to every node.
 *
 * <p>An adjoint is let go once it has been sent on, unless it was wanted, and a flow unless its
 * node was asked for: a graph has more edges than anyone has memory.
 *
 * <p>The flows that reach a node are added in the order in which they arrive: from its last
 * consumer in the graph's order to its first, and for one consumer by place.
 *
 * @param <T> what the algebra computes with
 */
public final class Pullback<T> {
  private final List<@Nullable T> adjoints;
  private final List<List<@Nullable T>> flows;

  private Pullback(int size) {
    adjoints = new ArrayList<@Nullable T>(Collections.<@Nullable T>nCopies(size, null));
    flows = new ArrayList<List<@Nullable T>>(Collections.nCopies(size, List.<@Nullable T>of()));
  }

  /** Sees everything that flows, kept or not. */
  public interface Observer<T> {
    /** A node has all of its adjoint. */
    void complete(Node node, T adjoint);

    /** A node sends this back to the input at that place. */
    void sent(Node node, int place, T flow);

    /** This observer, and another that is told of the same. */
    default Observer<T> then(Observer<T> other) {
      Observer<T> first = this;
      return new Observer<T>() {
        @Override
        public void complete(Node node, T adjoint) {
          first.complete(node, adjoint);
          other.complete(node, adjoint);
        }

        @Override
        public void sent(Node node, int place, T flow) {
          first.sent(node, place, flow);
          other.sent(node, place, flow);
        }
      };
    }
  }

  /**
   * Pulls a seed back through a graph and keeps all flows.
   *
   * @param values what stands for each node, by index
   * @param seed the cotangent of the output, of its shape
   * @param wanted the indices of the nodes whose adjoints are asked for: only what leads to them is
   *     worked out
   */
  public static <T> Pullback<T> of(
      Algebra<T> on, Graph graph, List<T> values, T seed, BitSet wanted) {
    BitSet all = new BitSet();
    all.set(0, graph.nodes().size());
    return of(on, graph, values, seed, wanted, all, new Unseen<>());
  }

  /** The same, keeping no flows. */
  public static <T> Pullback<T> adjoints(
      Algebra<T> on, Graph graph, List<T> values, T seed, BitSet wanted) {
    return of(on, graph, values, seed, wanted, new BitSet(), new Unseen<>());
  }

  /**
   * Pulls a seed back through a graph.
   *
   * @param kept the indices of the nodes of which the flows are kept that they send
   */
  public static <T> Pullback<T> of(
      Algebra<T> on,
      Graph graph,
      List<T> values,
      T seed,
      BitSet wanted,
      BitSet kept,
      Observer<T> observer) {
    return of(on, graph, values, seed, wanted, kept, observer, new Course<T>(on));
  }

  /** Pulls a seed back on a course of one's own, keeping no flows. */
  public static <T> Pullback<T> adjoints(
      Algebra<T> on, Graph graph, List<T> values, T seed, BitSet wanted, Course<T> course) {
    return of(on, graph, values, seed, wanted, new BitSet(), new Unseen<>(), course);
  }

  private static <T> Pullback<T> of(
      Algebra<T> on,
      Graph graph,
      List<T> values,
      T seed,
      BitSet wanted,
      BitSet kept,
      Observer<T> observer,
      Course<T> course) {
    Pullback<T> pullback = new Pullback<>(graph.nodes().size());
    BitSet leading = leadingTo(graph, wanted, course);
    int output = graph.output().index();
    pullback.adjoints.set(output, seed);
    for (int index = output; index >= 0; index--) {
      Node node = graph.nodes().get(index);
      T sum = pullback.adjoints.get(index);
      T cotangent = course.settle(node, sum);
      if (sum != null) {
        observer.complete(node, sum);
      }
      if (cotangent != null && !node.isLeaf()) {
        List<@Nullable T> sent =
            pullback.send(on, node, values, cotangent, leading, observer, course);
        if (kept.get(index)) {
          pullback.flows.set(index, sent);
        }
      }
      if (!wanted.get(index)) {
        pullback.adjoints.set(index, null);
      }
    }
    return pullback;
  }

  private List<@Nullable T> send(
      Algebra<T> on,
      Node node,
      List<T> values,
      T cotangent,
      BitSet leading,
      Observer<T> observer,
      Course<T> course) {
    List<T> x = Graph.inputs(node, values);
    T y = values.get(node.index());
    List<@Nullable T> sent = new ArrayList<>(x.size());
    for (int place = 0; place < x.size(); place++) {
      Node input = node.inputs().get(place);
      if (!node.carries(place) || !leading.get(input.index())) {
        sent.add(null);
        continue;
      }
      T flow = course.flow(node, place, x, y, cotangent);
      observer.sent(node, place, flow);
      T before = adjoints.get(input.index());
      adjoints.set(input.index(), before == null ? flow : on.add(before, flow));
      sent.add(flow);
    }
    return sent;
  }

  /** Looks at nothing. */
  static final class Unseen<T> implements Observer<T> {
    @Override
    public void complete(Node node, T adjoint) {}

    @Override
    public void sent(Node node, int place, T flow) {}
  }

  /** The wanted nodes and all that depend on them, up to those whose adjoints are known. */
  private static <T> BitSet leadingTo(Graph graph, BitSet wanted, Course<T> course) {
    BitSet leading = (BitSet) wanted.clone();
    for (Node node : graph.nodes()) {
      if (course.knows(node)) {
        continue;
      }
      for (int place = 0; place < node.inputs().size(); place++) {
        if (node.carries(place) && leading.get(node.inputs().get(place).index())) {
          leading.set(node.index());
        }
      }
    }
    return leading;
  }

  /** dL/dnode; null where nothing flows to it, which means zeros, or where it was not wanted. */
  public @Nullable T adjoint(Node node) {
    return adjoints.get(node.index());
  }

  /** What a node sends back to one of its inputs; null as for {@link #adjoint}. */
  public @Nullable T flow(Node node, int place) {
    List<@Nullable T> sent = flows.get(node.index());
    return sent.isEmpty() ? null : sent.get(place);
  }

  /** Every node of a graph that can have a gradient. */
  public static BitSet everything(Graph graph) {
    BitSet all = new BitSet();
    graph.nodes().stream()
        .filter(node -> !node.isConstant())
        .forEach(node -> all.set(node.index()));
    return all;
  }

  /** These nodes. */
  public static BitSet only(Node... nodes) {
    return only(Arrays.asList(nodes));
  }

  /** These nodes. */
  public static BitSet only(Collection<Node> nodes) {
    BitSet some = new BitSet();
    nodes.forEach(node -> some.set(node.index()));
    return some;
  }
}
