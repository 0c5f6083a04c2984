package dev.letsbackprop.model;

import dev.letsbackprop.model.DraftNode.DraftInput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders a graph's nodes so that each comes after its inputs. */
final class TopologicalOrder {
  private static final int MOST_CYCLES = 100;

  private final Map<String, DraftNode> nodes;
  private final Map<String, Integer> levels = new HashMap<>();
  private final List<DraftNode> left = new ArrayList<>();
  private final List<List<String>> cycles = new ArrayList<>();
  private final Set<String> knotted = new HashSet<>();

  private TopologicalOrder(Map<String, DraftNode> nodes) {
    this.nodes = nodes;
  }

  /**
   * The order to compute in, which depends on the graph only and not on how it was written down.
   *
   * <p>Leaves come first, then what needs leaves only, and so on (a node's level is one more than
   * its highest input's); within a level, in the order in which a walk from the output, inputs by
   * place, first leaves them. What the output does not depend on is walked last, from its ends by
   * id.
   *
   * @param output the id of the output
   */
  static TopologicalOrder ofGraph(Map<String, DraftNode> nodes, @Nullable String output) {
    TopologicalOrder order = new TopologicalOrder(nodes);
    if (output != null && nodes.containsKey(output)) {
      order.walk(output);
    }
    Ends.of(nodes).stream().sorted().forEach(order::walk);
    // Whatever is left lies on cycles that no end reaches.
    nodes.keySet().stream().sorted().forEach(order::walk);
    order.left.sort(Comparator.comparingInt(node -> order.levels.getOrDefault(node.id(), 0)));
    return order;
  }

  /**
   * The order to report in: as written, but that inputs come first where they were written later.
   */
  static TopologicalOrder ofDocument(Map<String, DraftNode> nodes) {
    TopologicalOrder order = new TopologicalOrder(nodes);
    nodes.keySet().forEach(order::walk);
    return order;
  }

  /** The nodes, each after its inputs. */
  List<DraftNode> nodes() {
    return left;
  }

  /** The ids along each cycle that was met, the first again at the end. */
  List<List<String>> cycles() {
    return cycles;
  }

  /** A node being walked, and the next of its inputs to go to. */
  private static final class Step {
    private final DraftNode node;
    private int next;
    private int level;

    private Step(DraftNode node) {
      this.node = node;
    }
  }

  private void walk(String start) {
    Map<String, Step> path = new HashMap<>();
    Deque<Step> stack = new ArrayDeque<>();
    enter(start, path, stack);
    while (!stack.isEmpty()) {
      Step step = stack.element();
      List<DraftInput> inputs = step.node.inputs();
      if (step.next == inputs.size()) {
        levels.put(step.node.id(), step.level);
        left.add(step.node);
        path.remove(step.node.id());
        stack.pop();
        continue;
      }
      String input = inputs.get(step.next).id();
      Integer level = input == null ? null : levels.get(input);
      if (level != null) {
        step.level = Math.max(step.level, level + 1);
      } else if (input != null && path.containsKey(input)) {
        note(stack, input);
      } else if (input != null && nodes.containsKey(input)) {
        enter(input, path, stack);
        continue;
      }
      // A number needs no node, but what uses it is a step all the same.
      step.level = Math.max(step.level, 1);
      step.next++;
    }
  }

  private void enter(String id, Map<String, Step> path, Deque<Step> stack) {
    DraftNode node = nodes.get(id);
    if (node != null && !levels.containsKey(id)) {
      Step step = new Step(node);
      path.put(id, step);
      stack.push(step);
    }
  }

  /**
   * Notes a cycle, but not one that shares its ends with another: it is the same knot, and a knot
   * may have as many cycles as it has edges.
   */
  private void note(Deque<Step> stack, String closing) {
    boolean told = knotted.contains(closing) || knotted.contains(stack.element().node.id());
    if (!told && cycles.size() < MOST_CYCLES) {
      List<String> cycle = cycle(stack, closing);
      cycles.add(cycle);
      knotted.addAll(cycle);
    }
  }

  /** From the stack's top down, each node consumes the one before: the way that values flow. */
  private static List<String> cycle(Deque<Step> stack, String closing) {
    List<String> ids = new ArrayList<>();
    ids.add(closing);
    for (Step step : stack) {
      ids.add(step.node.id());
      if (step.node.id().equals(closing)) {
        break;
      }
    }
    return ids;
  }

  /** The nodes that nothing consumes. */
  static final class Ends {
    private Ends() {}

    static List<String> of(Map<String, DraftNode> nodes) {
      Set<String> consumed = new HashSet<>();
      nodes.values().stream()
          .flatMap(node -> node.inputs().stream())
          .filter(input -> input.id() != null)
          .forEach(input -> consumed.add(input.id()));
      return nodes.keySet().stream().filter(id -> !consumed.contains(id)).toList();
    }
  }
}
