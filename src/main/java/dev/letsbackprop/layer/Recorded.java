package dev.letsbackprop.layer;

import dev.letsbackprop.operation.Attribute;
import dev.letsbackprop.operation.AttributeSpec;
import dev.letsbackprop.operation.Construction;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Names;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A layer as its record describes it. */
final class Recorded implements LayerEntry {
  private final String type;
  private final Described described;
  private final Construction construction;
  private final Template input;
  private final List<Part> parts;
  private final List<AttributeSpec> attributes;

  /** For each component what it is: a {@link Part} or an {@link AttributeSpec}. */
  private final List<Object> components = new ArrayList<>();

  Recorded(Class<?> record) {
    type = Names.snakeCase(record.getSimpleName());
    described = Objects.requireNonNull(record.getAnnotation(Described.class), type);
    input = Template.of(described.input());
    construction = new Construction(record);
    for (RecordComponent component : construction.components()) {
      components.add(
          component.isAnnotationPresent(Attribute.class)
              ? new AttributeSpec(component)
              : part(Names.snakeCase(component.getName()), component));
    }
    parts = of(Part.class);
    attributes = of(AttributeSpec.class);
  }

  private <C> List<C> of(Class<C> kind) {
    return components.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Part part(String name, RecordComponent component) {
    Given given = component.getAnnotation(Given.class);
    if (given != null) {
      return new Part(name, given.kind(), Template.ANY, false, given.value());
    }
    Parameter parameter = Objects.requireNonNull(component.getAnnotation(Parameter.class), name);
    return new Part(
        name,
        Part.Kind.PARAMETER,
        Template.of(parameter.shape()),
        parameter.optional(),
        parameter.value());
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public List<String> aliases() {
    return List.of(described.aliases());
  }

  @Override
  public String summary() {
    return described.summary();
  }

  @Override
  public String formula() {
    return described.formula();
  }

  @Override
  public Template input() {
    return input;
  }

  @Override
  public String output() {
    return "[" + described.output() + "]";
  }

  @Override
  public boolean isOperation() {
    return false;
  }

  @Override
  public boolean keepsRank() {
    return described.output().contains("...")
        && described.input().split(", ", -1).length == described.output().split(", ", -1).length;
  }

  @Override
  public boolean takesIndices() {
    return described.indices();
  }

  @Override
  public List<Part> parts() {
    return parts;
  }

  @Override
  public List<AttributeSpec> attributes() {
    return attributes;
  }

  @Override
  public List<String> conventions() {
    return List.of(described.conventions());
  }

  @Override
  public Map<String, String> nodes() {
    Map<String, String> nodes = new LinkedHashMap<>();
    for (String node : described.nodes()) {
      String[] halves = node.split(": ", 2);
      nodes.put(halves[0], halves[1]);
    }
    return Collections.unmodifiableMap(nodes);
  }

  @Override
  public String example() {
    return described.example();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable Layer<T> create(
      Map<String, @Nullable Object> given,
      Function<String, @Nullable T> part,
      Consumer<Misuse> complaints) {
    List<@Nullable Object> values = new ArrayList<>();
    boolean good = true;
    for (Object component : components) {
      try {
        values.add(
            component instanceof AttributeSpec attribute
                ? attribute.among(given, type)
                : part.apply(((Part) component).name()));
      } catch (Misuse misuse) {
        complaints.accept(misuse);
        good = false;
      }
    }
    return good ? (Layer<T>) construction.create(values.toArray(), complaints) : null;
  }
}
