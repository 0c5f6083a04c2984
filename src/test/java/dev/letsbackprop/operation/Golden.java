package dev.letsbackprop.operation;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case that {@code src/test/oracle} recorded: what another library gives for an operation.
 *
 * @param told the case as it was recorded
 * @param value its value
 * @param gradients dL/dinput for each input; null where nothing flows to it
 */
record Golden(
    String told,
    Operation operation,
    List<Tensor> inputs,
    Tensor upstream,
    Tensor value,
    List<@Nullable Tensor> gradients) {
  private static final Path FOLDER = Path.of("src/test/resources/oracle");
  private static final JsonMapper JSON = new JsonMapper();

  /** The recorded cases of an operation. */
  static List<Golden> of(Entry entry) {
    Path file = FOLDER.resolve(entry.family() + ".json");
    return Files.exists(file)
        ? read(file)
            .get("cases")
            .valueStream()
            .filter(golden -> golden.get("operation").asString().equals(entry.name()))
            .map(golden -> of(entry, golden))
            .toList()
        : List.of();
  }

  /** The names of all operations that were recorded. */
  static List<String> recorded() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .flatMap(file -> read(file).get("cases").valueStream())
          .map(golden -> golden.get("operation").asString())
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    return JSON.readTree(file);
  }

  private static Golden of(Entry entry, JsonNode golden) {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    golden
        .get("attributes")
        .propertyStream()
        .forEach(attribute -> attributes.put(attribute.getKey(), plain(attribute.getValue())));
    Operation operation =
        entry.create(
            attributes,
            misuse -> {
              throw misuse;
            });
    List<@Nullable Tensor> gradients = new ArrayList<>();
    golden.get("gradients").forEach(node -> gradients.add(node.isNull() ? null : tensor(node)));
    String inputs = golden.get("inputs").toString();
    return new Golden(
        entry.name()
            + golden.get("attributes")
            + " of "
            + (inputs.length() > 500 ? inputs.substring(0, 500) + "…" : inputs),
        Objects.requireNonNull(operation),
        golden.get("inputs").valueStream().map(Golden::tensor).toList(),
        tensor(golden.get("upstream")),
        tensor(golden.get("value")),
        gradients);
  }

  private static @Nullable Object plain(JsonNode node) {
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(element -> list.add(plain(element)));
      return list;
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isString()) {
      return node.asString();
    }
    return node.isNull()
        ? null
        : node.isIntegralNumber() ? (Object) node.asLong() : node.asDouble();
  }

  /** [shape, elements], where what JSON has no number for is a string. */
  private static Tensor tensor(JsonNode node) {
    int[] sides = node.get(0).valueStream().mapToInt(JsonNode::asInt).toArray();
    double[] elements =
        node.get(1)
            .valueStream()
            .mapToDouble(
                element ->
                    element.isString()
                        ? Double.parseDouble(element.asString())
                        : element.asDouble())
            .toArray();
    return Tensor.of(Shape.of(sides), elements);
  }

  /** How far the engine is from every element that was recorded. */
  List<Difference> differences() {
    GraphBuilder builder = new GraphBuilder();
    List<Node> leaves = inputs.stream().map(input -> builder.leaf("x", input, false)).toList();
    Graph graph = builder.build(builder.step("y", operation, leaves));
    List<Tensor> values = graph.read(Numbers.NUMBERS, Node::value);
    List<Difference> all = new ArrayList<>();
    Difference.between("value", value, values.get(graph.output().index()), all);
    Pullback<Tensor> pullback =
        Pullback.of(Numbers.NUMBERS, graph, values, upstream, Pullback.everything(graph));
    for (int place = 0; place < inputs.size(); place++) {
      Tensor zeros = Tensor.filled(inputs.get(place).shape(), 0);
      Tensor wanted = Objects.requireNonNullElse(gradients.get(place), zeros);
      Tensor adjoint = pullback.adjoint(leaves.get(place));
      Tensor found = Objects.requireNonNullElse(adjoint, zeros);
      Difference.between("gradient of input " + place, wanted, found, all);
    }
    return all;
  }

  /**
   * How far an element is from what was recorded.
   *
   * @param relative to the larger of 1 and what was recorded; Infinity where only one is a number
   */
  record Difference(String where, double relative) {
    private static void between(String what, Tensor wanted, Tensor found, List<Difference> all) {
      if (!wanted.shape().equals(found.shape())) {
        String shapes = " has shape " + found.shape() + ", not " + wanted.shape();
        all.add(new Difference(what + shapes, Double.POSITIVE_INFINITY));
        return;
      }
      for (int at = 0; at < wanted.size(); at++) {
        double relative = relative(wanted.at(at), found.at(at));
        String numbers = " is " + found.at(at) + ", not " + wanted.at(at);
        all.add(new Difference(what + ", element " + at + numbers, relative));
      }
    }

    private static double relative(double wanted, double found) {
      if (Double.isNaN(wanted) ? Double.isNaN(found) : wanted == found) {
        return 0;
      }
      boolean numbers = Double.isFinite(wanted) && Double.isFinite(found);
      return numbers
          ? Math.abs(found - wanted) / Math.max(1, Math.abs(wanted))
          : Double.POSITIVE_INFINITY;
    }
  }
}
