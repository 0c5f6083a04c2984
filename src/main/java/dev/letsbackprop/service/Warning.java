package dev.letsbackprop.service;

import dev.letsbackprop.json.JsonWriter;
import java.util.List;

/**
 * A place where numbers stop being finite.
 *
 * @param node the node where it happens
 * @param reason what happens there, in a sentence
 */
public record Warning(String node, String reason) {

  /** Writes warnings as a property; nothing where there are none. */
  static void write(List<Warning> warnings, JsonWriter json) {
    if (warnings.isEmpty()) {
      return;
    }
    json.name("warnings").beginArray();
    for (Warning warning : warnings) {
      json.beginObject();
      json.name("node").value(warning.node());
      json.name("reason").value(warning.reason());
      json.endObject();
    }
    json.endArray();
  }
}
