package dev.letsbackprop.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.layer.Initialiser.Kind;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated parameters are the numbers that the algorithm's authors give. */
class InitialiserTest {

  private static double[] drawn(Kind kind, double scale, int... sides) {
    return new Initialiser(kind, Shape.of(sides), 1234567, scale).make().toArray();
  }

  /** The first outputs of splitmix64.c for the seed 1234567, as rosettacode.org lists them. */
  @Test
  void uniformNumbersAreTheUpper53BitsOfSplitMix64() {
    double[] expected =
        LongStream.of(
                6457827717110365317L,
                3203168211198807973L,
                Long.parseUnsignedLong("9817491932198370423"),
                4593380528125082431L,
                Long.parseUnsignedLong("16408922859458223821"))
            .mapToDouble(bits -> (bits >>> 11) / 0x1p53)
            .toArray();
    assertArrayEquals(expected, drawn(Kind.UNIFORM, 1, 5));
    assertArrayEquals(
        Arrays.stream(expected).map(x -> 0.5 * x).toArray(), drawn(Kind.UNIFORM, 0.5, 5));
  }

  /** The same numbers through Box and Muller's transform, worked out in Python. */
  @Test
  void normalNumbersComeInPairs() {
    double[] found = drawn(Kind.NORMAL, 1, 3);
    double[] u = drawn(Kind.UNIFORM, 1, 4);
    double radius = Math.sqrt(-2 * Math.log(1 - u[0]));
    assertEquals(radius * Math.cos(2 * Math.PI * u[1]), found[0], 1e-14);
    assertEquals(radius * Math.sin(2 * Math.PI * u[1]), found[1], 1e-14);
    assertEquals(
        Math.sqrt(-2 * Math.log(1 - u[2])) * Math.cos(2 * Math.PI * u[3]), found[2], 1e-14);
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL, 100x200, 0, 1", "UNIFORM, 100x200, 0.5, 0.288675", "XAVIER, 100x200, 0, 0.081650",
    "HE, 100x200, 0, 0.141421", "HE, 20x10x10x10, 0, 0.044721", "XAVIER, 20x10x10x10, 0, 0.025820",
    "HE, 20000, 0, 0.01", "XAVIER, 20000, 0, 0.007071"
  })
  void meanAndDeviationAreThoseOfItsPaper(Kind kind, String shape, double mean, double deviation) {
    int[] sides = Arrays.stream(shape.split("x", -1)).mapToInt(Integer::parseInt).toArray();
    double[] x = drawn(kind, 1, sides);
    double average = Arrays.stream(x).average().orElseThrow();
    double spread =
        Math.sqrt(Arrays.stream(x).map(e -> (e - average) * (e - average)).sum() / x.length);
    assertThat(average).isCloseTo(mean, within(deviation * 0.03));
    assertThat(spread).isCloseTo(deviation, within(deviation * 0.03));
  }

  @Test
  void zerosAndOnesNeedNoSeed() {
    assertEquals(Tensor.vector(0, 0), new Initialiser(Kind.ZEROS, Shape.of(2), 0, 1).make());
    assertEquals(Tensor.vector(0.5, 0.5), new Initialiser(Kind.ONES, Shape.of(2), 0, 0.5).make());
  }

  @Test
  void anEmptyShapeIsEmpty() {
    for (Kind kind : Kind.values()) {
      assertEquals(0, new Initialiser(kind, Shape.of(0, 3), 1, 1).make().size());
      assertEquals(1, new Initialiser(kind, Shape.SCALAR, 1, 1).make().size());
    }
  }
}
