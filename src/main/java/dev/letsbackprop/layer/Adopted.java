package dev.letsbackprop.layer;

import dev.letsbackprop.layer.Applied.Judgement;
import dev.letsbackprop.layer.Applied.Mapping;
import dev.letsbackprop.operation.AttributeSpec;
import dev.letsbackprop.operation.ElementLoss;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Formulas;
import dev.letsbackprop.operation.Loss;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Normalisation;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.operation.Pooling;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An operation that serves as a layer: one of a single input, or a loss with its target. */
final class Adopted implements LayerEntry {
  private static final String TARGET = "target";

  private final Entry entry;
  private final Template input;
  private final List<Part> parts;

  Adopted(Entry entry) {
    this.entry = entry;
    this.input = template();
    this.parts = isLoss(entry) ? List.of(target()) : List.of();
  }

  /** Whether an operation can serve as a layer. */
  static boolean suits(Entry entry) {
    return isLoss(entry) || (entry.arity() == 1 && !entry.variadic());
  }

  private static boolean isLoss(Entry entry) {
    return entry.example() instanceof Loss || entry.example() instanceof ElementLoss;
  }

  private boolean hasClasses() {
    return entry.example() instanceof Loss;
  }

  @Override
  public String type() {
    return entry.name();
  }

  @Override
  public List<String> aliases() {
    return entry.aliases();
  }

  @Override
  public String summary() {
    return entry.summary();
  }

  @Override
  public String formula() {
    return Formulas.of(entry).formula();
  }

  @Override
  public Template input() {
    return input;
  }

  private Template template() {
    if (entry.example() instanceof Pooling) {
      return Template.of("N, C, Y, X");
    }
    return hasClasses() ? Template.of("N, ..., D") : Template.ANY;
  }

  @Override
  public String output() {
    return entry.shapeRule();
  }

  @Override
  public boolean isOperation() {
    return true;
  }

  @Override
  public boolean keepsRank() {
    return !isLoss(entry)
        && (entry.example().elementwise() || entry.example() instanceof Normalisation);
  }

  @Override
  public boolean takesIndices() {
    return false;
  }

  @Override
  public List<Part> parts() {
    return parts;
  }

  private Part target() {
    return hasClasses()
        ? new Part(
            TARGET,
            Part.Kind.CLASSES,
            Template.ANY,
            false,
            "the right class of each row, or rows of probabilities")
        : new Part(TARGET, Part.Kind.TARGET, Template.ANY, false, "what was wanted");
  }

  @Override
  public List<AttributeSpec> attributes() {
    return entry.attributes();
  }

  @Override
  public List<String> conventions() {
    return entry.conventions();
  }

  @Override
  public Map<String, String> nodes() {
    return Map.of();
  }

  @Override
  public String example() {
    List<String> inputs = entry.exampleTexts();
    StringBuilder layer = new StringBuilder("{\"type\": \"" + type() + "\"");
    for (String attribute : entry.exampleAttributeTexts()) {
      layer.append(", \"").append(attribute.replaceFirst("=", "\": "));
    }
    if (isLoss(entry)) {
      layer.append(", \"target\": ").append(inputs.get(1));
    }
    Shape shape = entry.example().shape(entry.exampleInputs().stream().map(Tensor::shape).toList());
    String upstream =
        shape.rank() == 0 ? "" : ",\n \"upstream\": " + counting(shape, new AtomicInteger());
    return "{\"input\": " + inputs.get(0) + ",\n \"layers\": [" + layer + "}]" + upstream + "}";
  }

  /** 1, 2, 3, …: an upstream gradient that shows where each of its numbers goes. */
  private static String counting(Shape shape, AtomicInteger next) {
    if (shape.rank() == 0) {
      return Integer.toString(next.incrementAndGet());
    }
    return IntStream.range(0, shape.side(0))
        .mapToObj(place -> counting(shape.slice(1, shape.rank()), next))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public <T> @Nullable Layer<T> create(
      Map<String, @Nullable Object> attributes,
      Function<String, @Nullable T> part,
      Consumer<Misuse> complaints) {
    Operation operation = entry.create(attributes, complaints);
    if (operation == null) {
      return null;
    }
    return isLoss(entry)
        ? new Judgement<>(operation, Objects.requireNonNull(part.apply(TARGET)))
        : new Mapping<>(operation);
  }
}
