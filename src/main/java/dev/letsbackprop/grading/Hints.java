package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said of wrong numbers whose mistake has no name: ratios and sums. */
final class Hints {
  /** What takes scores, of which only the differences in a row count. */
  private static final Set<String> SCORED = Set.of("softmax", "log_softmax", "softmax_with_loss");

  private Hints() {}

  /**
   * A sentence, or null.
   *
   * @param telling whether it may be one from which the right numbers follow
   */
  static @Nullable String hint(
      Node node, List<Edge> consumers, Tensor claim, Tensor expected, boolean telling) {
    boolean scores =
        consumers.stream()
            .allMatch(
                edge ->
                    edge.place() == 0
                        && SCORED.contains(Catalogue.of(edge.node().operation()).name()));
    if (!telling) {
      return null;
    }
    if (scores && rowsAddUp(expected) && !rowsAddUp(claim)) {
      return "Each row of the gradient of " + StepText.name(node) + " adds up to 0; yours do not.";
    }
    return ratio(claim, expected);
  }

  private static boolean rowsAddUp(Tensor tensor) {
    int rank = tensor.rank();
    int side = rank == 0 ? 1 : tensor.shape().side(rank - 1);
    for (int row = 0; side > 0 && row < tensor.size() / side; row++) {
      double sum = 0;
      double size = 0;
      for (int i = row * side; i < (row + 1) * side; i++) {
        sum += tensor.at(i);
        size += Math.abs(tensor.at(i));
      }
      if (Math.abs(sum) > 1e-2 * size) {
        return false;
      }
    }
    return rank > 0;
  }

  /** Told where all entries are off by one factor. */
  private static @Nullable String ratio(Tensor claim, Tensor expected) {
    double ratio = Double.NaN;
    for (int i = 0; i < claim.size(); i++) {
      if (expected.at(i) != 0) {
        double each = claim.at(i) / expected.at(i);
        ratio = Double.isNaN(ratio) ? each : ratio;
        if (Math.abs(each - ratio) > 1e-3 * Math.abs(ratio)) {
          return null;
        }
      } else if (claim.at(i) != 0) {
        return null;
      }
    }
    if (claim.size() < 2 || !Double.isFinite(ratio) || ratio == 0) {
      return null;
    }
    return "Every entry is " + rounded(ratio) + " times what is due.";
  }

  private static String rounded(double ratio) {
    return new BigDecimal(ratio).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
