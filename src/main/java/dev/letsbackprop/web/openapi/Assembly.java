package dev.letsbackprop.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * Assembles the document: a piece for each path, and whatever component these refer to.
 *
 * <p>Everything stands in a fixed order, so that the document has the same bytes at every start.
 */
final class Assembly {
  private static final String COMPONENTS = "#/components/";
  private static final String API = "/v1/";

  /** Paths of one word before those of several: /v1/gradients is where one begins. */
  private static final Comparator<String> SIMPLEST_FIRST =
      Comparator.comparing((String path) -> path.contains("-"))
          .thenComparing(Comparator.naturalOrder());

  /** How a request that computes may end though nothing is wrong with it. */
  private static final Map<String, String> BUSY =
      Map.of("408", "RequestTimeout", "503", "Overloaded", "504", "DeadlineExceeded");

  private final Pieces pieces;

  Assembly(Pieces pieces) {
    this.pieces = pieces;
  }

  /** The document of a service that answers at these paths. */
  ObjectNode document(Collection<String> found) {
    ObjectNode document = (ObjectNode) pieces.piece("document.json");
    Map<String, JsonNode> items = new TreeMap<>(SIMPLEST_FIRST);
    found.forEach(path -> items.put(path, item(path)));
    ObjectNode paths = document.putObject("paths");
    items.entrySet().stream()
        .sorted(Comparator.comparingInt(item -> place(item.getValue(), document)))
        .forEach(item -> paths.set(item.getKey(), item.getValue()));
    addComponents(document);
    return document;
  }

  /** What answers at a path; all of the API may ask for a token, and what computes may be busy. */
  private JsonNode item(String path) {
    JsonNode item = pieces.piece(file(path));
    if (path.startsWith(API)) {
      item.forEach(operation -> add(Map.of("401", "Unauthorized"), operation));
      if (item.has("post")) {
        add(BUSY, item.path("post"));
      }
    }
    return item;
  }

  private static void add(Map<String, String> answers, JsonNode operation) {
    ObjectNode responses = (ObjectNode) operation.path("responses");
    Map<String, JsonNode> byStatus = new TreeMap<>();
    responses.properties().forEach(each -> byStatus.put(each.getKey(), each.getValue()));
    answers.forEach(
        (status, answer) ->
            byStatus.put(
                status, responses.objectNode().put("$ref", COMPONENTS + "responses/" + answer)));
    responses.removeAll();
    responses.setAll(byStatus);
  }

  /** The file that describes a path: {@code /v1/operations/{name}} is in {@code name.json}. */
  private static String file(String path) {
    return "paths" + path.replaceAll("[{}]", "") + ".json";
  }

  /** Where the first tag of a path stands among the document's. */
  private static int place(JsonNode item, JsonNode document) {
    String tag = item.iterator().next().path("tags").path(0).asText();
    return document.path("tags").findValuesAsText("name").indexOf(tag);
  }

  private void addComponents(ObjectNode document) {
    Map<String, Map<String, JsonNode>> components = new TreeMap<>();
    Deque<String> missing = new ArrayDeque<>(document.findValuesAsText("$ref"));
    while (!missing.isEmpty()) {
      // Such as schemas/Tensor, which is also the name of its file.
      String[] place = missing.pop().substring(COMPONENTS.length()).split("/", 2);
      Map<String, JsonNode> kind = components.computeIfAbsent(place[0], any -> new TreeMap<>());
      if (!kind.containsKey(place[1])) {
        JsonNode component = pieces.piece(String.join("/", place) + ".json");
        kind.put(place[1], component);
        missing.addAll(component.findValuesAsText("$ref"));
      }
    }
    ObjectNode all = document.putObject("components");
    all.set("securitySchemes", pieces.piece("security.json"));
    components.forEach((kind, named) -> all.putObject(kind).setAll(named));
  }
}
