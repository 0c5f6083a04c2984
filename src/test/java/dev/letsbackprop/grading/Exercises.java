package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.model.ModelReader;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Exercises for the tests of the grader: written down, or drawn. */
final class Exercises {
  private Exercises() {}

  static Terms terms(Tolerance tolerance, List<Node> required) {
    return new Terms(tolerance, Map.of(), required, PartialCredit.NONE, 1, Reveal.ANSWERS);
  }

  /** The exercise of a model as requests have it; single quotes stand for double ones. */
  static Assignment of(String model, Tolerance tolerance, String... required) {
    byte[] body = model.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Faults faults = new Faults();
    JsonReader json = JsonReader.of(body, Limits.DEFAULT, faults);
    ModelReader reader = new ModelReader(json, faults, Limits.DEFAULT, Pointer.ROOT);
    json.object("a model", reader.properties());
    json.end();
    Model read = reader.model();
    faults.throwIfAny();
    Model whole = Objects.requireNonNull(read);
    List<Node> nodes = new ArrayList<>();
    for (String id : required) {
      nodes.add(Objects.requireNonNull(whole.nodes().get(id), id));
    }
    return new Assignment(
        whole.graph(),
        whole.seed(),
        whole.nodes(),
        whole.graph().read(Numbers.NUMBERS, Node::value),
        terms(tolerance, nodes));
  }

  /** The same exercise, of which other gradients are required. */
  static Assignment requiring(Assignment assignment, Predicate<Node> required) {
    List<Node> nodes =
        assignment.nodes().values().stream()
            .filter(node -> !node.isConstant() && required.test(node))
            .toList();
    return new Assignment(
        assignment.graph(),
        assignment.seed(),
        assignment.nodes(),
        assignment.values(),
        terms(assignment.tolerance(), nodes));
  }

  /** A random graph over the whole catalogue; null where its gradients are not all finite. */
  static @Nullable Assignment graph(long seed, Tolerance tolerance) {
    Graph graph = RandomGraphs.draw(seed, 8);
    Map<String, Node> nodes = new LinkedHashMap<>();
    graph.nodes().forEach(node -> nodes.put(node.toString(), node));
    Random random = new Random(seed);
    Tensor upstream =
        Tensor.filled(graph.output().shape(), 0).map(zero -> random.nextDouble(0.5, 1.5));
    Assignment drawn =
        new Assignment(
            graph,
            upstream,
            nodes,
            graph.read(Numbers.NUMBERS, Node::value),
            terms(tolerance, List.of()));
    boolean finite =
        graph.nodes().stream().allMatch(node -> drawn.adjoint(node).firstNonFinite() < 0);
    return finite ? drawn : null;
  }

  private static final List<String> ACTIVATIONS =
      List.of("sigmoid", "tanh", "relu", "softplus", "leaky_relu", "silu");

  /** A random stack of two or three affine layers with activations and a loss. */
  static Assignment stack(long seed, int rows, Tolerance tolerance) {
    Random random = new Random(seed);
    int side = 3;
    StringBuilder model = new StringBuilder("{'input': ").append(matrix(random, rows, side));
    model.append(", 'layers': [");
    int depth = 2 + random.nextInt(2);
    for (int layer = 0; layer < depth; layer++) {
      int next = 2 + (side + random.nextInt(3)) % 4;
      next = next == side ? next + 1 : next;
      model.append("{'type': 'affine', 'weight': ").append(matrix(random, side, next));
      model.append(", 'bias': ").append(row(random, next)).append("}, ");
      if (layer < depth - 1) {
        String activation = ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size()));
        model.append("{'type': '").append(activation).append("'}, ");
      }
      side = next;
    }
    if (random.nextBoolean()) {
      List<Integer> target = random.ints(rows, 0, side).boxed().toList();
      model.append("{'type': 'softmax_with_loss', 'target': ").append(target).append("}");
    } else {
      model.append("{'type': 'mean_squared_error', 'target': ");
      model.append(matrix(random, rows, side)).append("}");
    }
    return of(model.append("], 'upstream': 1.5}").toString(), tolerance);
  }

  static String matrix(Random random, int rows, int side) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      lines.add(row(random, side));
    }
    return lines.toString();
  }

  static String row(Random random, int side) {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < side; i++) {
      numbers.add(
          Math.rint(random.nextDouble(0.2, 1.6) * 100) / (random.nextBoolean() ? 100 : -100));
    }
    return numbers.toString();
  }

  static Map<Node, Tensor> typed(Map<Node, Tensor> claims, int figures) {
    Map<Node, Tensor> typed = new LinkedHashMap<>();
    claims.forEach((node, tensor) -> typed.put(node, ExerciseCheck.typed(tensor, figures)));
    return typed;
  }
}
