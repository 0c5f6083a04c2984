package dev.letsbackprop.documentation;

import dev.letsbackprop.examples.Layout;
import dev.letsbackprop.operation.AttributeSpec;
import java.util.List;
import java.util.stream.Collectors;

/** A page of the documentation while it is written. */
final class Markdown {
  private final StringBuilder page;

  Markdown(String head) {
    page = new StringBuilder(head);
  }

  String text() {
    return page.toString();
  }

  void line(String text) {
    page.append(text).append('\n');
  }

  void paragraph(String text) {
    line("");
    line(text);
  }

  void list(List<String> items) {
    paragraph(items.stream().map(item -> "- " + item).collect(Collectors.joining("\n")));
  }

  void math(String latex) {
    line("");
    line("```math");
    // GitHub refuses the macro \operatorname.
    line(latex.replace("\\operatorname{", "\\mathrm{"));
    line("```");
  }

  void json(String caption, String json) {
    paragraph(caption);
    line("");
    line("```json");
    page.append(Layout.of(json));
    line("```");
  }

  void attributes(List<AttributeSpec> attributes) {
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

  static String names(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
