package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is decided where mathematics leaves a choice, each by name. */
class ConventionTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Operation operation(String name) {
    return Named.operation(name, null);
  }

  private static double[] value(String name, Tensor... x) {
    return operation(name).evaluate(List.of(x)).toArray();
  }

  /** What flows to one input where 1 arrives everywhere. */
  private static double[] flow(String name, int place, Tensor... x) {
    Operation operation = operation(name);
    Tensor y = operation.evaluate(List.of(x));
    Tensor ones = Tensor.filled(y.shape(), 1);
    return operation.vjp(Numbers.NUMBERS, place, List.of(x), y, ones).toArray();
  }

  private static Tensor of(double... x) {
    return Tensor.vector(x);
  }

  @Test
  void reluIsFlatAtZero() {
    assertArrayEquals(new double[] {0, 0, 1}, flow("relu", 0, of(-1, 0, 1)));
    assertArrayEquals(new double[] {0, 0, 1}, value("relu", of(-1, 0, 1)));
  }

  @Test
  void reluKeepsNaN() {
    assertArrayEquals(new double[] {Double.NaN}, value("relu", of(Double.NaN)));
    assertArrayEquals(new double[] {0}, flow("relu", 0, of(Double.NaN)));
  }

  @Test
  void maximumSplitsATieInHalves() {
    assertArrayEquals(new double[] {0.5, 1, 0}, flow("maximum", 0, of(2, 3, 1), of(2, 1, 3)));
    assertArrayEquals(new double[] {0.5, 0, 1}, flow("maximum", 1, of(2, 3, 1), of(2, 1, 3)));
  }

  @Test
  void maximumWithNaNIsNaN() {
    assertArrayEquals(new double[] {Double.NaN}, value("maximum", of(Double.NaN), of(1)));
  }

  @Test
  void squareRootIsInfinitelySteepAtZero() {
    assertArrayEquals(new double[] {INFINITY}, flow("sqrt", 0, of(0)));
  }

  @Test
  void powerOfZeroFollowsPyTorch() {
    // torch: x = 0, n = [0, 1, 2, 0.5]: x.grad = [0, 1, 0, inf], n.grad = [0, 0, 0, 0]
    Tensor n = of(0, 1, 2, 0.5);
    Tensor x = of(0, 0, 0, 0);
    assertArrayEquals(new double[] {1, 0, 0, 0}, value("power", x, n));
    assertArrayEquals(new double[] {0, 1, 0, INFINITY}, flow("power", 0, x, n));
    assertArrayEquals(new double[] {0, 0, 0, 0}, flow("power", 1, x, n));
  }

  @Test
  void powerOfANegativeBaseIsNaNUnlessTheExponentIsWhole() {
    assertArrayEquals(
        new double[] {4, -8, Double.NaN}, value("power", of(-2, -2, -2), of(2, 3, 0.5)));
  }

  @Test
  void oneToAnyPowerIsOneAsInIeee754() {
    assertArrayEquals(
        new double[] {1, 1, 1, 1},
        value("power", of(1, 1, -1, -1), of(Double.NaN, INFINITY, INFINITY, -INFINITY)));
  }

  @Test
  void logarithmOfANegativeNumberIsNaNNeverAnError() {
    assertArrayEquals(new double[] {Double.NaN, Double.NEGATIVE_INFINITY}, value("log", of(-1, 0)));
    assertArrayEquals(new double[] {INFINITY}, flow("log", 0, of(0)));
  }

  @Test
  void divisionByZeroIsThatOfIeee754() {
    assertArrayEquals(
        new double[] {INFINITY, Double.NEGATIVE_INFINITY, Double.NaN},
        value("divide", of(1, -1, 0), of(0)));
  }

  @Test
  void comparisonsWithNaNAreZeroAndNothingFlowsThrough() {
    for (String name : List.of("greater", "greater_equal", "equal")) {
      assertArrayEquals(new double[] {0}, value(name, of(Double.NaN), of(Double.NaN)), name);
      assertArrayEquals(new double[] {0}, flow(name, 0, of(1), of(1)), name);
    }
  }

  @Test
  void whereTakesNaNForTrueAndGivesItsConditionNothing() {
    assertArrayEquals(new double[] {1, 4}, value("where", of(Double.NaN, 0), of(1, 2), of(3, 4)));
    assertArrayEquals(new double[] {0, 0}, flow("where", 0, of(1, 0), of(1, 2), of(3, 4)));
  }

  @Test
  void theSumOfNothingIsZeroAndItsMeanNaN() {
    assertArrayEquals(new double[] {0}, value("sum", Tensor.of(Shape.of(0))));
    assertArrayEquals(new double[] {Double.NaN}, value("mean", Tensor.of(Shape.of(0))));
  }

  @Test
  void sigmoidAndSoftmaxAreSoundAtAThousand() {
    assertArrayEquals(new double[] {0, 0.5, 1}, value("sigmoid", of(-1000, 0, 1000)));
    assertArrayEquals(new double[] {0, 0.5, 0.5}, value("softmax", of(-1000, 1000, 1000)));
    assertArrayEquals(
        new double[] {-2000 - Math.log(2), -Math.log(2), -Math.log(2)},
        value("log_softmax", of(-1000, 1000, 1000)));
    assertArrayEquals(
        new double[] {2000}, value("softmax_with_loss", of(-1000, 1000), Tensor.scalar(0)));
  }

  @Test
  void softmaxWithLossDividesByTheNumberOfRows() {
    Tensor logits = Tensor.filled(Shape.of(4, 2), 0);
    assertArrayEquals(
        new double[] {Math.log(2)}, value("softmax_with_loss", logits, of(0, 1, 1, 0)), 1e-15);
    double[] flow = flow("softmax_with_loss", 0, logits, of(0, 1, 1, 0));
    assertArrayEquals(new double[] {-0.125, 0.125, 0.125, -0.125}, Arrays.copyOf(flow, 4), 1e-15);
  }

  @Test
  void aClassWithoutProbabilityAddsNothingAtMinusInfinity() {
    Tensor logits = of(0, Double.NEGATIVE_INFINITY);
    assertArrayEquals(new double[] {0}, value("softmax_with_loss", logits, of(1, 0)));
  }

  @Test
  void anIndexThatPointsNowhereIsAnError() {
    for (double index : new double[] {2, -1, 0.5, Double.NaN}) {
      Misuse misuse =
          assertThrows(
              Misuse.class, () -> value("softmax_with_loss", of(1, 2), Tensor.scalar(index)));
      assertTrue(
          misuse.sentence().endsWith("is not a whole number from 0 to 1."), misuse.sentence());
    }
    assertEquals(2, Indexing.index(2, 3));
  }
}
