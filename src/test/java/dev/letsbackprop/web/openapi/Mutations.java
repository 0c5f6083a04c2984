package dev.letsbackprop.web.openapi;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A body with one value at a time left out, or replaced by one of each type that JSON has. */
final class Mutations {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> VALUES =
      List.of("null", "true", "7", "-1.5", "\"x\"", "[]", "{}", "[[1], [2, 3]]", "{\"x\": null}");

  /** Values of tensors are alike: of each array the first elements are enough. */
  private static final int ELEMENTS = 2;

  private final List<String> all = new ArrayList<>();
  private final String before;
  private final JsonNode root;
  private final String after;

  private Mutations(String before, JsonNode root, String after) {
    this.before = before;
    this.root = root;
    this.after = after;
  }

  /** All of a body; of one in lines each line by itself is taken. */
  static List<String> of(String body) {
    List<String> all = new ArrayList<>();
    String[] lines = isOne(body) ? new String[] {body} : body.split("\n");
    for (int i = 0; i < lines.length; i++) {
      String before = String.join("\n", List.of(lines).subList(0, i));
      String after = String.join("\n", List.of(lines).subList(i + 1, lines.length));
      Mutations mutations = new Mutations(before + "\n", MAPPER.readTree(lines[i]), "\n" + after);
      mutations.walk(mutations.root);
      all.addAll(mutations.all);
    }
    return all;
  }

  private static boolean isOne(String body) {
    return !body.strip().contains("}\n{");
  }

  private void walk(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode kept = object.get(name);
        for (String value : VALUES) {
          object.set(name, MAPPER.readTree(value));
          add();
        }
        object.remove(name);
        add();
        object.set(name, kept);
        walk(kept);
      }
      object.put("extra", 1);
      add();
      object.remove("extra");
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < Math.min(ELEMENTS, array.size()); i++) {
        JsonNode kept = array.get(i);
        for (String value : VALUES) {
          array.set(i, MAPPER.readTree(value));
          add();
        }
        array.set(i, kept);
        walk(kept);
      }
    }
  }

  private void add() {
    all.add(before + root + after);
  }
}
