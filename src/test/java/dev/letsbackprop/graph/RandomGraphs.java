package dev.letsbackprop.graph;

import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Domain;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.operation.Sample;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Random graphs over the whole catalogue, and the requests that ask about them. */
public final class RandomGraphs {
  private static final List<Shape> SHAPES =
      List.of(Shape.SCALAR, Shape.of(3), Shape.of(2, 3), Shape.of(3, 2), Shape.of(3, 1));

  private RandomGraphs() {}

  /** A graph of about so many steps whose values are all finite. */
  public static Graph draw(long seed, int steps) {
    Random random = new Random(seed);
    GraphBuilder builder = new GraphBuilder();
    List<Node> nodes = new ArrayList<>();
    List<Tensor> values = new ArrayList<>();
    for (Shape shape : SHAPES) {
      Tensor value = Tensor.filled(shape, 0).map(zero -> random.nextDouble(0.3, 1.5));
      nodes.add(builder.leaf("leaf" + nodes.size(), value, random.nextInt(6) == 0));
      values.add(value);
    }
    for (int tries = 0; nodes.size() < SHAPES.size() + steps && tries < 50 * steps; tries++) {
      List<Entry> entries = Catalogue.entries();
      Entry entry = entries.get(random.nextInt(entries.size()));
      Sample sample = entry.example().sample(random);
      Operation operation = sample.operation();
      if (random.nextInt(4) == 0) {
        List<Tensor> own = sample.operands().stream().map(one -> tensor(one, random)).toList();
        Tensor value = value(operation, own);
        if (value != null) {
          List<Node> from = new ArrayList<>();
          for (Tensor input : own) {
            from.add(builder.leaf("leaf" + nodes.size(), input, random.nextInt(6) == 0));
            nodes.add(from.get(from.size() - 1));
            values.add(input);
          }
          nodes.add(builder.step("step" + nodes.size(), operation, from));
          values.add(value);
        }
        continue;
      }
      List<Integer> inputs = random.ints(operation.arity(), 0, nodes.size()).boxed().toList();
      Tensor value = value(operation, inputs.stream().map(values::get).toList());
      if (value != null && value.size() < 100) {
        List<Node> from = inputs.stream().map(nodes::get).toList();
        nodes.add(builder.step("step" + nodes.size(), operation, from));
        values.add(value);
      }
    }
    return builder.build(nodes.get(nodes.size() - 1));
  }

  /** Numbers for an input that only a leaf of its own would fit. */
  public static Tensor tensor(Sample.Operand operand, Random random) {
    Domain domain = operand.domain();
    int side = operand.shape().rank() < 2 ? 1 : operand.shape().side(operand.shape().rank() - 1);
    double[] elements = new double[(int) operand.shape().size()];
    for (int at = 0; at < elements.length; at++) {
      elements[at] =
          domain.whole()
              ? domain.low() + random.nextInt((int) (domain.high() - domain.low()) + 1)
              : random.nextDouble(domain.low(), domain.high());
      elements[at] += at / side % side == at % side ? domain.diagonal() : 0;
    }
    return Tensor.of(operand.shape(), elements);
  }

  private static @Nullable Tensor value(Operation operation, List<Tensor> inputs) {
    try {
      Shape shape = operation.shape(inputs.stream().map(Tensor::shape).toList());
      Tensor value = shape.size() > 100 ? null : Numbers.NUMBERS.apply(operation, inputs);
      boolean plain = value != null && value.size() > 0 && value.firstNonFinite() < 0;
      return plain ? value : null;
    } catch (Misuse unfit) {
      return null;
    }
  }

  /** A request for all there is about a graph, with its nodes written down in a random order. */
  public static byte[] request(Graph graph, long seed) {
    return request(
        graph,
        seed,
        json -> {
          json.name("include").beginArray();
          json.value("values").value("gradients").value("flows").value("local");
          json.endArray();
        });
  }

  /** A request with these properties beside the model. */
  public static byte[] request(Graph graph, long seed, Consumer<JsonWriter> more) {
    List<Node> order = new ArrayList<>(graph.nodes());
    Collections.shuffle(order, new Random(seed));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(body)) {
      json.beginObject();
      json.name("output").value(graph.output().toString());
      more.accept(json);
      json.name("upstream").tensor(Tensor.filled(graph.output().shape(), 0.75), Encoding.NESTED);
      json.name("nodes").beginObject();
      order.forEach(node -> write(node, json));
      json.endObject();
      json.endObject();
    }
    return body.toByteArray();
  }

  private static void write(Node node, JsonWriter json) {
    json.name(node.toString()).beginObject();
    if (node.isLeaf()) {
      json.name("value").tensor(node.value(), Encoding.FLAT);
      json.name("constant").value(node.isConstant());
    } else {
      json.name("op").value(Catalogue.of(node.operation()).name());
      json.name("inputs").beginArray();
      node.inputs().forEach(input -> json.value(input.toString()));
      json.endArray();
      json.name("attributes").beginObject();
      Catalogue.of(node.operation())
          .attributes(node.operation())
          .forEach((name, value) -> write(value, json.name(name)));
      json.endObject();
    }
    json.endObject();
  }

  private static void write(@Nullable Object value, JsonWriter json) {
    if (value instanceof List<?> list) {
      json.beginArray();
      list.forEach(element -> write(element, json));
      json.endArray();
    } else if (value instanceof Integer number) {
      json.value(number.longValue());
    } else if (value instanceof Double number) {
      json.value(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      json.value(truth.booleanValue());
    } else {
      json.value(String.valueOf(value));
    }
  }

  /** The names of the operations that a graph uses. */
  public static Set<String> operations(Graph graph) {
    return graph.nodes().stream()
        .filter(node -> !node.isLeaf())
        .map(node -> Objects.requireNonNull(Catalogue.of(node.operation())).name())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
