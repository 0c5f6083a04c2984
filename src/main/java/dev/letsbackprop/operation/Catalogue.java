package dev.letsbackprop.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every operation there is, read off the sealed hierarchy: what is not in a family does not exist.
 */
public final class Catalogue {
  private static final List<Entry> ENTRIES = entries(Operation.class);
  private static final Map<String, Entry> BY_NAME = byName();
  private static final Map<Class<?>, Entry> BY_RECORD =
      ENTRIES.stream()
          .collect(Collectors.toMap(entry -> entry.example().getClass(), entry -> entry));

  private Catalogue() {}

  /** All operations, family by family, in the order of their files. */
  public static List<Entry> entries() {
    return ENTRIES;
  }

  /** The operation of that name or alias, or null. */
  public static @Nullable Entry find(String name) {
    return BY_NAME.get(name);
  }

  /** The entry of an operation's record. */
  public static Entry of(Operation operation) {
    return Objects.requireNonNull(BY_RECORD.get(operation.getClass()));
  }

  /** Every name and alias, names first. */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** Every name that some operation's attribute has. */
  public static Set<String> attributeNames() {
    return ENTRIES.stream()
        .flatMap(entry -> entry.attributes().stream())
        .map(AttributeSpec::name)
        .collect(Collectors.toSet());
  }

  private static List<Entry> entries(Class<?> type) {
    if (type.isRecord()) {
      return List.of(new Entry(type));
    }
    List<Entry> entries = new ArrayList<>();
    for (Class<?> subtype : type.getPermittedSubclasses()) {
      entries.addAll(entries(subtype));
    }
    return List.copyOf(entries);
  }

  private static Map<String, Entry> byName() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    ENTRIES.forEach(entry -> put(entries, entry.name(), entry));
    ENTRIES.forEach(entry -> entry.aliases().forEach(alias -> put(entries, alias, entry)));
    return entries;
  }

  private static void put(Map<String, Entry> entries, String name, Entry entry) {
    if (entries.put(name, entry) != null) {
      throw new IllegalStateException("two operations are called " + name);
    }
  }
}
