package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Float64Test {
  private static double read(String number) {
    double[] read = new double[1];
    Reading.accept(number, reader -> read[0] = Objects.requireNonNull(reader.number("a number")));
    return read[0];
  }

  private static void assertReads(String number, double value) {
    assertThat(Double.doubleToRawLongBits(read(number)))
        .as(number)
        .isEqualTo(Double.doubleToRawLongBits(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "-0.0",
        "-0e5",
        "0.000",
        "-0E-400",
        "0e999",
        "1",
        "-4",
        "0.1",
        "1e22",
        "1e23",
        "4.9e-324",
        "2.5e-324",
        "-4.9e-324",
        "2.2250738585072011e-308",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "9007199254740993",
        "9007199254740992.5",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "123456789012345678",
        "1234567890123456789",
        "179769313486231580793728971405301e276",
        "0.30000000000000004",
        "1E2",
        "1e+2",
        "1e-2"
      })
  void numbersAreRoundedAsJavaDoes(String number) {
    assertReads(number, Double.parseDouble(number));
  }

  @Test
  void integersOfAnyLengthAreRoundedCorrectly() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      String number = new BigInteger(1 + random.nextInt(200), random).negate().toString();
      if (!number.equals("0")) {
        assertReads(number, Double.parseDouble(number));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1e400          | 1e400 is beyond float64, whose largest number is about 1.8e308;"
            + " write \"Infinity\" if you mean it.",
        "-1e309         | -1e309 is beyond float64, whose largest number is about -1.8e308;"
            + " write \"-Infinity\" if you mean it.",
        "1.7976931348623159e308 | 1.7976931348623159e308 is beyond float64, whose largest number"
            + " is about 1.8e308; write \"Infinity\" if you mean it.",
        "1e-400         | 1e-400 is too small for float64, whose smallest number is about"
            + " 4.9e-324; write 0 if you mean it.",
        "-0.0002e-330   | -0.0002e-330 is too small for float64, whose smallest number is about"
            + " 4.9e-324; write 0 if you mean it.",
      })
  void numbersThatFloat64CannotHoldAreFaults(String number, String sentence) {
    assertThat(
            Reading.faults(
                "[1, " + number + "]",
                reader -> reader.elements("a list", () -> reader.number("a number"))))
        .containsExactly("INVALID_REQUEST /1: " + sentence);
  }

  @Test
  void anIntegerBeyondFloat64IsAFault() {
    String number = "9".repeat(400);
    assertThat(
            Reading.faults(number, reader -> assertThat(reader.number("a number")).isNull()).get(0))
        .contains("is beyond float64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "\"\"", "\"NaN\"", "null", "true", "[1]", "{}"})
  void nothingElseIsANumber(String value) {
    assertThat(Reading.faults(value, reader -> assertThat(reader.number("a number")).isNull()))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("INVALID_REQUEST : Expected a number, found ");
  }
}
