package dev.letsbackprop.service;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.operation.CommonMistake;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Formulas;
import java.util.List;

/** What the catalogue says of an operation, for people and their programs. */
public record OperationDocument(Entry entry) implements Document {

  @Override
  public void write(JsonWriter json) {
    Formulas formulas = Formulas.of(entry);
    json.beginObject();
    json.name("name").value(entry.name());
    json.name("family").value(entry.family());
    write("aliases", entry.aliases(), json);
    json.name("summary").value(entry.summary());
    json.name("arity").value(entry.arity());
    if (entry.variadic()) {
      json.name("variadic").value(true);
    }
    write("inputs", entry.inputs(), json);
    json.name("attributes").beginArray();
    entry.attributes().forEach(attribute -> new AttributeDocument(attribute).write(json));
    json.endArray();
    json.name("shapeRule").value(entry.shapeRule());
    json.name("formula").value(formulas.formula());
    write("derivatives", formulas.derivatives(), json);
    if (!entry.derivation().isEmpty()) {
      write("derivation", entry.derivation(), json);
    }
    json.name("reason").value(entry.reason());
    write("conventions", entry.conventions(), json);
    if (entry.alternative() != null) {
      write("alsoRight", formulas.alsoRight(), json);
    }
    json.name("misconceptions").beginArray();
    CommonMistake.of(entry).forEach(mistake -> write(mistake, json));
    json.endArray();
    json.name("example");
    new OperationExample(entry).write(json);
    json.endObject();
  }

  private static void write(CommonMistake mistake, JsonWriter json) {
    json.beginObject();
    json.name("code").value(mistake.code());
    json.name("did").value(mistake.did());
    json.name("due").value(mistake.due());
    write("derivatives", mistake.derivatives(), json);
    json.endObject();
  }

  private static void write(String name, List<String> words, JsonWriter json) {
    json.name(name).beginArray();
    words.forEach(json::value);
    json.endArray();
  }
}
