package dev.letsbackprop.documentation;

import dev.letsbackprop.layer.LayerCatalogue;
import dev.letsbackprop.layer.LayerEntry;
import dev.letsbackprop.layer.Part;
import dev.letsbackprop.operation.AttributeSpec;
import dev.letsbackprop.service.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The page of the documentation on all layers, as their catalogue has them. */
final class LayersPage {
  private static final String HEAD =
      """
      # Layers

      What `GET /v1/layers` says, to read. The page is written from the catalogue, see
      [CONTRIBUTING](../CONTRIBUTING.md#the-pages-of-the-catalogues).

      A stack is `{"input": …, "layers": […]}`. A layer has a `type`, its parameters, data and attributes beside it, and perhaps
      a `name`; without one it is called by its type and its place among its type, `affine1`. Its nodes are `affine1` (what comes
      out), `affine1.weight` and the like, and what it makes on the way, `affine1.<word>`; in a sequence each step has its own,
      `lstm1.forget_gate[0]`.

      Rows come first: `[rows, features]`, `[rows, steps, features]`, `[rows, channels, height, width]`. Where the axis of rows is
      missing to what the first layer takes, it is one row, and the shapes say so. In the shapes N counts rows, T steps,
      D features, C and O channels, Y and X the rows and columns of a plane, K and L those of a window, H, E and F units, V entries
      of a table; dots stand for any number of axes.

      **Targets.** A vector of integers is class indices; anything else is rows of probabilities, which must add up to 1.

      **Generated parameters.** In place of a tensor a parameter may be
      `{"random": "normal" | "uniform" | "xavier" | "he" | "zeros" | "ones", "shape": […], "seed": 7}`, and `"scale"` where every
      number is to be multiplied. `normal` has mean 0 and variance 1, `uniform` is from 0 to below 1, `xavier` is uniform
      between ±√(6/(in + out)), `he` normal with variance 2/in. The numbers are the same on every machine and in every version:
      SplitMix64 from the seed, its upper 53 bits times 2⁻⁵³ as uniform numbers, row-major; two of them, u and v, make two normal
      ones, √(-2 ln(1 - u))·cos 2πv and √(-2 ln(1 - u))·sin 2πv.

      """;

  private final Markdown page = new Markdown(HEAD);

  private LayersPage() {}

  /** The page's text. */
  static String text() {
    LayersPage layers = new LayersPage();
    List<LayerEntry> all = LayerCatalogue.entries();
    List<LayerEntry> made = all.stream().filter(entry -> !entry.isOperation()).toList();
    Markdown page = layers.page;
    page.line(
        made.stream()
            .map(entry -> "[" + entry.type() + "](#" + entry.type() + ")")
            .collect(Collectors.joining(", ")));
    made.forEach(layers::entry);
    page.paragraph("## Operations as layers");
    page.paragraph(
        "Losses, activations and every other operation of one input are layers as they stand, with"
            + " their attributes beside their type; a loss needs its `target`.");
    page.line("");
    page.line("| layer | what it is given | attributes |");
    page.line("|---|---|---|");
    all.stream().filter(LayerEntry::isOperation).forEach(layers::row);
    return page.text();
  }

  private void entry(LayerEntry entry) {
    page.paragraph("## " + entry.type());
    page.paragraph(entry.summary());
    List<String> facts = new ArrayList<>();
    if (!entry.aliases().isEmpty()) {
      facts.add("Also called " + Markdown.names(entry.aliases()) + ".");
    }
    facts.add("What goes in: `" + entry.input() + "`; what comes out: `" + entry.output() + "`.");
    page.list(facts);
    parts(entry.parts());
    page.attributes(entry.attributes());
    page.math(entry.formula());
    if (!entry.nodes().isEmpty()) {
      page.paragraph("What it makes on the way:");
      page.list(
          entry.nodes().entrySet().stream()
              .map(node -> "`" + node.getKey() + "`: " + node.getValue())
              .toList());
    }
    if (!entry.conventions().isEmpty()) {
      page.paragraph("Conventions:");
      page.list(entry.conventions());
    }
    page.json("Example, for `POST /v1/gradients`:", entry.example());
    page.json("Its answer:", Ask.gradients(entry.example()));
  }

  private void parts(List<Part> parts) {
    if (parts.isEmpty()) {
      return;
    }
    page.line("");
    page.line("| given | shape | left out | meaning |");
    page.line("|---|---|---|---|");
    for (Part part : parts) {
      page.line(
          "| `%s` | %s | %s | %s |"
              .formatted(
                  part.name(),
                  part.isParameter() ? "`" + part.shape() + "`" : part.shape(),
                  part.optional() ? "none" : "required",
                  part.summary()));
    }
  }

  private void row(LayerEntry entry) {
    page.line(
        "| [%s](operations.md#%s) | %s | %s |"
            .formatted(
                entry.type(),
                entry.type(),
                Markdown.names(entry.parts().stream().map(Part::name).toList()),
                Markdown.names(entry.attributes().stream().map(AttributeSpec::name).toList())));
  }
}
