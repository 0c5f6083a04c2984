package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One operation in the catalogue: what its record says and what {@link Described} adds. */
public final class Entry {
  private final String name;
  private final String family;
  private final Described described;
  private final List<AttributeSpec> attributes;
  private final Construction construction;
  private final Operation example;
  private final List<Misconception> misconceptions;
  private final @Nullable Alternative alternative;

  Entry(Class<?> record) {
    this.name = Names.snakeCase(record.getSimpleName());
    this.family = Names.snakeCase(record.getDeclaringClass().getSimpleName());
    this.described = Objects.requireNonNull(record.getAnnotation(Described.class), name);
    this.construction = new Construction(record);
    this.attributes = construction.components().stream().map(AttributeSpec::new).toList();
    this.example = Objects.requireNonNull(create(exampleAttributes(), Entry::refuse));
    this.misconceptions = Misconception.of(record, name);
    this.alternative = Alternative.of(record);
  }

  private static void refuse(Misuse misuse) {
    throw misuse;
  }

  public String name() {
    return name;
  }

  public String family() {
    return family;
  }

  public List<String> aliases() {
    return List.of(described.aliases());
  }

  public String summary() {
    return described.summary();
  }

  /** What stands in its circle in a diagram, such as {@code ×}; else its name. */
  public String symbol() {
    return described.symbol().isEmpty() ? name : described.symbol();
  }

  /** Its definition as LaTeX; empty where its own LaTeX is one. */
  String formula() {
    return described.formula();
  }

  /** For each input what flows back to it, as LaTeX; empty where its rule says that well. */
  List<String> derivatives() {
    return List.of(described.derivatives());
  }

  /** How a lesson derives its derivative, step by step, as LaTeX; empty where none does. */
  public List<String> derivation() {
    return List.of(described.derivation());
  }

  /** A function of Python that does the same; empty where the libraries have one of its name. */
  public String python() {
    return described.python();
  }

  /** Why its derivative is what it is. */
  public String reason() {
    return described.reason();
  }

  public List<String> conventions() {
    return List.of(described.conventions());
  }

  /** The wrong rules that people take for its derivative, by code. */
  public List<Misconception> misconceptions() {
    return misconceptions;
  }

  /** A rule as right as its own, where there is one. */
  public @Nullable Alternative alternative() {
    return alternative;
  }

  public List<AttributeSpec> attributes() {
    return attributes;
  }

  /** The words that an attribute allows; empty where it is no choice. */
  public List<String> choices(String attribute) {
    return attributes.stream()
        .filter(spec -> spec.name().equals(attribute))
        .flatMap(spec -> spec.choices().stream())
        .toList();
  }

  public int arity() {
    return example.arity();
  }

  /** Whether it takes any number of inputs from {@link #arity()} on. */
  public boolean variadic() {
    return example.variadic();
  }

  /** Whether it takes that many inputs. */
  public boolean takes(int inputs) {
    return variadic() ? inputs >= arity() : inputs == arity();
  }

  public String shapeRule() {
    if (!described.shapeRule().isEmpty()) {
      return described.shapeRule();
    }
    return arity() == 1 ? "The shape of the input." : "The shapes of the inputs, broadcast.";
  }

  /** What its inputs are called in formulas. */
  public List<String> inputs() {
    List<String> names = List.of(described.inputs());
    return names.isEmpty() ? List.of("x", "y").subList(0, arity()) : names;
  }

  /** The operation with the attributes of its example. */
  public Operation example() {
    return example;
  }

  /** The inputs of its example, as JSON. */
  public List<String> exampleTexts() {
    return List.of(described.example());
  }

  /** The attributes of its example, each as {@code name=JSON}. */
  public List<String> exampleAttributeTexts() {
    return List.of(described.exampleAttributes());
  }

  public List<Tensor> exampleInputs() {
    return Stream.of(described.example()).map(Literals::tensor).toList();
  }

  /** The attributes of its example: name to a plain value, in order. */
  public Map<String, @Nullable Object> exampleAttributes() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String pair : described.exampleAttributes()) {
      int equals = pair.indexOf('=');
      values.put(pair.substring(0, equals), Literals.parse(pair.substring(equals + 1)));
    }
    return values;
  }

  /** The attributes of an operation that are not what they are when left out, as plain values. */
  public Map<String, Object> attributes(Operation operation) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (AttributeSpec attribute : attributes) {
      Object value = attribute.plain(operation);
      if (value != null) {
        values.put(attribute.name(), value);
      }
    }
    return values;
  }

  /**
   * The operation with these attributes.
   *
   * @param given by attribute name: a Long, Double, Boolean, String, List of these, or null; names
   *     that the operation does not know are left alone
   * @param complaints told of each attribute that is missing or wrong
   * @return null where there was a complaint
   */
  public @Nullable Operation create(
      Map<String, @Nullable Object> given, Consumer<Misuse> complaints) {
    @Nullable Object[] values = new @Nullable Object[attributes.size()];
    boolean good = true;
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = attributes.get(i).among(given, name);
      } catch (Misuse misuse) {
        complaints.accept(misuse);
        good = false;
      }
    }
    return good ? (Operation) construction.create(values, complaints) : null;
  }
}
