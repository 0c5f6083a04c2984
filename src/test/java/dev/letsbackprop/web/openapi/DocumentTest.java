package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document as a whole: complete, in order, and the same each time. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DocumentTest {
  private static final Set<String> ROOT =
      Set.of("openapi", "info", "servers", "security", "tags", "paths", "components");

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void read() {
    api = new Api(port);
  }

  @Test
  void head() {
    JsonNode document = api.document();
    assertEquals("3.1.0", document.path("openapi").stringValue());
    assertEquals(ROOT, new HashSet<>(document.propertyNames()));
    assertEquals("Apache-2.0", document.at("/info/license/identifier").stringValue());
    assertFalse(document.at("/info/version").asString("").isEmpty());
    assertEquals("/", document.at("/servers/0/url").stringValue());
    assertEquals(1, document.path("servers").size());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<JsonNode> references = api.document().findValues("$ref");
    assertFalse(references.isEmpty());
    for (JsonNode reference : references) {
      assertTrue(reference.stringValue().startsWith("#/components/"), reference::toString);
      assertFalse(
          api.document().at(reference.stringValue().substring(1)).isMissingNode(),
          reference::toString);
    }
  }

  @Test
  void everyOperationIsDescribed() {
    Set<String> ids = new HashSet<>();
    List<String> tags = api.document().path("tags").findValuesAsString("name");
    for (ApiOperation operation : api.operations()) {
      JsonNode json = operation.json();
      assertTrue(ids.add(operation.id()), () -> "twice: " + operation);
      assertFalse(json.path("summary").asString("").isEmpty(), operation::toString);
      assertFalse(json.path("description").asString("").isEmpty(), operation::toString);
      assertEquals(1, json.path("tags").size(), operation::toString);
      assertTrue(tags.contains(json.path("tags").path(0).stringValue()), operation::toString);
      Set<String> statuses = new TreeSet<>(json.path("responses").propertyNames());
      assertTrue(statuses.containsAll(Set.of("200", "406", "500")), operation::toString);
      assertEquals(operation.path().contains("{"), statuses.contains("404"), operation::toString);
      assertEquals(
          operation.method().equals("post"),
          statuses.containsAll(Set.of("400", "413", "415", "422")),
          operation::toString);
    }
    assertFalse(ids.contains(""));
  }

  @Test
  void everyPropertyIsDescribed() {
    api.document()
        .at("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              assertTrue(schema.getValue().has("description"), schema::getKey);
              schema
                  .getValue()
                  .path("properties")
                  .properties()
                  .forEach(
                      property ->
                          assertTrue(
                              api.resolve(property.getValue()).has("description")
                                  || property.getValue().has("description"),
                              () -> schema.getKey() + "." + property.getKey()));
            });
  }

  /**
   * Swagger's model of a document is written for people who write Java, and knows less than JSON
   * Schema.
   */
  @Test
  void nothingOfThePiecesIsLost() {
    String version = api.document().at("/info/version").stringValue();
    Set<String> paths = new TreeSet<>(api.document().path("paths").propertyNames());
    String assembled = new Assembly(new Pieces(new Fillings(version))).document(paths).toString();
    assertEquals(sorted(new JsonMapper().readTree(assembled)), sorted(api.document()));
  }

  /** The same with the elements of {@code required} in one order, since they are a set. */
  private static JsonNode sorted(JsonNode document) {
    document
        .findParents("required")
        .forEach(
            parent -> {
              if (parent.path("required").isArray()) {
                Set<String> names = new TreeSet<>();
                parent.path("required").forEach(name -> names.add(name.stringValue()));
                ((ObjectNode) parent).set("required", new JsonMapper().valueToTree(names));
              }
            });
    return document;
  }

  @Test
  void itIsTheSameForEveryClient() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
            .header("Accept-Language", "ja");
    assertEquals(api.text(), api.send(request).body());
    assertEquals(api.text(), new Api(port).text());
  }

  @Test
  void itIsNoYaml() {
    Api.Answer answer = api.get("/v3/api-docs.yaml", "*/*");
    assertEquals(404, answer.status());
    assertEquals(Api.PROBLEM, answer.mediaType());
  }
}
