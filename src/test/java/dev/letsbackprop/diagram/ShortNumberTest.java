package dev.letsbackprop.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and tensors in little room. */
class ShortNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-12, −12",
    "0.5, 0.5",
    "100000, 100000",
    "-0.125, −0.125",
    "0.7310585786300049, 0.7311",
    "-3.14159265358979, −3.142",
    "0.99999, 1",
    "0.999949, 0.9999",
    "0.000123456, 0.0001235",
    "0.0000123456, 1.235e−5",
    "123456.7, 123500",
    "1234567, 1.235e6",
    "1e300, 1e300",
    "-4.9e-324, −4.941e−324",
    "1.7976931348623157e308, 1.798e308",
    "NaN, NaN",
    "Infinity, ∞",
    "-Infinity, −∞"
  })
  void fourDigits(double number, String text) {
    assertEquals(text, ShortNumber.of(number));
  }

  @Test
  void smallTensorsAreShownAsTheyAre() {
    Thumbnail matrix = Thumbnail.of(Tensor.of(Shape.of(2, 3), 1, -2, 3, 4, 5, 6));
    assertEquals("2×3", matrix.sides());
    assertEquals("[1, −2, 3; 4, 5, 6]", matrix.words());
    assertEquals(List.of(1.0, -2.0, 3.0, 4.0, 5.0, 6.0), matrix.cells());
  }

  /** Of 16 columns each cell is the mean of two, and of ten rows the last is one more than most. */
  @Test
  void largeTensorsAreAveraged() {
    double[] elements = new double[160];
    for (int at = 0; at < elements.length; at++) {
      elements[at] = at % 16;
    }
    Thumbnail matrix = Thumbnail.of(Tensor.of(Shape.of(10, 16), elements));
    assertEquals("avg 10×16", matrix.sides());
    assertEquals(8, matrix.rows());
    assertEquals(8, matrix.columns());
    assertEquals(List.of(0.5, 2.5, 4.5, 6.5, 8.5, 10.5, 12.5, 14.5), matrix.cells().subList(0, 8));
    assertEquals("[10, 16] 0 to 15", matrix.words());
    assertEquals("8×8", Thumbnail.of(Tensor.filled(Shape.of(8, 8), 1)).sides());
    assertEquals("avg 9×8", Thumbnail.of(Tensor.filled(Shape.of(9, 8), 1)).sides());
  }

  /** Half the largest float64, twice: their sum would not be finite, their mean is. */
  @Test
  void meansOfLargeNumbersAreFinite() {
    Thumbnail vector = Thumbnail.of(Tensor.filled(Shape.of(16), Double.MAX_VALUE));
    assertEquals(Collections.nCopies(8, Double.MAX_VALUE), vector.cells());
  }

  @Test
  void emptyTensors() {
    assertEquals("[0, 3] empty", Thumbnail.of(Tensor.of(Shape.of(0, 3))).words());
    assertEquals("[3, 0] empty", Thumbnail.zeros(Shape.of(3, 0)).words());
    assertEquals("0×3", Thumbnail.of(Tensor.of(Shape.of(0, 3))).sides());
  }
}
