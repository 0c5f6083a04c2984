package dev.letsbackprop.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows from a slip is paid for once, and nothing follows from nothing. */
class CarryForwardTest {
  // df/dq = z = -4, df/dx = df/dy = -4, df/dz = q = 3.
  private static final String CIRCUIT =
      "{'formula': 'q = x + y; f = q * z', 'values': {'x': -2, 'y': 5, 'z': -4}}";

  private final Assignment circuit = Exercises.of(CIRCUIT, Tolerance.DEFAULT);

  private static List<Verdict> verdicts(Assignment assignment, Object... claims) {
    List<Submission.Entry> entries = new ArrayList<>();
    for (int i = 0; i < claims.length; i += 2) {
      String[] of = claims[i].toString().split(" ", -1);
      Quantity quantity = of[0].equals("value") ? Quantity.VALUE : Quantity.GRADIENT;
      Tensor tensor =
          claims[i + 1] instanceof double[] numbers
              ? Tensor.vector(numbers)
              : Tensor.scalar(((Number) claims[i + 1]).doubleValue());
      entries.add(new Submission.Entry(of[1], quantity, new Claim.Numbers(tensor)));
    }
    return Grading.grade(assignment, new Submission(entries, List.of())).items().stream()
        .map(Item::verdict)
        .toList();
  }

  @Test
  void aGradientFollowsFromTheOneBeyondIt() {
    assertThat(verdicts(circuit, "gradient q", 3, "gradient x", 3, "gradient y", -4))
        .containsExactly(Verdict.INCORRECT, Verdict.CARRIED_FORWARD, Verdict.CORRECT);
  }

  @Test
  void aValueFollowsFromThoseBeforeItAndGradientsFromValues() {
    assertThat(verdicts(circuit, "value q", 7, "value f", -28, "gradient z", 7))
        .containsExactly(Verdict.INCORRECT, Verdict.CARRIED_FORWARD, Verdict.CARRIED_FORWARD);
  }

  @Test
  void aNodeWithoutAClaimPassesTheWorkOn() {
    Assignment chain =
        Exercises.of(
            "{'formula': 'a = 3 * x; b = a + 1; c = 2 * b; c * c', 'values': {'x': 0.5}}",
            Tolerance.DEFAULT);
    // c = 5, so dc = 10, db = 20, dx = 60; from 5 at c it is 30.
    assertThat(verdicts(chain, "gradient c", 5, "gradient x", 30))
        .containsExactly(Verdict.INCORRECT, Verdict.CARRIED_FORWARD);
  }

  @Test
  void nothingFollowsFromZeros() {
    assertThat(verdicts(circuit, "gradient q", 0, "gradient x", 0))
        .containsExactly(Verdict.INCORRECT, Verdict.INCORRECT);
    assertThat(verdicts(circuit, "value q", 0, "value f", 0))
        .containsExactly(Verdict.INCORRECT, Verdict.INCORRECT);
  }

  @Test
  void nothingFollowsFromWhatCannotBeToldFromZero() {
    assertThat(verdicts(circuit, "gradient q", 1e-8, "gradient x", 1e-8))
        .containsExactly(Verdict.INCORRECT, Verdict.INCORRECT);
  }

  @Test
  void nothingFollowsFromInfinity() {
    assertThat(
            verdicts(
                circuit,
                "gradient q",
                Double.POSITIVE_INFINITY,
                "gradient x",
                Double.POSITIVE_INFINITY))
        .containsExactly(Verdict.NOT_FINITE, Verdict.NOT_FINITE);
  }

  /** Twice the tolerance off is wrong, though it would do for what was worked from a slip. */
  @Test
  void nothingIsForgivenWhereNothingWasWrongBefore() {
    assertThat(verdicts(circuit, "gradient x", -4 * (1 + 2e-4))).containsExactly(Verdict.INCORRECT);
    assertThat(verdicts(circuit, "gradient q", -4, "gradient x", -4 * (1 + 2e-4)))
        .containsExactly(Verdict.CORRECT, Verdict.INCORRECT);
  }

