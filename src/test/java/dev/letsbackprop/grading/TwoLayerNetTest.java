package dev.letsbackprop.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the numbers of an exercise hide: of one row, of constant weights, of a coarse tolerance. */
class TwoLayerNetTest {

  private static Assignment net(int rows, boolean constant, Tolerance tolerance) {
    Random random = new Random(7);
    List<Integer> target = random.ints(rows, 0, 2).boxed().toList();
    String first = affine(random, 3, 4, constant);
    String second = affine(random, 4, 2, constant);
    Assignment net =
        Exercises.of(
            "{'input': "
                + Exercises.matrix(random, rows, 3)
                + ", 'layers': ["
                + first
                + ", {'type': 'sigmoid'}, "
                + second
                + ", {'type': 'softmax_with_loss', 'target': "
                + target
                + "}], 'upstream': 1.5}",
            tolerance);
    return Exercises.requiring(net, node -> true);
  }

  private static String affine(Random random, int from, int to, boolean constant) {
    String weight = Exercises.matrix(random, from, to);
    String bias = Exercises.row(random, to);
    return "{'type': 'affine', 'weight': "
        + (constant ? weight.replaceAll("-?[0-9.]+", "0.5") : weight)
        + ", 'bias': "
        + (constant ? bias.replaceAll("-?[0-9.]+", "0") : bias)
        + "}";
  }

  private static List<String> hidden(Assignment assignment) {
    return ExerciseCheck.of(assignment).slips().stream()
        .filter(slip -> slip.fate() == MadeSlip.Fate.HIDDEN)
        .map(MadeSlip::code)
        .distinct()
        .toList();
  }

  @Test
  void fourRowsOfRandomNumbersHideNothing() {
    assertThat(hidden(net(4, false, Tolerance.DEFAULT))).isEmpty();
  }

  @Test
  void oneRowHidesSumsOverTheBatch() {
    assertThat(hidden(net(1, false, Tolerance.DEFAULT)))
        .contains("broadcast.not_summed", "softmax_with_loss.not_averaged");
  }

  /** With equal weights nothing at all flows back through the second layer. */
  @Test
  void constantWeightsHideMostOfTheFirstLayer() {
    assertThat(hidden(net(4, true, Tolerance.DEFAULT)))
        .contains("chain.sign", "sigmoid.input", "sigmoid.one_factor", "sigmoid.twice")
        .hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void aCoarseToleranceHidesMoreThanAFineOne() {
    List<String> coarse = hidden(net(4, false, Tolerance.relative(0, 1e-2)));
    List<String> fine = hidden(net(4, false, Tolerance.relative(0, 1e-4)));
    assertThat(coarse).contains("weight.updated").hasSizeGreaterThanOrEqualTo(fine.size());
  }

  @Test
  void adviceNamesWhatToChangeAndAVariantHidesLess() {
    Assignment poor = net(1, false, Tolerance.DEFAULT);
    ExerciseCheck check = ExerciseCheck.of(poor);
    assertThat(check.advice(poor)).anyMatch(sentence -> sentence.contains("four rows"));
    Variant better = Objects.requireNonNull(check.variant(poor));
    assertThat(better.check().count(MadeSlip.Fate.HIDDEN))
        .isLessThan(check.count(MadeSlip.Fate.HIDDEN));
    assertThat(Objects.requireNonNull(better.values().get("input")).shape().toList())
        .containsExactly(4, 3);
  }
}
