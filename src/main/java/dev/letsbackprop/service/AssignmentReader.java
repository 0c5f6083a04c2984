package dev.letsbackprop.service;

import dev.letsbackprop.grading.Terms;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Properties;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.model.ModelReader;
import org.jspecify.annotations.Nullable;

/** Reads an assignment among the properties of a request: a model and how it is graded. */
final class AssignmentReader {
  private final JsonReader json;
  private final Faults faults;
  private final Pointer root;
  private final ModelReader model;
  private final TermsReader terms;
  private Encoding encoding = Encoding.NESTED;
  private boolean given;
  private boolean hasModel;

  AssignmentReader(JsonReader json, Faults faults, Limits limits, Pointer root) {
    this.json = json;
    this.faults = faults;
    this.root = root;
    this.model = new ModelReader(json, faults, limits, root.child("model"));
    this.terms = new TermsReader(json, faults);
  }

  /** The properties of an assignment; an endpoint adds its own. */
  Properties properties() {
    return terms.addTo(Properties.of("model", this::model)).and("encoding", this::encoding);
  }

  private void model() {
    given = true;
    hasModel = json.object("an object with a model", model.properties());
  }

  private void encoding() {
    Encoding chosen = json.choice(Encoding.class);
    encoding = chosen == null ? encoding : chosen;
  }

  /** Tells where there is no model, once the object that should have it is read. */
  void checkGiven() {
    if (!given) {
      faults.add(
          Kind.INVALID_REQUEST, root, "An assignment needs 'model', what is differentiated.");
    }
  }

  /**
   * The assignment, once all is read.
   *
   * @throws dev.letsbackprop.json.Refusal with every fault that was found
   */
  Exercise exercise() {
    Model read = null;
    if (hasModel) {
      read = model.model();
      terms.checkKnown(model.ids());
    } else if (faults.isEmpty()) {
      checkGiven();
    }
    Terms agreed = read == null ? null : terms.terms(read);
    faults.throwIfAny();
    return new Exercise(whole(read), whole(agreed), encoding);
  }

  private static <T> T whole(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("an assignment without a fault must be whole");
    }
    return part;
  }
}
