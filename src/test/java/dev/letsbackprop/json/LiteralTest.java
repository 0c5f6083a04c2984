package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralTest {
  private static Literal literal(String body) {
    Literal[] read = new Literal[1];
    Reading.accept(
        body, reader -> read[0] = Objects.requireNonNull(reader.literal("an attribute")));
    return read[0];
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "1.0, 1",
    "-3e2, -300",
    "0, 0",
    "0.0, 0",
    "9007199254740993, 9007199254740993",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void integralNumbersBecomeLongs(String body, long value) {
    assertThat(literal(body).toPlain()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    "1e300, 1e300",
    "9223372036854775808, 9223372036854775808",
    "-0, -0.0",
    "0.99999999999999999999, 1.0"
  })
  void otherNumbersBecomeDoubles(String body, double value) {
    assertThat(literal(body).toPlain()).isEqualTo(value);
  }

  @Test
  void otherValuesBecomeThemselves() {
    assertThat(literal("\"ij,jk->ik\"").toPlain()).isEqualTo("ij,jk->ik");
    assertThat(literal("true").toPlain()).isEqualTo(true);
    assertThat(literal("null").toPlain()).isNull();
    assertThat(literal("[1, [\"a\", null], []]").toPlain())
        .isEqualTo(List.of(1L, Arrays.asList("a", null), List.of()));
  }

  @Test
  void wordsTellTheValue() {
    assertThat(literal("1.50").words()).isEqualTo("the number 1.50");
    assertThat(literal("\"a\"").words()).isEqualTo("the string 'a'");
    assertThat(literal("false").words()).isEqualTo("false");
    assertThat(literal("null").words()).isEqualTo("null");
    assertThat(literal("[1]").words()).isEqualTo("a list");
  }

  @Test
  void objectsAndNumbersBeyondFloat64AreFaults() {
    assertThat(
            Reading.faults(
                "[1, {\"a\": 1}, [1e400], 2]",
                reader -> assertThat(reader.literal("a value")).isNull()))
        .satisfiesExactly(
            fault -> assertThat(fault).contains(" /1: Expected a value, found an object."),
            fault -> assertThat(fault).contains(" /2/0: 1e400 is beyond"));
  }
}
