package dev.letsbackprop.documentation;

import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.CommonMistake;
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
      [CONTRIBUTING](../CONTRIBUTING.md#the-pages-of-the-catalogues).

      L is the final scalar. What arrives at the value y of an operation is the upstream gradient, ∂L/∂y; the
      derivatives say what flows back to each input. Sums that undo broadcasting are left out.

      In formulas attributes stand by their names or as the example has them. Indices run along the axes that the
      operation works on, from 0. [P] is 1 where P holds, else 0; σ is sigmoid, Φ is normal_cdf.

      """;

  private final Markdown page = new Markdown(HEAD);

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
    return page.page.text();
  }

  private void content(String family, List<Entry> entries) {
    String links =
        entries.stream()
            .map(entry -> "[" + entry.name() + "](#" + entry.name() + ")")
            .collect(Collectors.joining(", "));
    page.line("- **" + title(family) + "**: " + links);
  }

  private void family(String family, List<Entry> entries) {
    page.line("");
    page.line("## " + title(family));
    entries.forEach(this::entry);
  }

  private void entry(Entry entry) {
    page.line("");
    page.line("### " + entry.name());
    page.paragraph(entry.summary());
    List<String> facts = new ArrayList<>();
    if (!entry.aliases().isEmpty()) {
      facts.add("Also called " + Markdown.names(entry.aliases()) + ".");
    }
    facts.add(
        (entry.inputs().size() == 1 ? "Input: " : "Inputs: ")
            + Markdown.names(entry.inputs())
            + (entry.variadic() ? ", any number from " + entry.arity() + " on." : "."));
    facts.add("Shape: " + lowerFirst(entry.shapeRule()));
    page.list(facts);
    page.attributes(entry.attributes());
    Formulas formulas = Formulas.of(entry);
    page.math(formulas.formula());
    formulas.derivatives().forEach(page::math);
    page.paragraph(entry.reason());
    if (!entry.derivation().isEmpty()) {
      page.paragraph("Step by step:");
      entry.derivation().forEach(page::math);
    }
    if (!entry.conventions().isEmpty()) {
      page.paragraph("Conventions:");
      page.list(entry.conventions());
    }
    misconceptions(entry, formulas);
    example(entry);
  }

  private void misconceptions(Entry entry, Formulas formulas) {
    if (entry.alternative() != null) {
      page.paragraph("As right, and counted so in grades:");
      formulas.alsoRight().forEach(page::math);
    }
    List<CommonMistake> mistakes = CommonMistake.of(entry);
    if (!mistakes.isEmpty()) {
      page.paragraph("Misconceptions, see [grading](grading.md):");
    }
    for (CommonMistake mistake : mistakes) {
      page.paragraph(
          "`" + mistake.code() + "`: " + mistake.did() + ". Due: " + mistake.due() + ".");
      mistake.derivatives().forEach(page::math);
    }
  }

  private void example(Entry entry) {
    String request = request(entry);
    page.paragraph(
        "![The example of "
            + entry.name()
            + ", drawn](images/operations/"
            + entry.name()
            + ".svg)");
    page.json("Example, for `POST /v1/gradients`:", request);
    page.json("Its answer:", Ask.gradients(request));
  }

  private static String request(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(bytes)) {
      new OperationExample(entry).write(json);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String title(String family) {
    String words = family.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String lowerFirst(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
