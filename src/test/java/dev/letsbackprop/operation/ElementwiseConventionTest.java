package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What elementwise operations do at kinks, ties, bounds and edges, each by name. */
class ElementwiseConventionTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  private static double[] of(double... x) {
    return x;
  }

  private static double[] flow(String name, double... x) {
    return Trial.of(name).flow(x);
  }

  private static double[] value(String name, double... x) {
    return Trial.of(name).value(x);
  }

  @Test
  void minimumSplitsATieInHalves() {
    Tensor a = Tensor.vector(2, 3, 1);
    Tensor b = Tensor.vector(2, 1, 3);
    assertArrayEquals(of(0.5, 0, 1), Trial.of("minimum").flow(0, a, b));
    assertArrayEquals(of(0.5, 1, 0), Trial.of("minimum").flow(1, a, b));
  }

  @Test
  void minimumWithNaNIsNaN() {
    Tensor number = Tensor.vector(1);
    Tensor nan = Tensor.vector(NAN);
    assertArrayEquals(of(NAN), Trial.of("minimum").value(number, nan));
    assertArrayEquals(of(NAN), Trial.of("minimum").value(nan, number));
    assertArrayEquals(of(0), Trial.of("minimum").flow(0, nan, number));
    assertArrayEquals(of(0), Trial.of("minimum").flow(1, nan, number));
  }

  @Test
  void oneToAnyPowerIsOne() {
    Tensor bases = Tensor.vector(1, 1, 1, -1);
    Tensor exponents = Tensor.vector(INFINITY, -INFINITY, NAN, INFINITY);
    assertArrayEquals(of(1, 1, 1, 1), Trial.of("power").value(bases, exponents));
  }

  @Test
  void absIsFlatAtZero() {
    assertArrayEquals(of(-1, 0, 0, 1), flow("abs", -3, -0.0, 0, 2));
  }

  @Test
  void signOfZeroIsZeroAndOfNaNNaN() {
    assertArrayEquals(of(-1, 0, 0, 1, NAN), value("sign", -3, -0.0, 0, 2, NAN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sign", "floor", "ceil", "round"})
  void nothingFlowsThroughAStep(String name) {
    assertArrayEquals(of(0, 0, 0, 0), flow(name, -0.5, 0, 0.5, 1));
    assertFalse(Trial.of(name).operation().carries(0, List.of(Shape.SCALAR)));
  }

  @Test
  void roundTakesAHalfToTheEvenNeighbour() {
    assertArrayEquals(of(0, 2, 2, 4, -2), value("round", 0.5, 1.5, 2.5, 3.5, -1.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"less", "less_equal"})
  void comparisonsWithNaNAreZeroAndNothingFlowsThrough(String name) {
    Tensor nan = Tensor.vector(NAN);
    Tensor one = Tensor.vector(1);
    assertArrayEquals(of(0), Trial.of(name).value(nan, nan));
    assertArrayEquals(of(0), Trial.of(name).flow(0, one, one));
    assertArrayEquals(of(0), Trial.of(name).flow(1, one, one));
  }

  @Test
  void clipPassesTheGradientAtItsBounds() {
    Trial both = Trial.of("clip", "min=-1 max=1");
    assertArrayEquals(of(0, 1, 1, 1, 0), both.flow(-2, -1, 0, 1, 2));
    assertArrayEquals(of(0, 1, 1), Trial.of("clip", "min=-1").flow(-2, -1, 9));
    assertArrayEquals(of(1, 1, 0), Trial.of("clip", "max=1").flow(-9, 1, 2));
    assertArrayEquals(of(1, 1), Trial.of("clip", "min=null max=null").flow(-9, 9));
  }

  @Test
  void clipKeepsNaN() {
    Trial clip = Trial.of("clip", "min=-1 max=1");
    assertArrayEquals(of(NAN), clip.value(NAN));
    assertArrayEquals(of(0), clip.flow(NAN));
  }

  @Test
  void clipWithCrossedBoundsIsMax() {
    Trial crossed = Trial.of("clip", "min=3 max=1");
    assertArrayEquals(of(1, 1, 1, 1), crossed.value(0, 1, 3, 4));
    assertArrayEquals(of(0, 0, 0, 0), crossed.flow(0, 1, 3, 4));
  }

  @Test
  void aBoundMayBeLeftOutOfClip() {
    Entry clip = Objects.requireNonNull(Catalogue.find("clip"));
    AttributeSpec min = clip.attributes().get(0);
    assertEquals(AttributeSpec.Kind.NUMBER, min.kind());
    assertNull(min.read(null));
    assertEquals(2.0, min.read(2L));
    Operation lower = Trial.of("clip", "min=2").operation();
    assertEquals("{min=2.0}", clip.attributes(lower).toString());
    assertEquals("\\max\\left(x, 2\\right)", lower.latex(List.of(Term.atom("x"))).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"log2", "log10"})
  void logarithmOfANegativeNumberIsNaNNeverAnError(String name) {
    assertArrayEquals(of(NAN, -INFINITY, INFINITY, NAN), value(name, -1, 0, INFINITY, NAN));
    assertArrayEquals(of(INFINITY), flow(name, 0));
  }

  @Test
  void log1pEndsAtMinusOne() {
    assertArrayEquals(of(NAN, -INFINITY), value("log1p", -2, -1));
    assertArrayEquals(of(INFINITY), flow("log1p", -1));
  }

  @Test
  void expm1KeepsTheDigitsOfItsSlope() {
    assertArrayEquals(of(Math.exp(-40)), flow("expm1", -40), 1e-32);
  }

  @Test
  void logaddexpIsSoundFarOut() {
    Trial logaddexp = Trial.of("logaddexp");
    Tensor a = Tensor.vector(1000, -1000, 0, INFINITY, -INFINITY, -INFINITY);
    Tensor b = Tensor.vector(-1000, -1000, 0, 0, 0, -INFINITY);
    double log2 = Math.log(2);
    assertArrayEquals(of(1000, -1000 + log2, log2, INFINITY, 0, -INFINITY), logaddexp.value(a, b));
    assertArrayEquals(of(1, 0.5, 0.5, 1, 0, NAN), logaddexp.flow(0, a, b));
    assertArrayEquals(of(0, 0.5, 0.5, 0, 1, NAN), logaddexp.flow(1, a, b));
  }

  @Test
  void inverseSineAndCosineAreInfinitelySteepAtTheirEnds() {
    assertArrayEquals(of(INFINITY, INFINITY), flow("asin", -1, 1));
    assertArrayEquals(of(-INFINITY, -INFINITY), flow("acos", -1, 1));
    assertArrayEquals(of(NAN, NAN), value("asin", -1.5, 1.5));
    assertArrayEquals(of(NAN, NAN), value("acos", -1.5, 1.5));
  }

  @Test
  void inverseHyperbolicFunctionsEndAtOne() {
    assertArrayEquals(of(NAN, 0, NAN, NAN), value("acosh", 0.5, 1, -1e9, -1e300));
    assertArrayEquals(of(NAN, NAN), flow("acosh", -1, -1000));
    assertArrayEquals(of(INFINITY), flow("acosh", 1));
    assertArrayEquals(of(NAN, -INFINITY, INFINITY, NAN), value("atanh", -2, -1, 1, 2));
    assertArrayEquals(of(INFINITY, INFINITY), flow("atanh", -1, 1));
  }

  @Test
  void slopesNearTheEndsKeepTheirDigits() {
    // 1 - x² = d·(2 - d) with d = 1 - x, which is exact here.
    double d = 0x1p-40;
    assertArrayEquals(of(1 / Math.sqrt(d * (2 - d))), flow("asin", 1 - d), 1e-9);
    assertArrayEquals(of(1 / Math.sqrt(d * (2 + d))), flow("acosh", 1 + d), 1e-9);
    assertArrayEquals(of(1 / (d * (2 - d))), flow("atanh", 1 - d), 1e-3);
  }

  @Test
  void atan2HasNoGradientAtTheOriginAndTellsTheSidesOfZeroApart() {
    Trial atan2 = Trial.of("atan2");
    Tensor y = Tensor.vector(0, -0.0, 0);
    Tensor x = Tensor.vector(-1, -1, 0);
    assertArrayEquals(of(Math.PI, -Math.PI, 0), atan2.value(y, x));
    assertArrayEquals(of(-1, -1, NAN), atan2.flow(0, y, x));
    assertArrayEquals(of(-0.0, 0.0, NAN), atan2.flow(1, y, x));
  }

  @Test
  void hyperbolicFunctionsOverflowToInfinity() {
    assertArrayEquals(of(-INFINITY, INFINITY), value("sinh", -711, 711));
    assertArrayEquals(of(INFINITY, INFINITY), value("cosh", -711, 711));
  }

  @Test
  void normalCdfKeepsItsDigitsFarBelowZero() {
    double found = value("normal_cdf", -20)[0];
    assertEquals(2.7536241186062337e-89, found, 1e-102);
  }

  @ParameterizedTest
  @ValueSource(strings = {"leaky_relu", "elu", "selu"})
  void theSlopeAtTheKinkIsThatOfTheNegativeSide(String name) {
    double[] slopes = flow(name, -1e-300, 0);
    assertEquals(slopes[0], slopes[1]);
    assertFalse(slopes[1] == flow(name, 1e-300)[0] && !name.equals("elu"), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"elu", "selu", "softplus", "softsign", "silu", "mish", "gelu"})
  void activationsAreSoundAtAThousand(String name) {
    for (double x : of(-1000, 1000)) {
      assertEquals(0, Trial.of(name).secondFlow(x)[0], 1e-8, name);
    }
  }

  @Test
  void hardSigmoidIsPyTorchsAndFlatAtItsKinks() {
    assertArrayEquals(of(0, 0, 1 / 6.0, 1 / 6.0, 0), flow("hard_sigmoid", -4, -3, -2.5, 0, 3));
    assertArrayEquals(of(NAN), value("hard_sigmoid", NAN));
    assertArrayEquals(of(0), flow("hard_sigmoid", NAN));
  }

  @Test
  void softplusIsSoundAtAThousand() {
    assertArrayEquals(of(0, 1000), value("softplus", -1000, 1000));
    assertArrayEquals(of(0, 1), flow("softplus", -1000, 1000));
  }

  @Test
  void gatedActivationsReachTheirLimits() {
    for (String name : List.of("silu", "mish", "gelu")) {
      assertArrayEquals(of(0, INFINITY), value(name, -INFINITY, INFINITY), 0, name);
    }
    assertArrayEquals(of(-1, 1), value("softsign", -INFINITY, INFINITY));
  }

  @Test
  void geluIsExactUnlessAskedOtherwise() {
    assertEquals(-0.15865525393145705, value("gelu", -1)[0], 1e-16);
    assertEquals(-0.1588080093917233, Trial.of("gelu", "approximate=\"tanh\"").value(-1)[0], 1e-16);
  }
}
