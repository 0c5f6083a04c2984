package dev.letsbackprop.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.letsbackprop.differentiation.Course;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A student who errs once, and is consistent afterwards, loses what that one step is worth. */
class OneSlipTest {

  /** Goes on from another adjoint at one node. */
  private static final class Erring extends Course<Tensor> {
    private final Node node;
    private final double factor;
    private final Map<Node, Tensor> claims = new LinkedHashMap<>();

    Erring(Node node, double factor) {
      super(Numbers.NUMBERS);
      this.node = node;
      this.factor = factor;
    }

    @Override
    public @Nullable Tensor settle(Node at, @Nullable Tensor sum) {
      if (sum == null) {
        return null;
      }
      Tensor claim = at == node ? sum.map(right -> right * factor + 0.01) : sum;
      if (!at.isConstant()) {
        claims.put(at, claim);
      }
      return claim;
    }
  }

  @Test
  void aGradient() {
    int erred = 0;
    for (int seed = 0; seed < 150; seed++) {
      Assignment assignment =
          seed % 2 == 0
              ? Exercises.stack(seed, 3, Tolerance.DEFAULT)
              : Exercises.graph(seed, Tolerance.DEFAULT);
      if (assignment == null) {
        continue;
      }
      List<Node> nodes =
          assignment.nodes().values().stream()
              .filter(node -> !node.isConstant())
              .filter(node -> !assignment.tolerance().vanishes(assignment.adjoint(node)))
              .toList();
      for (Node node : nodes) {
        Erring erring = new Erring(node, new Random(seed).nextDouble(1.5, 3));
        assignment.adjoints(erring, assignment.values());
        assertThat(lost(assignment, erring.claims, Quantity.GRADIENT))
            .as("seed %d, %s", seed, node)
            .containsExactly(node.toString());
        erred++;
      }
    }
    assertThat(erred).isGreaterThan(600);
  }

  /** Every later value and every gradient follows from a value that is wrong. */
  @Test
  void aValue() {
    for (int seed = 0; seed < 60; seed++) {
      Assignment assignment = Exercises.stack(seed, 3, Tolerance.DEFAULT);
      for (Node node : assignment.nodes().values()) {
        if (node.isLeaf()) {
          continue;
        }
        List<Tensor> values = new ArrayList<>();
        for (Node each : assignment.graph().nodes()) {
          Tensor value =
              each.isLeaf()
                  ? each.value()
                  : Numbers.NUMBERS.apply(each.operation(), Graph.inputs(each, values));
          values.add(each == node ? value.map(right -> right * 1.25 + 0.01) : value);
        }
        List<Submission.Entry> entries = new ArrayList<>();
        List<Tensor> gradients = assignment.adjoints(new Course<>(Numbers.NUMBERS), values);
        for (Node each : assignment.nodes().values()) {
          claim(each, Quantity.VALUE, values, entries);
          if (!each.isConstant()) {
            claim(each, Quantity.GRADIENT, gradients, entries);
          }
        }
        assertThat(lost(assignment, new Submission(entries, List.of())))
            .as("seed %d, %s", seed, node)
            .containsExactly(node.toString());
      }
    }
  }

  private static void claim(
      Node node, Quantity quantity, List<Tensor> all, List<Submission.Entry> entries) {
    Claim claim = new Claim.Numbers(all.get(node.index()));
    entries.add(new Submission.Entry(node.toString(), quantity, claim));
  }

  private static List<String> lost(
      Assignment assignment, Map<Node, Tensor> claims, Quantity quantity) {
    List<Submission.Entry> entries = new ArrayList<>();
    claims.forEach(
        (node, claim) ->
            entries.add(new Submission.Entry(node.toString(), quantity, new Claim.Numbers(claim))));
    return lost(assignment, new Submission(entries, List.of()));
  }

  private static List<String> lost(Assignment assignment, Submission submission) {
    return Grading.grade(assignment, submission).items().stream()
        .filter(item -> item.points() < item.maxPoints())
        .map(Item::node)
        .toList();
  }
}
