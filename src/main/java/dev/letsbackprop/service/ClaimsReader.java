package dev.letsbackprop.service;

import dev.letsbackprop.grading.Claim;
import dev.letsbackprop.grading.Quantity;
import dev.letsbackprop.grading.Submission;
import dev.letsbackprop.grading.Verdict;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.JsonReader.Next;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what students claim: whatever stands there is no fault of the request, but a claim that
 * cannot be right, or a remark.
 */
final class ClaimsReader {
  /** Beyond this many, claims about nodes that there are not are counted only. */
  private static final int MOST_UNKNOWN = 100;

  private static final List<String> QUANTITIES = List.of("value", "gradient");

  private final JsonReader json;
  private final List<Submission.Entry> claims = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private boolean given;

  ClaimsReader(JsonReader json) {
    this.json = json;
  }

  /** Reads the value of {@code claims}. */
  void read() {
    given = true;
    if (json.next() != Next.OBJECT) {
      json.aside(() -> {});
      remark("Nothing was claimed: 'claims' is no object of nodes.");
      return;
    }
    json.entries("claims by node", this::node);
  }

  /** Whether there is anything called claims. */
  boolean given() {
    return given;
  }

  private void node(String id) {
    if (json.next() != Next.OBJECT) {
      Faults found = json.aside(() -> json.entries("an object with value or gradient", name -> {}));
      claims.add(
          new Submission.Entry(
              id, Quantity.GRADIENT, new Claim.Junk(Verdict.NOT_A_NUMBER, reason(found))));
      return;
    }
    json.entries(
        "a claim",
        name -> {
          if (QUANTITIES.contains(name)) {
            Quantity quantity = name.equals("value") ? Quantity.VALUE : Quantity.GRADIENT;
            claims.add(new Submission.Entry(id, quantity, claim()));
          } else {
            json.aside(() -> {});
            remark(
                "Of "
                    + Words.quote(id)
                    + " 'value' and 'gradient' can be claimed, found "
                    + Words.quote(name)
                    + "."
                    + Suggestion.didYouMean(name, QUANTITIES));
          }
        });
  }

  private void remark(String sentence) {
    if (remarks.size() < MOST_UNKNOWN) {
      remarks.add(sentence);
    }
  }

  private Claim claim() {
    boolean number = json.next() == Next.NUMBER;
    Holder holder = new Holder();
    Faults found = json.aside(() -> holder.tensor = json.tensor("a number"));
    Tensor tensor = holder.tensor;
    if (tensor != null && found.isEmpty()) {
      return new Claim.Numbers(tensor);
    }
    Verdict verdict =
        number
            ? Verdict.NOT_FINITE
            : gravest(found) == Fault.Kind.INVALID_GRAPH
                ? Verdict.WRONG_SHAPE
                : Verdict.NOT_A_NUMBER;
    return new Claim.Junk(verdict, reason(found));
  }

  private static Fault.@Nullable Kind gravest(Faults found) {
    return found.list().stream().map(Fault::kind).min(Enum::compareTo).orElse(null);
  }

  private static String reason(Faults found) {
    return found.list().stream()
        .map(Fault::detail)
        .findFirst()
        .orElse("Expected a number, found something else.");
  }

  private static final class Holder {
    private @Nullable Tensor tensor;
  }

  /**
   * What was claimed, with values before gradients at each node, and of nodes that there are not
   * the first few.
   */
  Submission submission(Model model) {
    List<Submission.Entry> known = new ArrayList<>();
    int unknown = 0;
    for (Submission.Entry entry : claims) {
      if (model.nodes().containsKey(entry.node())) {
        known.add(entry);
      } else if (unknown++ < MOST_UNKNOWN) {
        String sentence =
            "No node "
                + Words.quote(entry.node())
                + "."
                + Suggestion.didYouMean(entry.node(), model.nodes().keySet());
        known.add(
            new Submission.Entry(
                entry.node(), entry.quantity(), new Claim.Junk(Verdict.NOT_GRADED, sentence)));
      }
    }
    if (unknown > MOST_UNKNOWN) {
      remarks.add(unknown + " claims are about nodes that the exercise does not have.");
    }
    return new Submission(known, remarks);
  }
}
