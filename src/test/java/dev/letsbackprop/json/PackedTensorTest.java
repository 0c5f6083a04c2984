package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTensorTest {
  /** 1, NaN and -0 in little-endian float64. */
  private static final String BASE64 = "AAAAAAAA8D8AAAAAAAD4fwAAAAAAAACA";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"shape\": [2, 3], \"data\": [1, 2, 3, 4, 5, \"NaN\"]}",
        "{\"data\": [1, 2, 3, 4, 5, \"NaN\"], \"shape\": [2.0, 3e0]}"
      })
  void dataComesInEitherOrder(String body) {
    assertThat(Reading.tensor(body))
        .isEqualTo(Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, Double.NaN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"shape\": [3], \"base64\": \"" + BASE64 + "\"}",
        "{\"base64\": \"" + BASE64 + "\", \"shape\": [3]}",
        "{\"base64\": \"\\u0041" + "AAAAAAA8D8AAAAAAAD4fwAAAAAAAACA\", \"shape\": [3]}"
      })
  void base64ComesInEitherOrderAndEvenEscaped(String body) {
    assertThat(Reading.tensor(body)).isEqualTo(Tensor.vector(1, Double.NaN, -0.0));
  }

  @Test
  void emptyTensorsAndScalarsCanBePacked() {
    assertThat(Reading.tensor("{\"shape\": [], \"data\": [7]}")).isEqualTo(Tensor.scalar(7));
    assertThat(Reading.tensor("{\"shape\": [], \"base64\": \"AAAAAAAA8D8=\"}"))
        .isEqualTo(Tensor.ONE);
    assertThat(Reading.tensor("{\"shape\": [5, 0], \"data\": []}").shape())
        .isEqualTo(Shape.of(5, 0));
    assertThat(Reading.tensor("{\"shape\": [0], \"base64\": \"\"}").shape()).isEqualTo(Shape.of(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'data': [1]}                        | REQUEST : A packed tensor needs 'shape'.",
        "{'shape': [1]}                       | REQUEST : A packed tensor needs 'data' or"
            + " 'base64'.",
        "{'shape': [1], 'data': [1], 'base64': 'AAAAAAAA8D8='}"
            + " | REQUEST : A packed tensor needs 'data' or 'base64', not both.",
        "{'shape': [2, 2], 'data': [1, 2, 3]} | GRAPH : The shape [2, 2] takes 4 numbers, and here"
            + " are 3 numbers.",
        "{'shape': [], 'data': []}            | GRAPH : The shape [] takes 1 number, and here are 0"
            + " numbers.",
        "{'shape': [2], 'base64': 'AAAAAAAA8D8='} | GRAPH : The shape [2] takes 2 numbers, and here"
            + " is 1 number.",
        "{'shape': 3, 'data': [1]}            | REQUEST /shape: Expected a list of sides, found the"
            + " number 3.",
        "{'shape': [-1], 'data': [1]}         | REQUEST /shape/0: Expected a side, which is an"
            + " integer from 0, found the number -1.",
        "{'shape': [1, 0.5], 'data': [1]}     | REQUEST /shape/1: Expected a side, which is an"
            + " integer from 0, found the number 0.5.",
        "{'shape': ['1'], 'data': [1]}        | REQUEST /shape/0: Expected a side, which is an"
            + " integer from 0, found the string '1'.",
        "{'shape': [1], 'data': 1}            | REQUEST /data: Expected a list of numbers, found"
            + " the number 1.",
        "{'shape': [1], 'data': [null]}       | REQUEST /data/0: Expected a number, found null.",
        "{'shape': [1], 'data': [[1]]}        | REQUEST /data/0: Expected a number, found an"
            + " array.",
        "{'shape': [1], 'data': [1], 'dtype': 'f8'} | REQUEST /dtype: Unknown property 'dtype'."
            + " Expected one of shape, data, base64.",
        "{'shape': [1], 'base64': 3}          | REQUEST /base64: Expected a string of base64, found"
            + " the number 3.",
        "{'shape': [1], 'base64': 'AAAAAAAA8D8'}  | REQUEST /base64: Base64 with its padding comes"
            + " in groups of 4 characters; these are 11.",
        "{'shape': [1], 'base64': 'AAAAAA-A8D8='} | REQUEST /base64: Not base64: see character 6 of"
            + " it, counted from 0.",
        "{'shape': [1], 'base64': 'AAAA AAA8D8='} | REQUEST /base64: Not base64: see character 4 of"
            + " it, counted from 0.",
        "{'shape': [1], 'base64': 'AAAAAAAA8D9='} | REQUEST /base64: The last character of the"
            + " base64 has bits left over.",
        "{'shape': [1], 'base64': 'AAAA'}     | REQUEST /base64: A float64 has 8 bytes, and 3 is no"
            + " multiple of 8.",
        "{'shape': [1], 'base64': 'AAAAAAA=8D8='} | REQUEST /base64: Not base64: see character 7 of"
            + " it, counted from 0.",
      })
  void whatIsWrongIsToldAtItsPlace(String body, String fault) {
    assertThat(Reading.tensorFaults(body.replace('\'', '"'))).containsExactly("INVALID_" + fault);
  }

  @Test
  void aPropertyThatStandsTwiceIsRefused() {
    assertThat(Reading.malformed("{\"shape\": [1], \"data\": [1], \"shape\": [1]}"))
        .contains("'shape' stands twice");
  }

  @Test
  void productsThatFitNoLongAreOverTheLimit() {
    assertThat(
            Reading.tensorFaults(
                "{\"shape\": [2147483647, 2147483647, 2147483647], \"data\": [1]}"))
        .containsExactly(
            "LIMIT_EXCEEDED /shape: A tensor may have 16777216 elements (limit 'tensor.elements');"
                + " this one has more than 9e18.");
    assertThat(Reading.tensorFaults("{\"shape\": [0, 3e9], \"data\": []}"))
        .containsExactly("LIMIT_EXCEEDED /shape/1: A side may be 2147483647; this one is 3e9.");
  }
}
