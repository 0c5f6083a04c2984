package dev.letsbackprop.layer;

import dev.letsbackprop.operation.AttributeSpec;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every layer there is: the records of the sealed hierarchy, and the operations that serve as
 * layers.
 */
public final class LayerCatalogue {
  private static final List<LayerEntry> ENTRIES = all();
  private static final Map<String, LayerEntry> BY_TYPE = byType();
  private static final Set<String> PARTS =
      ENTRIES.stream()
          .flatMap(entry -> entry.parts().stream())
          .map(Part::name)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> ATTRIBUTES =
      ENTRIES.stream()
          .flatMap(entry -> entry.attributes().stream())
          .map(AttributeSpec::name)
          .collect(Collectors.toUnmodifiableSet());

  private LayerCatalogue() {}

  /** All layers, those with a record of their own first. */
  public static List<LayerEntry> entries() {
    return ENTRIES;
  }

  /** The layer of that type or alias, or null. */
  public static @Nullable LayerEntry find(String type) {
    return BY_TYPE.get(type);
  }

  /** Every type and alias, types first. */
  public static List<String> types() {
    return List.copyOf(BY_TYPE.keySet());
  }

  /** Whether some layer has a part of that name. */
  public static boolean isPart(String name) {
    return PARTS.contains(name);
  }

  /** Whether some layer has an attribute of that name. */
  public static boolean isAttribute(String name) {
    return ATTRIBUTES.contains(name);
  }

  private static List<LayerEntry> all() {
    Map<String, LayerEntry> entries = new LinkedHashMap<>();
    collect(Layer.class, entries);
    for (Entry operation : Catalogue.entries()) {
      if (Adopted.suits(operation)) {
        entries.putIfAbsent(operation.name(), new Adopted(operation));
      }
    }
    return List.copyOf(entries.values());
  }

  private static void collect(Class<?> type, Map<String, LayerEntry> entries) {
    if (type.isAnnotationPresent(Described.class)) {
      LayerEntry entry = new Recorded(type);
      entries.put(entry.type(), entry);
    } else if (type.isInterface()) {
      for (Class<?> subtype : type.getPermittedSubclasses()) {
        collect(subtype, entries);
      }
    }
  }

  private static Map<String, LayerEntry> byType() {
    Map<String, LayerEntry> entries = new LinkedHashMap<>();
    ENTRIES.forEach(entry -> put(entries, entry.type(), entry));
    ENTRIES.forEach(entry -> entry.aliases().forEach(alias -> put(entries, alias, entry)));
    return entries;
  }

  private static void put(Map<String, LayerEntry> entries, String type, LayerEntry entry) {
    if (entries.put(type, entry) != null) {
      throw new IllegalStateException("two layers are called " + type);
    }
  }
}
