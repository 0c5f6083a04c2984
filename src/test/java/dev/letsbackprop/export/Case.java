package dev.letsbackprop.export;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.operation.Sample;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model whose script is run, and how far what it prints is from the engine's numbers. */
record Case(String told, Graph graph, Tensor seed) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /** A random use of an operation. */
  static Case of(Entry entry, long draw) {
    Random random = new Random(entry.name().hashCode() + 31 * draw);
    Sample sample = entry.example().sample(random);
    GraphBuilder builder = new GraphBuilder();
    List<Node> inputs = new ArrayList<>();
    for (Sample.Operand operand : sample.operands()) {
      Tensor value = RandomGraphs.tensor(operand, random);
      inputs.add(builder.leaf("x" + inputs.size(), value, operand.domain().whole()));
    }
    Node y = builder.step("y", sample.operation(), inputs);
    return of(entry.name() + " " + draw + " " + sample, builder.build(y), random);
  }

  static Case of(String told, Graph graph, Random random) {
    Shape shape = graph.output().shape();
    return new Case(told, graph, Tensor.filled(shape, 0).map(zero -> random.nextDouble(0.3, 1.5)));
  }

  List<Node> reported() {
    return graph.nodes().stream().filter(node -> node.name() != null).toList();
  }

  String script(Library library) {
    return Script.of(library, graph, seed, reported(), 1 << 25);
  }

  /** What is wrong with what a script has printed; empty where nothing is. */
  List<String> faults(String printed, double tolerance) {
    List<String> faults = new ArrayList<>();
    if (printed.startsWith("Traceback")) {
      return List.of(told + ": " + printed);
    }
    List<Tensor> values = graph.read(Numbers.NUMBERS, Node::value);
    Pullback<Tensor> pullback =
        Pullback.of(Numbers.NUMBERS, graph, values, seed, Pullback.everything(graph));
    List<String> lines = printed.lines().toList();
    if (lines.size() != reported().size()) {
      return List.of(told + ": printed " + lines.size() + " lines");
    }
    for (int at = 0; at < lines.size(); at++) {
      Node node = reported().get(at);
      JsonNode line = JSON.readTree(lines.get(at));
      compare(told + ": " + node + ": node", node.name(), line.path("node").stringValue(), faults);
      check(node + ".value", values.get(node.index()), line.path("value"), tolerance, faults);
      compare(told + ": gradient of " + node, !node.isConstant(), line.has("gradient"), faults);
      if (!node.isConstant()) {
        Tensor adjoint = pullback.adjoint(node);
        Tensor wanted = adjoint == null ? Tensor.filled(node.shape(), 0) : adjoint;
        check(node + ".gradient", wanted, line.path("gradient"), tolerance, faults);
      }
    }
    return faults;
  }

  private static void compare(
      String what, @Nullable Object wanted, Object found, List<String> faults) {
    if (!found.equals(wanted)) {
      faults.add(what + " is " + found + ", not " + wanted);
    }
  }

  private void check(
      String what, Tensor wanted, JsonNode found, double tolerance, List<String> faults) {
    List<Double> elements = new ArrayList<>();
    List<Integer> sides = new ArrayList<>();
    flatten(found, elements, sides, 0);
    List<Integer> shape = wanted.size() == 0 ? sides : wanted.shape().toList();
    if (!sides.equals(shape) || elements.size() != wanted.size()) {
      faults.add(told + ": " + what + " has shape " + sides + ", not " + wanted.shape());
      return;
    }
    double largest = 1e-3;
    for (int at = 0; at < wanted.size(); at++) {
      double size = Math.abs(wanted.at(at));
      largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
    }
    for (int at = 0; at < wanted.size(); at++) {
      double one = wanted.at(at);
      double other = elements.get(at);
      boolean same = Double.isNaN(one) ? Double.isNaN(other) : one == other;
      if (!same && !(Math.abs(one - other) <= tolerance * largest)) {
        faults.add(told + ": " + what + " at " + at + " is " + other + ", not " + one);
      }
    }
  }

  private static void flatten(
      JsonNode node, List<Double> elements, List<Integer> sides, int depth) {
    if (!node.isArray()) {
      elements.add(node.doubleValue());
      return;
    }
    if (sides.size() == depth) {
      sides.add(node.size());
    }
    node.forEach(element -> flatten(element, elements, sides, depth + 1));
  }
}
