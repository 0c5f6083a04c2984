package dev.letsbackprop.service;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;

/** All limits with the bounds that are in force. */
public record LimitsDocument(Limits limits) implements Document {
  @Override
  public void write(JsonWriter json) {
    json.beginObject();
    json.name("limits").beginArray();
    for (Limit limit : Limit.values()) {
      json.beginObject();
      json.name("name").value(limit.word());
      json.name("maximum").value(limits.of(limit));
      json.name("unit").value(limit.unit());
      json.name("of").value(limit.of());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }
}
