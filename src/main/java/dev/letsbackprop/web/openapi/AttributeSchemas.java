package dev.letsbackprop.web.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.letsbackprop.operation.AttributeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The schemas of all attributes that operations or layers take: several may take one of a name. */
final class AttributeSchemas {
  private final Map<String, List<String>> owners = new LinkedHashMap<>();
  private final Set<ObjectNode> alternatives = new LinkedHashSet<>();

  private AttributeSchemas() {}

  /**
   * The schema of each attribute.
   *
   * @param owners the attributes of each operation, or of each layer, by its name
   */
  static ObjectNode of(Map<String, List<AttributeSpec>> owners) {
    Map<String, AttributeSchemas> attributes = new TreeMap<>();
    owners.forEach(
        (owner, specs) -> {
          for (AttributeSpec spec : specs) {
            attributes.computeIfAbsent(spec.name(), any -> new AttributeSchemas()).add(owner, spec);
          }
        });
    ObjectNode schemas = Pieces.MAPPER.createObjectNode();
    attributes.forEach((name, attribute) -> schemas.set(name, attribute.schema()));
    return schemas;
  }

  private void add(String owner, AttributeSpec spec) {
    owners.computeIfAbsent(said(spec), any -> new ArrayList<>()).add("`" + owner + "`");
    switch (spec.kind()) {
      case INTEGER -> alternatives.add(integer());
      case NUMBER -> alternatives.add(type("number"));
      case BOOLEAN -> alternatives.add(type("boolean"));
      case INTEGERS -> alternatives.add(integers());
      case AXES, PAIR -> {
        alternatives.add(integer());
        alternatives.add(integers());
      }
      case PAIRS -> {
        alternatives.add(list(integers()));
        alternatives.add(integers());
      }
      case TEXT -> alternatives.add(type("string"));
      case CHOICE -> {
        ObjectNode choice = type("string");
        ArrayNode words = choice.putArray("enum");
        spec.choices().forEach(words::add);
        alternatives.add(choice);
      }
    }
    if (spec.otherwise().equals("null")) {
      alternatives.add(type("null"));
    }
  }

  /** What it means, and what it is where left out. */
  private static String said(AttributeSpec spec) {
    String otherwise =
        spec.required() ? "which must be given" : "by default `" + spec.otherwise() + "`";
    return spec.summary() + " " + sentence(spec.expected()) + ", " + otherwise + ".";
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static ObjectNode type(String type) {
    return Pieces.MAPPER.createObjectNode().put("type", type);
  }

  private static ObjectNode integer() {
    return type("integer").put("format", "int32");
  }

  private static ObjectNode integers() {
    return list(integer());
  }

  private static ObjectNode list(ObjectNode items) {
    ObjectNode list = type("array");
    list.set("items", items);
    return list;
  }

  private ObjectNode schema() {
    String description =
        owners.entrySet().stream()
            .map(each -> String.join(", ", each.getValue()) + ": " + each.getKey())
            .collect(Collectors.joining("\n\n"));
    ObjectNode schema = Pieces.MAPPER.createObjectNode().put("description", description);
    if (alternatives.size() == 1) {
      return schema.setAll(alternatives.iterator().next());
    }
    ArrayNode any = schema.putArray("anyOf");
    alternatives.forEach(any::add);
    return schema;
  }
}
