package dev.letsbackprop.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every misconception is made at every place of many random exercises and followed through: it is
 * named where it was made, and no other ever is.
 */
class MisconceptionTest {
  private static final int CIRCUITS = 160;
  private static final int GRAPHS = 60;
  private static final int STACKS = 60;

  /** Students type six figures; their own rounding must not put blame on others. */
  private static final int FIGURES = 6;

  private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
  private int promised;
  private int kept;

  @Test
  void isNamedWithItsNodeAndNoOtherIs() {
    IntStream.range(0, CIRCUITS)
        .mapToObj(seed -> Circuits.draw(seed, 4 + seed % 9, Tolerance.DEFAULT))
        .forEach(this::make);
    IntStream.range(0, GRAPHS)
        .mapToObj(seed -> Exercises.graph(seed, Tolerance.DEFAULT))
        .forEach(this::make);
    IntStream.range(0, STACKS)
        .mapToObj(seed -> Exercises.stack(seed, 4, Tolerance.DEFAULT))
        .forEach(this::make);

    confusion.forEach(
        (made, named) ->
            assertThat(named.keySet()).as("%s is named %s", made, named).containsOnly(made));
    assertThat(promised).isGreaterThan(8_000);
    assertThat(kept).as("of %d", promised).isGreaterThanOrEqualTo((int) (0.99 * promised));
    assertThat(confusion.keySet())
        .contains(
            "chain.sign",
            "chain.upstream_missing",
            "chain.local_missing",
            "branch.averaged",
            "branch.counted_twice",
            "branch.flow_lost",
            "broadcast.not_summed",
            "weight.updated",
            "multiply.swapped",
            "matmul.not_transposed",
            "sigmoid.input",
            "tanh.not_squared",
            "relu.open",
            "softmax_with_loss.target_missing",
            "mean_squared_error.factor");
  }

  private void make(@Nullable Assignment drawn) {
    if (drawn == null) {
      return;
    }
    Random random = new Random(drawn.graph().nodes().size());
    int who = random.nextInt(3);
    // Who claims everything, the leaves only, or this and that.
    Assignment assignment =
        Exercises.requiring(
            drawn, node -> who == 0 || (who == 1 ? node.isLeaf() : random.nextBoolean()));
    Set<Node> claimed = new LinkedHashSet<>(assignment.terms().required());
    if (claimed.isEmpty()) {
      return;
    }
    Map<List<Object>, MadeSlip.Fate> fates = new HashMap<>();
    ExerciseCheck.of(assignment)
        .slips()
        .forEach(slip -> fates.put(List.of(slip.code(), slip.at()), slip.fate()));
    for (Slip slip : new Making(assignment).slips()) {
      Map<Node, Tensor> claims = Making.claims(assignment, slip, claimed);
      if (claims == null) {
        continue;
      }
      boolean named = named(assignment, slip, Exercises.typed(claims, FIGURES));
      if (fates.get(List.of(slip.code(), slip.at())) == MadeSlip.Fate.NAMED) {
        promised++;
        kept += named ? 1 : 0;
      }
    }
  }

  /** Whether a mistake is named somewhere, with its node; counts every name that is given. */
  private boolean named(Assignment assignment, Slip slip, Map<Node, Tensor> claims) {
    Grader grader = new Grader(assignment, ExerciseCheck.submission(claims));
    boolean named = false;
    for (Suspects suspects : grader.suspects(grader.outcomes()).values()) {
      Naming naming = suspects.naming();
      if (naming != null) {
        String as = naming.with() == null ? naming.code() : naming.toString();
        boolean here = slip.everywhere() || naming.at() == slip.at();
        confusion
            .computeIfAbsent(slip.code(), code -> new TreeMap<>())
            .merge(here ? as : as + " elsewhere", 1, Integer::sum);
        named |= here && as.equals(slip.code());
      }
    }
    return named;
  }

  /** What is drawn at random is nobody's misconception. */
  @Test
  void isNotNamedWhereNumbersAreWrongAtRandom() {
    List<String> accused = new ArrayList<>();
    int wrong = 0;
    for (int seed = 0; seed < 200; seed++) {
      Assignment assignment =
          seed % 2 == 0
              ? Exercises.stack(seed, 4, Tolerance.DEFAULT)
              : Exercises.of(
                  "{'formula': 'h = tanh(w * x + b); y = sigmoid(v * h); (y - t) ** 2',"
                      + " 'values': {'w': 0.7, 'x': -1.3, 'b': 0.4, 'v': 1.9, 't': 0.3}}",
                  Tolerance.DEFAULT);
      Random random = new Random(seed);
      for (Node node : assignment.nodes().values()) {
        if (node.isConstant() || node == assignment.graph().output()) {
          continue;
        }
        Tensor claim =
            assignment.adjoint(node).map(right -> right * random.nextDouble(-3, 3) + 0.001);
        Grader grader = new Grader(assignment, ExerciseCheck.submission(Map.of(node, claim)));
        wrong++;
        grader
            .suspects(grader.outcomes())
            .forEach(
                (at, suspects) -> {
                  if (suspects.naming() != null) {
                    accused.add(suspects.naming() + " for " + at);
                  }
                });
      }
    }
    assertThat(wrong).isGreaterThan(1_500);
    assertThat(accused).as("of %d", wrong).hasSizeLessThanOrEqualTo(wrong / 500);
  }
}
