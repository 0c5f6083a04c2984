package dev.letsbackprop.documentation;

import dev.letsbackprop.examples.Layout;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.operation.AttributeSpec;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Formulas;
import dev.letsbackprop.service.Ask;
import dev.letsbackprop.service.OperationExample;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of the documentation on all operations, as the catalogue has them. */
final class OperationsPage {
  private static final String HEAD =
      """
      # Operations

      What `GET /v1/operations` says, to read. The page is written from the catalogue, see
      [CONTRIBUTING](../CONTRIBUTING.md#the-page-of-operations).

      L is the final scalar. What arrives at the value y of an operation is the upstream gradient, ∂L/∂y; the
      derivatives say what flows back to each input. Sums that undo broadcasting are left out.

      In formulas attributes stand by their names or as the example has them. Indices run along the axes that the
      operation works on, from 0. [P] is 1 where P holds, else 0; σ is sigmoid, Φ is normal_cdf.

      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  private OperationsPage() {}

  /** The page's text. */
  static String text() {
    OperationsPage page = new OperationsPage();
    Map<String, List<Entry>> families = new LinkedHashMap<>();
    for (Entry entry : Catalogue.entries()) {
      families.computeIfAbsent(entry.family(), family -> new ArrayList<>()).add(entry);
    }
    families.forEach(page::content);
    families.forEach(page::family);
    return page.page.toString();
  }

  private void content(String family, List<Entry> entries) {
    String links =
        entries.stream()
            .map(entry -> "[" + entry.name() + "](#" + entry.name() + ")")
            .collect(Collectors.joining(", "));
    line("- **" + title(family) + "**: " + links);
  }

  private void family(String family, List<Entry> entries) {
    line("");
    line("## " + title(family));
    entries.forEach(this::entry);
  }

  private void entry(Entry entry) {
    line("");
    line("### " + entry.name());
    paragraph(entry.summary());
    List<String> facts = new ArrayList<>();
    if (!entry.aliases().isEmpty()) {
      facts.add("Also called " + names(entry.aliases()) + ".");
    }
    facts.add(
        (entry.inputs().size() == 1 ? "Input: " : "Inputs: ")
            + names(entry.inputs())
            + (entry.variadic() ? ", any number from " + entry.arity() + " on." : "."));
    facts.add("Shape: " + lowerFirst(entry.shapeRule()));
    paragraph(String.join("\n", facts.stream().map(fact -> "- " + fact).toList()));
    attributes(entry.attributes());
    Formulas formulas = Formulas.of(entry);
    math(formulas.formula());
    formulas.derivatives().forEach(this::math);
    paragraph(entry.reason());
    if (!entry.conventions().isEmpty()) {
      paragraph("Conventions:");
      paragraph(
          entry.conventions().stream()
              .map(convention -> "- " + convention)
              .collect(Collectors.joining("\n")));
    }
    example(entry);
  }

  private void attributes(List<AttributeSpec> attributes) {
    if (attributes.isEmpty()) {
      return;
    }
    line("");
    line("| attribute | value | left out | meaning |");
    line("|---|---|---|---|");
    for (AttributeSpec attribute : attributes) {
      String standard =
          attribute.required()
              ? "required"
              : attribute.otherwise().equals("null") ? "none" : "`" + attribute.otherwise() + "`";
      line(
          "| `%s` | %s | %s | %s |"
              .formatted(attribute.name(), attribute.expected(), standard, attribute.summary()));
    }
  }

  private void example(Entry entry) {
    String request = request(entry);
    json("Example, for `POST /v1/gradients`:", request);
    json("Its answer:", Ask.gradients(request));
  }

  private static String request(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(bytes)) {
      new OperationExample(entry).write(json);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void json(String caption, String json) {
    paragraph(caption);
    line("");
    line("```json");
    page.append(Layout.of(json));
    line("```");
  }

  private void math(String latex) {
    line("");
    line("```math");
    // GitHub refuses the macro \operatorname.
    line(latex.replace("\\operatorname{", "\\mathrm{"));
    line("```");
  }

  private void paragraph(String text) {
    line("");
    line(text);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private static String names(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String title(String family) {
    String words = family.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String lowerFirst(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
