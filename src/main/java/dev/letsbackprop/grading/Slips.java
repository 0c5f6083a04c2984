package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Misconception;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every mistake that can be made in an assignment, each at each of its places. */
final class Slips {
  private final Assignment assignment;
  private final GeneralSlips general;
  private final Map<Edge, List<Slip>> atEdges = new ConcurrentHashMap<>();
  private final Map<Node, List<Slip>> atNodes = new ConcurrentHashMap<>();
  private final Map<Node, List<Slip>> sent = new ConcurrentHashMap<>();
  private @Nullable List<Slip> everywhere;

  Slips(Assignment assignment) {
    this.assignment = assignment;
    this.general = new GeneralSlips(assignment);
  }

  /** Those that are made where a node sends something back to one input. */
  List<Slip> at(Edge edge) {
    return atEdges.computeIfAbsent(
        edge,
        key -> {
          List<Slip> slips = new ArrayList<>();
          for (Misconception each : misconceptions(edge.node())) {
            slips.add(Slip.at(lesson(each), edge, rule(each)));
          }
          slips.addAll(general.at(edge));
          return Collections.unmodifiableList(slips);
        });
  }

  /** Those that are made with all that reaches a node. */
  List<Slip> at(Node node) {
    return atNodes.computeIfAbsent(node, general::at);
  }

  /** Those that are made with all that a node sends back, where that is more than one flow. */
  List<Slip> sentBy(Node node) {
    Set<Edge> edges = edges(node);
    return edges.size() < 2
        ? List.of()
        : sent.computeIfAbsent(
            node,
            key ->
                misconceptions(node).stream()
                    .map(each -> new Slip(lesson(each), node, edges, rule(each), false))
                    .toList());
  }

  private static Set<Edge> edges(Node node) {
    Set<Edge> edges = new LinkedHashSet<>();
    for (int place = 0; place < node.inputs().size(); place++) {
      if (node.carries(place)) {
        edges.add(new Edge(node, place));
      }
    }
    return edges;
  }

  /** Each wrong rule wherever its operation stands, where it stands more than once. */
  synchronized List<Slip> everywhere() {
    if (everywhere == null) {
      everywhere = List.copyOf(wherever());
    }
    return everywhere;
  }

  private List<Slip> wherever() {
    Map<Misconception, Set<Edge>> places = new LinkedHashMap<>();
    Map<Misconception, Node> last = new HashMap<>();
    for (Node node : assignment.graph().nodes()) {
      if (!node.isLeaf()) {
        for (Misconception each : misconceptions(node)) {
          places.computeIfAbsent(each, key -> new LinkedHashSet<>()).addAll(edges(node));
          last.put(each, node);
        }
      }
    }
    List<Slip> slips = new ArrayList<>();
    places.forEach(
        (each, edges) -> {
          if (edges.size() > 1) {
            Node at = Objects.requireNonNull(last.get(each));
            slips.add(new Slip(lesson(each), at, edges, rule(each), true));
          }
        });
    return slips;
  }

  private static List<Misconception> misconceptions(Node node) {
    return Catalogue.of(node.operation()).misconceptions();
  }

  private static Lesson lesson(Misconception each) {
    return new Lesson(each.code(), each.did(), each.due(), each.telling(), 0);
  }

  private static WrongRule rule(Misconception each) {
    return (edge, x, y, cotangent) -> {
      Operation operation = edge.node().operation();
      Tensor flow = each.flow(operation, Numbers.NUMBERS, edge.place(), x, y, cotangent);
      return flow != null && operation.elementwise()
          ? Numbers.NUMBERS.sumTo(flow, edge.input().shape())
          : flow;
    };
  }
}
