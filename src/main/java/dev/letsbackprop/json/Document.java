package dev.letsbackprop.json;

/** Something that can be written as one JSON value. */
public interface Document {
  void write(JsonWriter json);
}
