package dev.letsbackprop.operation;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of an operation: what the catalogue says of it, and how a request's value is read.
 */
public final class AttributeSpec {
  private final String name;
  private final Class<?> type;
  private final boolean nested;
  private final Method accessor;
  private final Attribute attribute;
  private final @Nullable Object standard;

  /** Reads the annotation of a component that carries {@link Attribute}. */
  public AttributeSpec(RecordComponent component) {
    this.name = Names.snakeCase(component.getName());
    this.type = component.getType();
    this.nested =
        component.getGenericType() instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof ParameterizedType;
    this.accessor = component.getAccessor();
    this.attribute = Objects.requireNonNull(component.getAnnotation(Attribute.class));
    this.standard = required() ? null : read(Literals.parse(attribute.otherwise()));
  }

  public String name() {
    return name;
  }

  public String summary() {
    return attribute.value();
  }

  public boolean required() {
    return attribute.otherwise().isEmpty();
  }

  /** What it is where left out, as JSON; empty where it is required. */
  public String otherwise() {
    return attribute.otherwise();
  }

  /** The same as a plain value; null also where it is required. */
  public @Nullable Object plainOtherwise() {
    return required() ? null : Literals.parse(attribute.otherwise());
  }

  /**
   * The component's value, from those given or as it is where left out.
   *
   * @param given attributes by name, as {@link #read} takes them
   * @param owner what has the attribute, for the sentence
   * @throws Misuse where it is missing, or of another kind
   */
  public @Nullable Object among(Map<String, @Nullable Object> given, String owner) {
    if (given.containsKey(name)) {
      return read(given.get(name));
    }
    if (required()) {
      throw Misuse.ofInputs(
          "'" + owner + "' needs the attribute '" + name + "': " + expected() + ".");
    }
    return standard;
  }

  /** What kind of value it takes. */
  public enum Kind {
    INTEGER("an integer"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    INTEGERS("a list of integers"),
    PAIRS("a list of pairs of integers, or one pair"),
    AXES("an integer or a list of integers"),
    PAIR("an integer or a pair of integers"),
    TEXT("a string"),
    CHOICE("one of the words");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  public Kind kind() {
    if (type == Axes.class) {
      return Kind.AXES;
    }
    if (type == Pair.class) {
      return Kind.PAIR;
    }
    if (type == String.class) {
      return Kind.TEXT;
    }
    if (type == List.class) {
      return nested ? Kind.PAIRS : Kind.INTEGERS;
    }
    if (type == boolean.class) {
      return Kind.BOOLEAN;
    }
    if (type == int.class || type == Integer.class) {
      return Kind.INTEGER;
    }
    if (type == double.class || type == Double.class) {
      return Kind.NUMBER;
    }
    return Kind.CHOICE;
  }

  /** The words that a choice allows; empty for other kinds. */
  public List<String> choices() {
    Object[] constants = type.getEnumConstants();
    return constants == null
        ? List.of()
        : Stream.of(constants)
            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
            .toList();
  }

  /** What it expects, in words. */
  public String expected() {
    return kind() == Kind.CHOICE
        ? choices().stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(" or "))
        : kind().words;
  }

  boolean nullable() {
    return attribute.otherwise().equals("null");
  }

  /**
   * The component's value from a request's.
   *
   * @param given a Long, Double, Boolean, String, List of these, or null
   * @throws Misuse where the value is of another kind
   */
  @Nullable Object read(@Nullable Object given) {
    if (given == null && nullable()) {
      return type == Axes.class ? Axes.ALL : null;
    }
    Object value =
        switch (kind()) {
          case INTEGER -> integer(given);
          case NUMBER -> given instanceof Number number ? number.doubleValue() : null;
          case BOOLEAN -> given instanceof Boolean ? given : null;
          case INTEGERS -> integers(given);
          case PAIRS -> pairs(given);
          case AXES -> axes(given);
          case PAIR -> pair(given);
          case TEXT -> given instanceof String ? given : null;
          case CHOICE -> choice(given);
        };
    if (value == null) {
      throw Misuse.ofAttribute(name, "Expected " + expected() + ", found " + told(given) + ".");
    }
    return value;
  }

  /** The component's value as a request would give it; null where it is that of one left out. */
  @Nullable Object plain(Operation operation) {
    Object value;
    try {
      value = accessor.invoke(operation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    if (value == null || value.equals(standard)) {
      return null;
    }
    if (value instanceof Axes axes) {
      List<Integer> chosen = Objects.requireNonNull(axes.chosen());
      return chosen.size() == 1 ? chosen.get(0) : chosen;
    }
    if (value instanceof Pair pair) {
      return pair.plain();
    }
    return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value;
  }

  private static String told(@Nullable Object given) {
    if (given instanceof List<?>) {
      return "a list";
    }
    if (given instanceof String word) {
      return "the string '" + (word.length() > 64 ? word.substring(0, 64) + "…" : word) + "'";
    }
    return given instanceof Number ? "the number " + given : String.valueOf(given);
  }

  private static @Nullable Integer integer(@Nullable Object given) {
    return given instanceof Long number && number.intValue() == number ? number.intValue() : null;
  }

  private static @Nullable List<Integer> integers(@Nullable Object given) {
    if (!(given instanceof List<?> list)) {
      return null;
    }
    List<Integer> integers = new ArrayList<>();
    for (Object element : list) {
      Integer integer = integer(element);
      if (integer == null) {
        return null;
      }
      integers.add(integer);
    }
    return integers;
  }

  private static @Nullable List<List<Integer>> pairs(@Nullable Object given) {
    if (!(given instanceof List<?> list)) {
      return null;
    }
    boolean one = !list.isEmpty() && integers(list) != null;
    List<List<Integer>> pairs = new ArrayList<>();
    for (Object element : one ? List.of(list) : list) {
      List<Integer> pair = integers(element);
      if (pair == null || pair.size() != 2) {
        return null;
      }
      pairs.add(pair);
    }
    return pairs;
  }

  private static @Nullable Axes axes(@Nullable Object given) {
    Integer one = integer(given);
    List<Integer> several = one == null ? integers(given) : List.of(one);
    return several == null ? null : new Axes(several);
  }

  private static @Nullable Pair pair(@Nullable Object given) {
    Integer both = integer(given);
    List<Integer> each = both == null ? integers(given) : List.of(both, both);
    return each == null || each.size() != 2 ? null : new Pair(each.get(0), each.get(1));
  }

  private @Nullable Object choice(@Nullable Object given) {
    int place = given instanceof String word ? choices().indexOf(word) : -1;
    return place < 0 ? null : Objects.requireNonNull(type.getEnumConstants())[place];
  }
}
