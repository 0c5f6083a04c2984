package dev.letsbackprop.service;

import dev.letsbackprop.grading.PartialCredit;
import dev.letsbackprop.grading.Reveal;
import dev.letsbackprop.grading.Terms;
import dev.letsbackprop.grading.Tolerance;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Properties;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.tensor.Decimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how an assignment is to be graded: points, tolerance, and what is revealed. */
final class TermsReader {
  private final JsonReader json;
  private final Faults faults;
  private final WrtReader required;
  private final ToleranceReader tolerance;
  private final Map<String, Double> points = new LinkedHashMap<>();
  private final Map<String, Pointer> pointsAt = new LinkedHashMap<>();
  private PartialCredit partialCredit = PartialCredit.NONE;
  private Reveal reveal = Reveal.ANSWERS;
  private double carryForward = 1;

  TermsReader(JsonReader json, Faults faults) {
    this.json = json;
    this.faults = faults;
    this.required = new WrtReader(json, faults);
    this.tolerance = new ToleranceReader(json, faults);
  }

  Properties addTo(Properties properties) {
    return properties
        .and("points", () -> json.entries("points by node", this::points))
        .and("required", required::read)
        .and("tolerance", tolerance::read)
        .and("partialCredit", this::partialCredit)
        .and("carryForward", this::carryForward)
        .and("reveal", this::reveal);
  }

  private void points(String id) {
    Pointer at = json.pointer();
    Double worth = json.number("a number of points");
    pointsAt.put(id, at);
    if (worth == null) {
      return;
    }
    if (worth < 0 || worth > 1e9) {
      fault(
          Kind.INVALID_REQUEST, at, "Points are from 0 to 1e9, found " + Decimal.text(worth) + ".");
      return;
    }
    points.put(id, worth);
  }

  private void partialCredit() {
    PartialCredit chosen = json.choice(PartialCredit.class);
    partialCredit = chosen == null ? partialCredit : chosen;
  }

  private void reveal() {
    Reveal chosen = json.choice(Reveal.class);
    reveal = chosen == null ? reveal : chosen;
  }

  private void carryForward() {
    Pointer at = json.pointer();
    Double share = json.number("a share from 0 to 1");
    if (share != null && (share < 0 || share > 1)) {
      fault(
          Kind.INVALID_REQUEST,
          at,
          "Expected a share from 0 to 1, found " + Decimal.text(share) + ".");
    } else if (share != null) {
      carryForward = share;
    }
  }

  private void fault(Kind kind, Pointer at, String sentence) {
    faults.add(kind, at, sentence);
  }

  /** Tells the nodes that are named and are not in the model. */
  void checkKnown(Set<String> ids) {
    required.checkKnown(ids);
    if (ids.isEmpty()) {
      return;
    }
    pointsAt.forEach(
        (id, at) -> {
          if (!ids.contains(id)) {
            faults.add(
                Kind.INVALID_GRAPH,
                () -> at,
                () -> "No node " + Words.quote(id) + "." + Suggestion.didYouMean(id, ids));
          }
        });
  }

  /** The terms, once the model is known. */
  Terms terms(Model model) {
    Map<Node, Double> worth = new LinkedHashMap<>();
    points.forEach(
        (id, each) -> {
          Node node = model.nodes().get(id);
          if (node != null) {
            worth.put(node, each);
          }
        });
    return new Terms(
        tolerance.tolerance(),
        worth,
        List.copyOf(required.nodes(model)),
        partialCredit,
        carryForward,
        reveal);
  }

  /** Reads {@code tolerance}. */
  private static final class ToleranceReader {
    private static final int MOST_FIGURES = 15;

    private final JsonReader json;
    private final Faults faults;
    private double relative = Tolerance.DEFAULT.relative();
    private double absolute = Tolerance.DEFAULT.absolute();
    private int figures;
    private @Nullable Pointer figuresAt;
    private boolean differences;

    ToleranceReader(JsonReader json, Faults faults) {
      this.json = json;
      this.faults = faults;
    }

    void read() {
      json.object(
          "a tolerance",
          Properties.of("relative", () -> relative = difference(relative, 1))
              .and("absolute", () -> absolute = difference(absolute, Double.MAX_VALUE))
              .and("significantFigures", this::figures));
      if (figuresAt != null && differences) {
        faults.add(
            Kind.INVALID_REQUEST,
            figuresAt,
            "A tolerance has 'significantFigures', or 'relative' and 'absolute'.");
      }
    }

    private double difference(double otherwise, double most) {
      differences = true;
      Pointer at = json.pointer();
      Double given = json.number("a number from 0");
      if (given != null && (given < 0 || given >= most)) {
        faults.add(
            Kind.INVALID_REQUEST,
            at,
            "Expected a number from 0 "
                + (most == 1 ? "and below 1" : "on")
                + ", found "
                + Decimal.text(given)
                + ".");
        return otherwise;
      }
      return given == null ? otherwise : given;
    }

    private void figures() {
      figuresAt = json.pointer();
      Double given = json.number("a whole number of figures");
      if (given == null) {
        return;
      }
      if (given != Math.rint(given) || given < 1 || given > MOST_FIGURES) {
        faults.add(
            Kind.INVALID_REQUEST,
            figuresAt,
            "Expected 1 to "
                + MOST_FIGURES
                + " significant figures, found "
                + Decimal.text(given)
                + ".");
        return;
      }
      figures = (int) (double) given;
    }

    Tolerance tolerance() {
      return figures > 0
          ? Tolerance.significantFigures(figures)
          : Tolerance.relative(relative, absolute);
    }
  }
}
