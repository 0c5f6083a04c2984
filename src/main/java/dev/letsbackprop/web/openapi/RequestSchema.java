package dev.letsbackprop.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The schema of a request that is that for gradients but for a few properties, so that a model is
 * described once.
 */
final class RequestSchema {
  private RequestSchema() {}

  /** The schema of that name, from the file that says what is different. */
  static ObjectNode of(String name) {
    JsonNode own = Pieces.json("requests/schemas/" + name + ".json");
    ObjectNode schema = (ObjectNode) Pieces.json("schemas/GradientRequest.json");
    schema.set("description", own.path("description"));
    ObjectNode properties = (ObjectNode) schema.path("properties");
    properties.remove("include");
    own.path("without").forEach(property -> properties.remove(property.asText()));
    own.path("properties")
        .properties()
        .forEach(each -> properties.set(each.getKey(), each.getValue()));
    if (own.has("not")) {
      schema.set("not", own.path("not"));
    }
    return schema;
  }
}
