package dev.letsbackprop.service;

import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.operation.AttributeSpec;

/** What a catalogue says of an attribute. */
record AttributeDocument(AttributeSpec attribute) implements Document {
  @Override
  public void write(JsonWriter json) {
    json.beginObject();
    json.name("name").value(attribute.name());
    json.name("type").value(Choices.word(attribute.kind()));
    if (!attribute.choices().isEmpty()) {
      json.name("choices").beginArray();
      attribute.choices().forEach(json::value);
      json.endArray();
    }
    json.name("required").value(attribute.required());
    if (!attribute.required()) {
      PlainValue.write(attribute.plainOtherwise(), json.name("default"));
    }
    json.name("summary").value(attribute.summary());
    json.endObject();
  }
}
