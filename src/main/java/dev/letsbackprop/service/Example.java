package dev.letsbackprop.service;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.model.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A worked example: a request whose numbers somebody else has published, and our answer to it.
 *
 * @param name what the service calls it
 * @param title its formula, or what it is about
 * @param summary what there is to learn from it
 * @param source where it was published
 * @param quality whether its numbers were published, or its inputs only
 * @param text all of it, as JSON
 */
public record Example(
    String name, String title, String summary, List<String> source, String quality, String text)
    implements Document {
  private static final List<String> HEADINGS = List.of("name", "title", "summary", "quality");

  /** Reads the headings of an example; the rest is passed on as it stands. */
  static Example read(byte[] json) {
    Faults faults = new Faults();
    JsonReader reader = JsonReader.of(json, Limits.DEFAULT, faults);
    Map<String, String> headings = new LinkedHashMap<>();
    List<String> source = new ArrayList<>();
    reader.entries(
        "a worked example",
        property -> {
          if (HEADINGS.contains(property)) {
            headings.put(property, text(reader));
          } else if (property.equals("source")) {
            reader.elements("a list of sources", () -> source.add(text(reader)));
          }
        });
    reader.end();
    faults.throwIfAny();
    return new Example(
        headings.getOrDefault("name", ""),
        headings.getOrDefault("title", ""),
        headings.getOrDefault("summary", ""),
        List.copyOf(source),
        headings.getOrDefault("quality", ""),
        new String(json, StandardCharsets.UTF_8));
  }

  private static String text(JsonReader reader) {
    String text = reader.string("a text");
    return text == null ? "" : text;
  }

  /** The model of its request. */
  public Model model() {
    Faults faults = new Faults();
    JsonReader reader =
        JsonReader.of(text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT, faults);
    ModelReader model =
        new ModelReader(reader, faults, Limits.DEFAULT, Pointer.ROOT.child("request"));
    reader.entries(
        "a worked example",
        property -> {
          if (property.equals("request")) {
            reader.object("a request", model.properties());
          }
        });
    Model read = model.model();
    faults.throwIfAny();
    return Objects.requireNonNull(read, name);
  }

  /** Writes the headings, as a list of examples has them. */
  @Override
  public void write(JsonWriter json) {
    json.beginObject();
    json.name("name").value(name);
    json.name("title").value(title);
    json.name("summary").value(summary);
    json.name("source").beginArray();
    source.forEach(json::value);
    json.endArray();
    json.name("quality").value(quality);
    json.endObject();
  }
}
