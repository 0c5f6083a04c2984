package dev.letsbackprop.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.service.Example;
import dev.letsbackprop.service.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every file is found, and is complete. */
class FilesTest {
  private static final List<String> PROPERTIES =
      List.of(
          "name",
          "title",
          "summary",
          "source",
          "quality",
          "note",
          "request",
          "published",
          "exceptions",
          "computed",
          "answer");
  private static final List<String> OPTIONAL = List.of("note", "exceptions");

  static List<ExampleFile> files() {
    return ExampleFile.all();
  }

  @Test
  void all() {
    assertEquals(54, files().size());
    assertEquals(files().stream().map(ExampleFile::name).toList(), Examples.names());
    assertEquals(
        files().stream().map(ExampleFile::text).toList(),
        Examples.all().stream().map(Example::text).toList());
    assertNull(Examples.find("no-such-example"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void headings(ExampleFile file) {
    Example example = Objects.requireNonNull(Examples.find(file.name()));
    assertEquals(file.name(), example.name());
    assertTrue(file.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), file::name);
    assertFalse(example.title().isBlank(), file::name);
    assertTrue(example.summary().endsWith("."), file::name);
    assertFalse(example.quality().isBlank(), file::name);
    assertFalse(example.source().isEmpty(), file::name);
    assertFalse(example.source().contains(""), file::name);
  }

  @ParameterizedTest
  @MethodSource("files")
  void properties(ExampleFile file) {
    JsonNode json = file.json();
    List<String> expected = new ArrayList<>(PROPERTIES);
    expected.removeIf(property -> OPTIONAL.contains(property) && !json.has(property));
    assertEquals(expected, List.copyOf(json.propertyNames()), file::name);
    // A formula's output is that of its last statement, a stack's that of its last layer.
    JsonNode request = json.path("request");
    assertTrue(request.has("output") || !request.has("nodes"), file::name);
    boolean published = json.path("quality").stringValue().equals("published");
    assertEquals(published, !Claim.of(file, "published").isEmpty(), file::name);
  }
}
