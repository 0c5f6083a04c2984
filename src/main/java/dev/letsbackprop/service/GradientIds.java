package dev.letsbackprop.service;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Catalogue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The ids of a graph that was grown: a node that has one keeps it, a gradient is called {@code
 * d_f/d_x}, and whatever else computes it by its operation and a number, {@code multiply1}.
 */
final class GradientIds {
  /** What stands on the way has a name of its own as long as that is easy to read. */
  private static final int READABLE = 64;

  private final String output;
  private final Map<Node, String> ids = new HashMap<>();
  private final int longest;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * The ids of a graph whose output is called so; nobody else is called by one of these, nor longer
   * than {@code longest}.
   */
  GradientIds(String output, Map<String, Node> nodes, int longest) {
    this.longest = longest;
    this.output = output;
    nodes.forEach((id, node) -> ids.put(node, id));
    taken.addAll(nodes.keySet());
  }

  /** Whether a node is written where it is used: an unnamed number that JSON has. */
  static boolean isInline(Node node) {
    return node.isLeaf()
        && node.name() == null
        && node.shape().rank() == 0
        && Double.isFinite(node.value().item());
  }

  /** Names the gradient towards a node. */
  void nameGradient(Node of, Node gradient) {
    String name = derivative(of);
    if (name.length() > longest) {
      ids.put(gradient, numbered("gradient"));
    } else {
      ids.put(gradient, free(name));
    }
  }

  /** Names what stands on the way, if nothing else has named it. */
  void nameAdjoint(Node of, Node adjoint) {
    String name = derivative(of);
    if (!ids.containsKey(adjoint) && !adjoint.isLeaf() && name.length() <= READABLE) {
      ids.put(adjoint, free(name));
    }
  }

  private String derivative(Node of) {
    return "d_" + output + "/d_" + of;
  }

  /** The id of a node. */
  String of(Node node) {
    return ids.computeIfAbsent(node, this::name);
  }

  private String name(Node node) {
    return numbered(node.isLeaf() ? "constant" : Catalogue.of(node.operation()).name());
  }

  private String free(String name) {
    return taken.add(name) ? name : numbered(name + "_");
  }

  private String numbered(String name) {
    while (true) {
      String id = name + counts.merge(name, 1, Integer::sum);
      if (taken.add(id)) {
        return id;
      }
    }
  }
}
