package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.limit.Tight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each limit, at it and one over it. */
class ReadLimitsTest {
  /** Bytes 60, depth 5, digits 6, string 7, name 4, tokens 12, rank 3, elements 4, items 3. */
  private static final Limits TIGHT = Tight.reading(60, 5, 6, 7, 4, 12, 3, 4, 3);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[[[[[]]]]]       | [[[[[[]]]]]]       | nested 5 deep (limit 'json.depth'), and",
        "[-1234.5e6]      | [-12345.5e6]       | may have 6 digits (limit 'json.digits'), and this"
            + " has 7",
        "[123456]         | [1234567]          | may have 6 digits (limit 'json.digits'), and this"
            + " has 7",
        "{\"é234\": 1}    | {\"é2345\": 1}     | name may have 4 characters (limit 'json.name'),"
            + " and this has 5",
        "[1,2,3,4,5,6,7,8,9,0] | [1,2,3,4,5,6,7,8,9,0,1] | may hold 12 names, values and brackets"
            + " (limit 'json.tokens')",
      })
  void whatTheParserHoldsToEndsTheReading(String at, String over, String sentence) {
    JsonReader.of(Reading.bytes(at), TIGHT, new Faults()).end();
    Fault fault = Reading.refused(Reading.bytes(over), TIGHT);
    assertThat(fault.kind()).isEqualTo(Fault.Kind.MALFORMED_JSON);
    assertThat(fault.detail()).contains(sentence).contains("Over a limit");
  }

  @Test
  void stringsThatAreReadHaveALimit() {
    JsonReader reader = JsonReader.of(Reading.bytes("\"123456é\""), TIGHT, new Faults());
    assertThat(reader.string("text")).isEqualTo("123456é");
    JsonReader over = JsonReader.of(Reading.bytes("\"1234567é\""), TIGHT, new Faults());
    assertThatThrownBy(() -> over.string("text"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(
            "a string may have 7 characters (limit 'json.string'), and this has 8");
  }

  @Test
  void aBodyHasALimitInBytes() {
    JsonReader.of(Reading.bytes(" ".repeat(58) + "{}"), TIGHT, new Faults()).end();
    assertThat(Reading.refused(Reading.bytes(" ".repeat(59) + "{}"), TIGHT))
        .isEqualTo(
            new Fault(
                Fault.Kind.BODY_TOO_LARGE,
                "",
                "The body may have 60 bytes (limit 'json.bytes'); it has 61.",
                Limit.BODY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1,2,3,4]      | [1,2,3,4,5]        | : A tensor may have 4 elements (limit"
            + " 'tensor.elements'); this one has 5.",
        "[[[1]]]        | [[[[1]]]]          | : A tensor may have 3 axes (limit 'tensor.rank');"
            + " this one has 4.",
        "[[[1]]]        | [[[[[]]]]]         | : A tensor may have 3 axes (limit 'tensor.rank');"
            + " this one has 5.",
        "{\"data\":[1,2,3,4],\"shape\":[4]} | {\"data\":[1,2,3,4,5],\"shape\":[1]}"
            + " | /data: A tensor may have 4 elements (limit 'tensor.elements'); this one has 5.",
        "{\"shape\":[2,2],\"data\":[1,2,3,4]} | {\"shape\":[5,1],\"data\":[1]}"
            + " | /shape: A tensor may have 4 elements (limit 'tensor.elements'); this one has 5.",
        "{\"shape\":[1,1,1],\"data\":[1]} | {\"shape\":[1,1,1,1],\"data\":[1]}"
            + " | /shape: A tensor may have 3 axes (limit 'tensor.rank'); this one has 4.",
      })
  void tensorsOverTheirLimitsAreFaults(String at, String over, String fault) {
    Limits limits = Tight.reading(60, 5, 6, 60, 10, 99, 3, 4, 3);
    assertThat(Reading.faults(at, limits, reader -> reader.tensor("a tensor"))).isEmpty();
    assertThat(Reading.tensorFaults(over, limits)).containsExactly("LIMIT_EXCEEDED " + fault);
  }

  @Test
  void base64OverItsLimitIsAFault() {
    Limits limits = Tight.reading(999, 5, 6, 99, 10, 99, 3, 1, 3);
    String twoNumbers = "{\"shape\": [1], \"base64\": \"AAAAAAAA8D8AAAAAAADwPw==\"}";
    assertThat(Reading.tensorFaults(twoNumbers, limits))
        .containsExactly(
            "LIMIT_EXCEEDED /base64: A tensor may have 1 elements (limit 'tensor.elements'); this"
                + " one has 2.");
  }

  @Test
  void attributesOverTheirLimitAreFaults() {
    assertThat(Reading.faults("[1, []]", TIGHT, reader -> reader.literal("x"))).isEmpty();
    List<String> faults =
        Reading.faults("[1, [2]]", TIGHT, reader -> assertThat(reader.literal("a value")).isNull());
    assertThat(faults)
        .containsExactly(
            "LIMIT_EXCEEDED : An attribute may have 3 values (limit 'json.attribute'); this one has"
                + " 4.");
  }

  @Test
  void noLimitLetsTheStackOverflow() {
    assertThatThrownBy(() -> Tight.reading(60, 1_001, 6, 7, 4, 12, 3, 4, 3))
        .isInstanceOf(IllegalArgumentException.class);
    Limits deep = Tight.reading(9_999, 1_000, 6, 7, 4, 9_999, 3, 4, 9_999);
    String body = "[".repeat(1_000) + "]".repeat(1_000);
    assertThat(Reading.faults(body, deep, reader -> reader.literal("a value"))).isEmpty();
    assertThat(Reading.tensorFaults(body, deep).get(0)).contains("this one has 1000.");
  }
}
