package dev.letsbackprop.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is near enough gets full points, and nothing else does. */
class ToleranceTest {

  @ParameterizedTest
  @CsvSource({
    "3, 1.23, 1.234, true",
    "3, 1.24, 1.234, false",
    "3, 1.235, 1.235, true",
    "3, 1.23, 1.235, true",
    "3, 1.24, 1.235, true",
    "3, 10.0, 9.996, true",
    "3, 9.99, 9.996, false",
    "3, 0.000123, 0.00012345, true",
    "3, -1230, -1234, true",
    "3, 1230, -1234, false",
    "1, 0.3, 0.26, true",
    "2, 0, 0, true",
    "2, 0.01, 0, false",
    "2, 0, 1e-17, true",
  })
  void significantFigures(int figures, double claimed, double expected, boolean right) {
    Tolerance tolerance = Tolerance.significantFigures(figures);
    assertThat(tolerance.accepts(Tensor.scalar(claimed), Tensor.scalar(expected))).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({
    "2.0002, 2, true",
    "2.00021, 2, false",
    "1e-7, 0, true",
    "1.1e-7, 0, false",
    "-2, 2, false",
    "NaN, NaN, true",
    "NaN, 2, false",
    "2, NaN, false",
    "-Infinity, -Infinity, true",
    "Infinity, -Infinity, false",
  })
  void relativeAndAbsolute(double claimed, double expected, boolean right) {
    Tolerance tolerance = Tolerance.relative(1e-4, 0x1p-1000 + 1e-7);
    boolean accepts = tolerance.accepts(Tensor.scalar(claimed), Tensor.scalar(expected));
    // 1e-4 of 2 and 1e-7 are 2.001e-4 together.
    assertThat(accepts).isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 9})
  void rightNumbersRoundedToTheFiguresAskedForGetFullPoints(int figures) {
    for (int seed = 0; seed < 80; seed++) {
      Assignment assignment = drawn(seed, Tolerance.significantFigures(figures));
      Grade grade = Grading.grade(assignment, ExerciseCheck.submission(typed(assignment, figures)));
      assertThat(grade.passed()).as("seed %d: %s", seed, grade).isTrue();
      assertThat(grade.score()).isEqualTo(grade.maxScore());
    }
  }

  private static Map<Node, Tensor> typed(Assignment assignment, int figures) {
    Map<Node, Tensor> claims = new LinkedHashMap<>();
    for (Node node : assignment.nodes().values()) {
      if (!node.isConstant()) {
        claims.put(node, ExerciseCheck.typed(assignment.adjoint(node), figures));
      }
    }
    return claims;
  }

  private static Assignment drawn(int seed, Tolerance tolerance) {
    Assignment graph = seed % 2 == 0 ? null : Exercises.graph(seed, tolerance);
    return graph == null ? Exercises.stack(seed, 1 + seed % 4, tolerance) : graph;
  }

  @Test
  void rightNumbersWithinTheToleranceGetFullPointsAndOthersNever() {
    int wrong = 0;
    for (int seed = 0; wrong < 10_000; seed++) {
      Assignment assignment = drawn(seed, Tolerance.DEFAULT);
      Random random = new Random(seed);
      Map<Node, Tensor> claims = new LinkedHashMap<>();
      for (Node node : assignment.nodes().values()) {
        if (!node.isConstant()) {
          claims.put(node, off(assignment.adjoint(node), 0.999, random));
        }
      }
      assertThat(Grading.grade(assignment, ExerciseCheck.submission(claims)).passed()).isTrue();
      for (Node node : claims.keySet()) {
        Tensor beside = off(assignment.adjoint(node), 1.001 + random.nextDouble(4), random);
        if (beside.size() == 0) {
          continue;
        }
        Map<Node, Tensor> others = new LinkedHashMap<>(claims);
        others.put(node, beside);
        Grade grade = Grading.grade(assignment, ExerciseCheck.submission(others));
        assertThat(grade.score()).as("seed %d, %s", seed, node).isLessThan(grade.maxScore());
        assertThat(grade.passed()).isFalse();
        wrong++;
      }
    }
  }

  /** Every entry off by so many times what is allowed. */
  private static Tensor off(Tensor right, double share, Random random) {
    return right.map(
        number -> {
          double allowed = 1e-7 + 1e-4 * Math.abs(number);
          return number + (random.nextBoolean() ? 1 : -1) * share * allowed;
        });
  }
}
