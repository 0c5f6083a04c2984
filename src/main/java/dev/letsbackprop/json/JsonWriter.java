package dev.letsbackprop.json;

import dev.letsbackprop.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes one compact JSON document in UTF-8, the same bytes for the same calls.
 *
 * <p>Numbers are the shortest decimals that read back as the same float64, integral ones below 2^53
 * without a fraction. Closing flushes the stream but leaves it open, and completes nothing: a
 * document that was broken off shall not look whole.
 *
 * <p>Its methods throw {@link UncheckedIOException} where the stream fails.
 */
public final class JsonWriter implements AutoCloseable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private final OutputStream target;
  private final Block block;
  private final JsonGenerator generator;

  public JsonWriter(OutputStream target) {
    this.target = target;
    this.block = new Block(target);
    this.generator = FACTORY.createGenerator(ObjectWriteContext.empty(), block);
  }

  public JsonWriter beginObject() {
    generator.writeStartObject();
    return this;
  }

  public JsonWriter endObject() {
    generator.writeEndObject();
    return this;
  }

  public JsonWriter beginArray() {
    generator.writeStartArray();
    return this;
  }

  public JsonWriter endArray() {
    generator.writeEndArray();
    return this;
  }

  public JsonWriter name(String name) {
    generator.writeName(name);
    return this;
  }

  public JsonWriter value(String text) {
    generator.writeString(text);
    return this;
  }

  public JsonWriter value(boolean truth) {
    generator.writeBoolean(truth);
    return this;
  }

  public JsonWriter value(long number) {
    generator.writeNumber(number);
    return this;
  }

  public JsonWriter value(double number) {
    beginRaw().number(number);
    return this;
  }

  public JsonWriter nullValue() {
    generator.writeNull();
    return this;
  }

  /** Writes a value that is JSON already. */
  public JsonWriter json(String value) {
    generator.writeRawValue(value);
    return this;
  }

  /** Writes a tensor in one of its spellings. */
  public JsonWriter tensor(Tensor tensor, Encoding encoding) {
    if (encoding == Encoding.NESTED) {
      new TensorWriter(beginRaw(), tensor).nested();
      return this;
    }
    beginObject().name("shape").beginArray();
    for (int axis = 0; axis < tensor.rank(); axis++) {
      value(tensor.shape().side(axis));
    }
    endArray();
    if (encoding == Encoding.FLAT) {
      name("data");
      new TensorWriter(beginRaw(), tensor).flat();
    } else {
      name("base64");
      new TensorWriter(beginRaw(), tensor).base64();
    }
    return endObject();
  }

  /**
   * The block itself, for one value that the generator has made place for: numbers are written
   * without the bookkeeping that it does for each.
   */
  private Block beginRaw() {
    generator.writeRawValue("");
    generator.flush();
    return block;
  }

  @Override
  public void close() {
    generator.close();
    block.flush();
    try {
      target.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
