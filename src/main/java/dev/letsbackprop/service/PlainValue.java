package dev.letsbackprop.service;

import dev.letsbackprop.json.JsonWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the plain values that attributes are made of. */
final class PlainValue {
  private PlainValue() {}

  /** Writes attributes as a property; nothing where there are none. */
  static void writeAttributes(Map<String, ? extends @Nullable Object> attributes, JsonWriter json) {
    if (attributes.isEmpty()) {
      return;
    }
    json.name("attributes").beginObject();
    attributes.forEach((name, value) -> write(value, json.name(name)));
    json.endObject();
  }

  static void write(@Nullable Object value, JsonWriter json) {
    if (value instanceof Long || value instanceof Integer) {
      json.value(((Number) value).longValue());
    } else if (value instanceof Double number) {
      json.value(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      json.value(truth.booleanValue());
    } else if (value instanceof String word) {
      json.value(word);
    } else if (value instanceof List<?> list) {
      json.beginArray();
      list.forEach(element -> write(element, json));
      json.endArray();
    } else {
      json.nullValue();
    }
  }
}
