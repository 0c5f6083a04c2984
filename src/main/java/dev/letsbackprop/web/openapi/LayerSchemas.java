package dev.letsbackprop.web.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.letsbackprop.layer.LayerCatalogue;
import dev.letsbackprop.layer.LayerEntry;
import dev.letsbackprop.layer.Part;
import dev.letsbackprop.operation.AttributeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schemas of all properties that some layer takes. */
final class LayerSchemas {
  private LayerSchemas() {}

  static ObjectNode properties() {
    ObjectNode properties = Pieces.MAPPER.createObjectNode();
    properties.set("type", reference("LayerType", null));
    properties
        .putObject("name")
        .put("type", "string")
        .put(
            "description",
            "What the layer is called, and its nodes after it. Left out, it is the type and the"
                + " place among its type, such as `affine1`.")
        .put("pattern", "\\S")
        .put("maxLength", 1000);
    Map<String, String> said = new LinkedHashMap<>();
    Map<String, Part> parts = new LinkedHashMap<>();
    Map<String, List<AttributeSpec>> attributes = new LinkedHashMap<>();
    for (LayerEntry entry : LayerCatalogue.entries()) {
      for (Part part : entry.parts()) {
        parts.put(part.name(), part);
        String summary = "`" + entry.type() + "`: " + part.summary() + "; " + part.shape() + ".";
        said.merge(part.name(), summary, (before, after) -> before + "\n\n" + after);
      }
      attributes.put(entry.type(), entry.attributes());
    }
    parts.forEach((name, part) -> properties.set(name, part(part, String.valueOf(said.get(name)))));
    properties.setAll(AttributeSchemas.of(attributes));
    return properties;
  }

  private static ObjectNode part(Part part, String description) {
    if (!part.isParameter()) {
      return reference("Tensor", description);
    }
    ObjectNode schema = Pieces.MAPPER.createObjectNode().put("description", description);
    ArrayNode any = schema.putArray("anyOf");
    any.add(reference("Tensor", null));
    any.add(reference("Initialiser", null));
    return schema;
  }

  private static ObjectNode reference(String schema, @Nullable String description) {
    ObjectNode reference =
        Pieces.MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + schema);
    return description == null ? reference : reference.put("description", description);
  }
}
