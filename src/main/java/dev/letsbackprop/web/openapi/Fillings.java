package dev.letsbackprop.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.letsbackprop.diagram.Format;
import dev.letsbackprop.diagram.Theme;
import dev.letsbackprop.export.Library;
import dev.letsbackprop.grading.PartialCredit;
import dev.letsbackprop.grading.Quantity;
import dev.letsbackprop.grading.Reveal;
import dev.letsbackprop.grading.Verdict;
import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.layer.Initialiser;
import dev.letsbackprop.layer.LayerCatalogue;
import dev.letsbackprop.layer.LayerEntry;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.operation.AttributeSpec;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.platform.ResultFormat;
import dev.letsbackprop.service.Agreement;
import dev.letsbackprop.service.BatchGrader;
import dev.letsbackprop.service.DiagramRequestReader;
import dev.letsbackprop.service.DiagramService;
import dev.letsbackprop.service.Example;
import dev.letsbackprop.service.Examples;
import dev.letsbackprop.service.ExportRequestReader;
import dev.letsbackprop.service.ExportService;
import dev.letsbackprop.service.Include;
import dev.letsbackprop.service.LayerDocument;
import dev.letsbackprop.service.OperationDocument;
import dev.letsbackprop.service.Pace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What fills the gaps in the hand-written pieces: whatever the code itself knows better. */
final class Fillings {
  private final String version;

  /** Fillings for that version of the service. */
  Fillings(String version) {
    this.version = version;
  }

  /**
   * What belongs into a gap.
   *
   * @param kind what kind of thing
   * @param of which one; empty where there is only one
   */
  JsonNode fill(String kind, String of) {
    return switch (kind) {
      case "version" -> new TextNode(version);
      case "text" -> new TextNode(Pieces.text(of).strip());
      case "words" -> list(words(of));
      case "attributes" -> AttributeSchemas.of(attributes());
      case "layer properties" -> LayerSchemas.properties();
      case "layer" -> tree(new LayerDocument(layer(of)));
      case "requests" -> NamedExamples.of(of).requests();
      case "answers" -> NamedExamples.of(of).answers();
      case "request" -> RequestSchema.of(of);
      case "json" -> Pieces.json(of);
      case "script" -> new TextNode(script(Pieces.text(of)));
      case "batch" -> new TextNode(batch(Pieces.text(of).strip()));
      case "svg" -> new TextNode(diagram(Pieces.text(of), Format.SVG));
      case "dot" -> new TextNode(diagram(Pieces.text(of), Format.DOT));
      case "mermaid" -> new TextNode(diagram(Pieces.text(of), Format.MERMAID));
      case "operation" -> tree(new OperationDocument(operation(of)));
      case "heading" -> tree(example(of));
      case "example" -> Pieces.parse(example(of).text());
      default -> throw new IllegalArgumentException("nothing fills a gap of kind " + kind);
    };
  }

  private static List<String> words(String of) {
    return switch (of) {
      case "operation names" -> Catalogue.entries().stream().map(Entry::name).toList();
      case "operation names and aliases" -> Catalogue.names();
      case "layer types" -> LayerCatalogue.entries().stream().map(LayerEntry::type).toList();
      case "layer types and aliases" -> LayerCatalogue.types();
      case "initialisers" -> Choices.words(Initialiser.Kind.class);
      case "kinds of attributes" -> Choices.words(AttributeSpec.Kind.class);
      case "example names" -> Examples.names();
      case "inclusions" -> Choices.words(Include.class);
      case "agreements" -> Choices.words(Agreement.class);
      case "libraries" -> Choices.words(Library.class);
      case "themes" -> Choices.words(Theme.class);
      case "encodings" -> Choices.words(Encoding.class);
      case "verdicts" -> Choices.words(Verdict.class);
      case "quantities" -> Choices.words(Quantity.class);
      case "partial credits" -> Choices.words(PartialCredit.class);
      case "result formats" -> Choices.words(ResultFormat.class);
      case "reveals" -> Choices.words(Reveal.class);
      default -> throw new IllegalArgumentException("no words of kind " + of);
    };
  }

  private static ArrayNode list(List<String> words) {
    ArrayNode list = Pieces.MAPPER.createArrayNode();
    words.forEach(list::add);
    return list;
  }

  private static Map<String, List<AttributeSpec>> attributes() {
    Map<String, List<AttributeSpec>> attributes = new LinkedHashMap<>();
    Catalogue.entries().forEach(entry -> attributes.put(entry.name(), entry.attributes()));
    return attributes;
  }

  private static LayerEntry layer(String type) {
    return Objects.requireNonNull(LayerCatalogue.find(type), type);
  }

  private static Entry operation(String name) {
    return Objects.requireNonNull(Catalogue.find(name), name);
  }

  private static Example example(String name) {
    return Objects.requireNonNull(Examples.find(name), name);
  }

  private static String script(String request) {
    byte[] body = request.getBytes(StandardCharsets.UTF_8);
    return new ExportService(Limits.DEFAULT)
        .export(ExportRequestReader.read(body, Limits.DEFAULT), Library.NUMPY);
  }

  private static String batch(String lines) {
    InputStream in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    try {
      BatchGrader.of(in, Limits.DEFAULT, Pace.FREE).grade(answers, count -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers.toString(StandardCharsets.UTF_8);
  }

  private static String diagram(String request, Format format) {
    byte[] body = request.getBytes(StandardCharsets.UTF_8);
    return new DiagramService(Limits.DEFAULT)
        .draw(DiagramRequestReader.read(body, Limits.DEFAULT), format);
  }

  /** What a document writes. */
  static JsonNode tree(Document document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(bytes)) {
      document.write(json);
    }
    return Pieces.parse(bytes.toString(StandardCharsets.UTF_8));
  }
}
