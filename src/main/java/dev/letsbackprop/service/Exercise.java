package dev.letsbackprop.service;

import dev.letsbackprop.admission.Effort;
import dev.letsbackprop.grading.Assignment;
import dev.letsbackprop.grading.Terms;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.LinkedHashSet;
import java.util.Set;

/** A model and how it is graded, as they were asked for. */
public record Exercise(Model model, Terms terms, Encoding encoding) implements Demand {
  @Override
  public Effort effort() {
    // The way back is gone once for each mistake that is tried, until so many steps are spent.
    Effort once = Estimate.of(model);
    long tried = Math.min(Assignment.SEARCH_WORK / 50, Shape.times(once.micros(), 100));
    return once.times(4).plus(new Effort(Math.min(1L << 25, 50 * once.bytes()), tried));
  }

  /**
   * The exercise with its right numbers.
   *
   * @throws dev.letsbackprop.json.Refusal where they are none
   */
  Assignment assignment() {
    Assignment assignment =
        new Assignment(
            model.graph(), model.seed(), model.nodes(), ForwardPass.values(model), terms);
    Faults faults = new Faults();
    Set<Node> graded = new LinkedHashSet<>(terms.required());
    for (Node node : graded) {
      Tensor gradient = assignment.adjoint(node);
      if (gradient.firstNonFinite() >= 0) {
        faults.add(
            model.fault(
                node,
                "The gradient of this node is required, but it is "
                    + gradient.at(gradient.firstNonFinite())
                    + ": nobody can claim it."));
      }
    }
    faults.throwIfAny();
    return assignment;
  }
}
