package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
  /** Random bits, and numbers as people write them; any NaN is as good as another. */
  private static Tensor sample() {
    Random random = new Random(42);
    double[] elements = new double[100_000];
    for (int i = 0; i < elements.length; i++) {
      switch (i % 4) {
        case 0 -> elements[i] = Math.scalb(random.nextInt(1_000) - 500.0, random.nextInt(100) - 50);
        case 1 -> elements[i] = random.nextInt(100_000) / 1e3 * (random.nextBoolean() ? 1 : -1);
        default -> elements[i] = Double.longBitsToDouble(random.nextLong());
      }
    }
    return Tensor.of(Shape.of(100, 10, 100), elements);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenReadsBackBitForBit(Encoding encoding) {
    Tensor tensor = sample();
    Tensor back = Reading.tensor(JsonWriterTest.written(writer -> writer.tensor(tensor, encoding)));
    assertThat(back.shape()).isEqualTo(tensor.shape());
    for (int i = 0; i < tensor.size(); i++) {
      assertThat(Double.doubleToLongBits(back.at(i)))
          .as("%s", tensor.at(i))
          .isEqualTo(Double.doubleToLongBits(tensor.at(i)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameInputGivesTheSameBytes(Encoding encoding) {
    assertThat(JsonWriterTest.written(writer -> writer.tensor(sample(), encoding)))
        .isEqualTo(JsonWriterTest.written(writer -> writer.tensor(sample(), encoding)));
  }
}
