package dev.letsbackprop.grading;

import dev.letsbackprop.differentiation.Course;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An exercise with its right numbers, worked out once however many submissions there are. */
public final class Assignment {
  /** Most students claim the same nodes; what is worked out for others is not kept. */
  private static final int SIGNATURES = 8;

  /** What looking for mistakes may take, in about as many elements that are gone over. */
  public static final long SEARCH_WORK = 40_000_000;

  private final Graph graph;
  private final Tensor seed;
  private final Map<String, Node> nodes;
  private final List<Tensor> values;
  private final Terms terms;
  private final List<Tensor> adjoints;
  private final @Nullable List<Tensor> otherAdjoints;
  private final List<List<Edge>> consumers;
  private final Slips slips = new Slips(this);
  private final Map<BackwardWork.Signature, Predictions.Kept> predictions =
      new ConcurrentHashMap<>();
  private @Nullable Twin twin;

  /**
   * An exercise.
   *
   * @param nodes the nodes by id, each after its inputs
   * @param values the value of each node, by index
   */
  public Assignment(
      Graph graph, Tensor seed, Map<String, Node> nodes, List<Tensor> values, Terms terms) {
    this.graph = graph;
    this.seed = seed;
    this.nodes = nodes;
    this.values = values;
    this.terms = terms;
    this.adjoints = adjoints(new Course<>(Numbers.NUMBERS), values);
    boolean choice =
        graph.nodes().stream()
            .anyMatch(
                node -> !node.isLeaf() && Catalogue.of(node.operation()).alternative() != null);
    List<Tensor> other = choice ? adjoints(new OtherwiseRight(), values) : adjoints;
    this.otherAdjoints = other.equals(adjoints) ? null : other;
    this.consumers = consumers(graph);
  }

  /** For each node the edges along which something flows back to it from the output. */
  private static List<List<Edge>> consumers(Graph graph) {
    BitSet reached = new BitSet();
    reached.set(graph.output().index());
    for (int index = graph.output().index(); index >= 0; index--) {
      Node node = graph.nodes().get(index);
      for (int place = 0; reached.get(index) && place < node.inputs().size(); place++) {
        if (node.carries(place)) {
          reached.set(node.inputs().get(place).index());
        }
      }
    }
    List<List<Edge>> consumers = new ArrayList<>();
    graph.nodes().forEach(node -> consumers.add(new ArrayList<>()));
    for (Node node : graph.nodes()) {
      for (int place = 0; place < node.inputs().size(); place++) {
        if (node.carries(place) && reached.get(node.index())) {
          consumers.get(node.inputs().get(place).index()).add(new Edge(node, place));
        }
      }
    }
    return consumers;
  }

  /** Whether the other choice makes a difference to any gradient. */
  boolean leavesAChoice() {
    return otherAdjoints != null;
  }

  /** Every node's adjoint on a course, by index: zeros where nothing flows. */
  List<Tensor> adjoints(Course<Tensor> course, List<Tensor> at) {
    Pullback<Tensor> pullback =
        Pullback.adjoints(Numbers.NUMBERS, graph, at, seed, Pullback.everything(graph), course);
    List<Tensor> adjoints = new ArrayList<>(graph.nodes().size());
    for (Node node : graph.nodes()) {
      Tensor adjoint = pullback.adjoint(node);
      adjoints.add(adjoint == null ? Tensor.filled(node.shape(), 0) : adjoint);
    }
    return Collections.unmodifiableList(adjoints);
  }

  Graph graph() {
    return graph;
  }

  Tensor seed() {
    return seed;
  }

  public Terms terms() {
    return terms;
  }

  Tolerance tolerance() {
    return terms.tolerance();
  }

  public Map<String, Node> nodes() {
    return nodes;
  }

  /** The value of each node, by index. */
  List<Tensor> values() {
    return values;
  }

  Tensor value(Node node) {
    return values.get(node.index());
  }

  /** The right gradient of a node. */
  public Tensor adjoint(Node node) {
    return adjoints.get(node.index());
  }

  /** The right gradient by the other choice, where mathematics leaves one; null if it is none. */
  @Nullable Tensor otherAdjoint(Node node) {
    return otherAdjoints == null ? null : otherAdjoints.get(node.index());
  }

  /** How much arithmetic may be spent on looking for the mistakes of one submission. */
  long searchWork() {
    return SEARCH_WORK;
  }

  /** Every mistake that can be made in it. */
  Slips slips() {
    return slips;
  }

  /**
   * What mistakes give in passes of one kind, for everybody to share.
   *
   * @param signature null for a pass that is nobody else's
   */
  Predictions.Kept predictions(BackwardWork.@Nullable Signature signature) {
    if (signature == null
        || (predictions.size() >= SIGNATURES && !predictions.containsKey(signature))) {
      return new Predictions.Kept();
    }
    return predictions.computeIfAbsent(signature, key -> new Predictions.Kept());
  }

  /** The same exercise with other numbers; null where none can be had. */
  synchronized @Nullable Assignment twin() {
    if (twin == null) {
      twin = Twin.of(this);
    }
    return twin.assignment();
  }

  /** The edges along which a node's gradient arrives. */
  List<Edge> consumers(Node node) {
    return consumers.get(node.index());
  }
}
