package dev.letsbackprop.service;

import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.layer.LayerEntry;
import dev.letsbackprop.layer.Part;
import java.util.List;

/** What the catalogue says of a layer, for people and their programs. */
public record LayerDocument(LayerEntry entry) implements Document {

  @Override
  public void write(JsonWriter json) {
    json.beginObject();
    json.name("type").value(entry.type());
    write("aliases", entry.aliases(), json);
    json.name("summary").value(entry.summary());
    json.name("formula").value(entry.formula());
    json.name("input").value(entry.input().toString());
    json.name("output").value(entry.output());
    json.name("parameters").beginArray();
    entry.parts().stream().filter(Part::isParameter).forEach(part -> write(part, json));
    json.endArray();
    json.name("data").beginArray();
    entry.parts().stream().filter(part -> !part.isParameter()).forEach(part -> write(part, json));
    json.endArray();
    json.name("attributes").beginArray();
    entry.attributes().forEach(attribute -> new AttributeDocument(attribute).write(json));
    json.endArray();
    json.name("nodes").beginObject();
    entry.nodes().forEach((word, summary) -> json.name(word).value(summary));
    json.endObject();
    write("conventions", entry.conventions(), json);
    json.name("example").json(entry.example().replaceAll("\\n *", " "));
    json.endObject();
  }

  private static void write(Part part, JsonWriter json) {
    json.beginObject();
    json.name("name").value(part.name());
    if (!part.isParameter()) {
      json.name("kind").value(Choices.word(part.kind()));
    }
    json.name("shape").value(part.shape());
    json.name("required").value(!part.optional());
    json.name("summary").value(part.summary());
    json.endObject();
  }

  private static void write(String name, List<String> words, JsonWriter json) {
    json.name(name).beginArray();
    words.forEach(json::value);
    json.endArray();
  }
}