  @Test
  void atAKinkBothSlopesAreRightAndBothAreFollowed() {
    Assignment kink =
        Exercises.of(
            "{'formula': 'h = 2 * x; r = relu(h); sum(3 * r)', 'values': {'x': [0, 1, -1]}}",
            Tolerance.DEFAULT);
    assertThat(
            verdicts(
                kink, "gradient h", new double[] {3, 3, 0}, "gradient x", new double[] {6, 6, 0}))
        .containsExactly(Verdict.CORRECT, Verdict.CORRECT);
    assertThat(
            verdicts(
                kink, "gradient h", new double[] {0, 3, 0}, "gradient x", new double[] {0, 6, 0}))
        .containsExactly(Verdict.CORRECT, Verdict.CORRECT);
    assertThat(verdicts(kink, "gradient h", new double[] {1.5, 3, 0}))
        .containsExactly(Verdict.INCORRECT);
  }

  @Test
  void twoPathsMakeNoAccusation() {
    Assignment same =
        Exercises.of(
            "{'formula': 'q = x + y; f = q * z', 'values': {'x': 1, 'y': 1, 'z': 2}}",
            Tolerance.DEFAULT);
    // q = z = 2: the right factor and the wrong one are the same, and so nothing is wrong.
    assertThat(verdicts(same, "gradient q", 2, "gradient z", 2))
        .containsExactly(Verdict.CORRECT, Verdict.CORRECT);
  }

  /** The slope at 0 may also be 1 for who goes on from a slip. */
  @Test
  void bothSlopesAreFollowedAfterASlip() {
    Assignment kink =
        Exercises.of(
            "{'formula': 'r = relu(a); f = r * w', 'values': {'a': 0, 'w': 3}}", Tolerance.DEFAULT);
    assertThat(verdicts(kink, "gradient r", 5, "gradient a", 5))
        .containsExactly(Verdict.INCORRECT, Verdict.CARRIED_FORWARD);
  }

  /** What is given is worth nothing, and nobody may exchange it. */
  @Test
  void valuesOfLeavesAreGiven() {
    Submission copied =
        new Submission(
            List.of(
                new Submission.Entry("x", Quantity.VALUE, new Claim.Numbers(Tensor.scalar(-2)))),
            List.of());
    Grade grade = Grading.grade(circuit, copied);
    assertThat(grade.maxScore()).isZero();
    assertThat(grade.passed()).isFalse();
    assertThat(verdicts(circuit, "value x", 1, "value q", 6))
        .containsExactly(Verdict.INCORRECT, Verdict.INCORRECT);
  }

  /** A claim that is carried may be off by its own rounding and by that of the one before. */
  @Test
  void carryingIsNoLicence() {
    Assignment rounded = Exercises.of(CIRCUIT, Tolerance.significantFigures(3));
    assertThat(verdicts(rounded, "gradient q", -1, "gradient x", -1.009))
        .containsExactly(Verdict.INCORRECT, Verdict.CARRIED_FORWARD);
    assertThat(verdicts(rounded, "gradient q", -1, "gradient x", -1.011))
        .containsExactly(Verdict.INCORRECT, Verdict.INCORRECT);
  }

  @Test
  void zerosEarnNoPartOfATensor() {
    Assignment relu =
        Exercises.of(
            "{'formula': 'sum(relu(x))', 'values': {'x': [-1, -2, -3, 4]}}", Tolerance.DEFAULT);
    Assignment parts =
        new Assignment(
            relu.graph(),
            relu.seed(),
            relu.nodes(),
            relu.values(),
            new Terms(
                Tolerance.DEFAULT, Map.of(), List.of(), PartialCredit.ENTRIES, 1, Reveal.ANSWERS));
    Submission zeros =
        new Submission(
            List.of(
                new Submission.Entry(
                    "x", Quantity.GRADIENT, new Claim.Numbers(Tensor.vector(0, 0, 0, 0)))),
            List.of());
    assertThat(Grading.grade(parts, zeros).score()).isZero();
  }
}
