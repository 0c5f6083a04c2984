package dev.letsbackprop.grading;

import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Says whether numbers that were claimed are those that are due. */
final class Judge {
  /** Where a step from wrong claims comes this near to the right numbers, rounding is no excuse. */
  private static final double HARDLY_WRONG = 10;

  private final Tolerance tolerance;

  Judge(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /** Whether every entry is what the reference says, or the other right choice. */
  boolean right(Tensor claim, Tensor expected, @Nullable Tensor otherwise) {
    for (int i = 0; i < claim.size(); i++) {
      if (!right(claim, expected, otherwise, i)) {
        return false;
      }
    }
    return true;
  }

  boolean right(Tensor claim, Tensor expected, @Nullable Tensor otherwise, int entry) {
    return tolerance.accepts(claim.at(entry), expected.at(entry), 1)
        || (otherwise != null && tolerance.accepts(claim.at(entry), otherwise.at(entry), 1));
  }

  /**
   * Whether a wrong claim is what the step gives from the student's own claims.
   *
   * @param worked what the step gives
   * @param expected what it gives from the right numbers
   * @param scale how large the numbers are that were added up: where they cancel, what was rounded
   *     before counts for more
   */
  boolean carried(Tensor claim, Tensor worked, Tensor expected, double scale) {
    if (worked.equals(expected) || !usable(claim)) {
      return false;
    }
    boolean hardlyWrong = tolerance.accepts(worked, expected, HARDLY_WRONG);
    double more = hardlyWrong ? 0 : tolerance.allowed(scale);
    // The step must have been able to go wrong: what equals its own negative is 0.
    return tolerance.accepts(claim, worked, 1, more)
        && !tolerance.accepts(claim, Numbers.NUMBERS.negative(worked), 1, more);
  }

  /** Whether anything may be concluded from a wrong claim: not from zeros, not from NaN. */
  boolean usable(Tensor claim) {
    return claim.firstNonFinite() < 0 && !tolerance.vanishes(claim);
  }
}
