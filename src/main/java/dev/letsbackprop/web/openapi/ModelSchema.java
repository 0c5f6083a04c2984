package dev.letsbackprop.web.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The schema of a request that has a model and {@code wrt}, as a request for gradients has. */
final class ModelSchema {
  private ModelSchema() {}

  static ObjectNode of(String description) {
    ObjectNode schema = (ObjectNode) Pieces.json("schemas/GradientRequest.json");
    ((ObjectNode) schema.path("properties")).remove(List.of("include", "encoding"));
    return schema.put("description", description);
  }
}
