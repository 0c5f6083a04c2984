package dev.letsbackprop.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The hand-written pieces of the document, with their gaps filled.
 *
 * <p>A gap is an object such as {@code {"$fill": "operation", "of": "multiply"}}; what belongs
 * there is known to {@link Fillings}.
 */
final class Pieces {
  static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FOLDER = "/openapi/";

  private final Fillings fillings;

  Pieces(Fillings fillings) {
    this.fillings = fillings;
  }

  /** The piece in that file. */
  JsonNode piece(String file) {
    return fill(json(file));
  }

  private JsonNode fill(JsonNode node) {
    if (node.has("$fill")) {
      return fillings.fill(node.path("$fill").asText(), node.path("of").asText());
    }
    if (node instanceof ObjectNode object) {
      ObjectNode filled = MAPPER.createObjectNode();
      object.properties().forEach(entry -> filled.set(entry.getKey(), fill(entry.getValue())));
      return filled;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode filled = MAPPER.createArrayNode();
      array.forEach(element -> filled.add(fill(element)));
      return filled;
    }
    return node;
  }

  /** A file as it stands. */
  static JsonNode json(String file) {
    return parse(text(file));
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String file) {
    try (InputStream stream = Pieces.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalStateException(FOLDER + file + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
