package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.operation.AttributeSpec;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.problem.ProblemType;
import dev.letsbackprop.service.Examples;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The words that the document allows are those that the service knows. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class VocabularyTest {

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void read() {
    api = new Api(port);
  }

  private JsonNode property(String schema, String name) {
    return api.resolve(api.document().at("/components/schemas/" + schema + "/properties/" + name));
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::stringValue).toList();
  }

  @Test
  void operations() {
    assertEquals(Catalogue.names(), words(property("Node", "op").path("enum")));
    assertEquals(
        Catalogue.entries().stream().map(Entry::name).toList(),
        words(property("NodeReport", "op").path("enum")));
  }

  @Test
  void attributes() {
    JsonNode attributes = property("Node", "attributes").path("properties");
    Set<String> names =
        Catalogue.entries().stream()
            .flatMap(entry -> entry.attributes().stream())
            .map(AttributeSpec::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(names, new TreeSet<>(attributes.propertyNames()));
    for (Entry entry : Catalogue.entries()) {
      for (AttributeSpec attribute : entry.attributes()) {
        String description = attributes.path(attribute.name()).path("description").stringValue();
        assertTrue(description.contains("`" + entry.name() + "`"), description);
        assertTrue(description.contains(attribute.summary()), description);
      }
    }
  }

  @Test
  void lengthOfAFormula() {
    assertEquals(
        Limits.DEFAULT.count(Limit.FORMULA),
        api.document().at("/components/schemas/Formula/maxLength").intValue());
  }

  @Test
  void examples() {
    assertEquals(
        Examples.names(), words(api.document().at("/components/schemas/ExampleName/enum")));
  }

  @Test
  void themes() {
    assertEquals(
        List.of("auto", "light", "dark"), words(property("DiagramRequest", "theme").path("enum")));
  }

  @Test
  void inclusionsAndEncodings() {
    assertEquals(
        List.of("values", "gradients", "flows", "local", "derivations"),
        words(api.document().at("/components/schemas/Inclusion/enum")));
    assertEquals(
        List.of("nested", "flat", "base64"),
        words(property("GradientRequest", "encoding").path("enum")));
  }

  @Test
  void typesOfProblems() {
    Set<String> listed = new TreeSet<>();
    api.document()
        .at("/components/schemas/Problem/properties/type/enum")
        .forEach(type -> listed.add(type.stringValue()));
    Set<String> known = new TreeSet<>(Set.of("about:blank"));
    for (ProblemType type : ProblemType.values()) {
      known.add(type.uri());
    }
    assertEquals(known, listed);
  }
}
