package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestedTensorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5                      | []",
        "[]                     | [0]",
        "[1, 2, 3]              | [3]",
        "[[], []]               | [2, 0]",
        "[[[]], [[]]]           | [2, 1, 0]",
        "[[1, 2, 3], [4, 5, 6]] | [2, 3]",
        "[[[1], [2]], [[3], [4]], [[5], [6]]] | [3, 2, 1]",
      })
  void shapesAreReadOffTheBrackets(String body, String shape) {
    Tensor tensor = Reading.tensor(body);
    assertThat(tensor.shape()).hasToString(shape);
    for (int i = 0; i < tensor.size() && tensor.rank() > 0; i++) {
      assertThat(tensor.at(i)).isEqualTo(i + 1);
    }
  }

  @Test
  void nonFiniteNumbersAreStringsHoweverEscaped() {
    assertThat(Reading.tensor("[\"NaN\", \"Infinity\", \"-Infinity\", \"\\u004eaN\", -0]"))
        .isEqualTo(
            Tensor.vector(
                Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, -0.0));
    assertThat(Reading.tensor("\"-Infinity\"")).isEqualTo(Tensor.scalar(Double.NEGATIVE_INFINITY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[1, 2, 3], [4, 5], [6]]     | /1: Row 1 has 2 entries, row 0 has 3",
        "[[1], []]                    | /1: Row 1 has 0 entries, row 0 has 1",
        "[[], [1]]                    | /1: Row 1 has 1 entry, row 0 has 0",
        "[[[1, 2]], [[3]]]            | /1/0: Row 0 has 1 entry, the rows before it have 2",
        "[[[1]], [[2], [3]]]          | /1: Row 1 has 2 entries, row 0 has 1",
        "[[1], 2, [3]]                | /1: Entry 1 is a number where the entries before it are"
            + " arrays",
        "[1, [2]]                     | /1: Entry 1 is an array where the entries before it are"
            + " numbers",
        "[[[1]], [2]]                 | /1/0: Entry 0 is a number where the entries before it are"
            + " arrays",
      })
  void raggedArraysAreRefusedWhereTheyFirstDiffer(String body, String fault) {
    assertThat(Reading.tensorFaults(body))
        .containsExactly("INVALID_GRAPH " + fault + ": a tensor is rectangular.");
  }

  @Test
  void allFaultsOfATensorAreFoundAndTheRestOfTheBodyToo() {
    String body =
        "{\"a\": [[1, null], [\"2\", 1e999], [true, {\"x\": [1]}], [1]], \"b\": [[\"inf\"]]}";
    assertThat(
            Reading.faults(
                body,
                reader ->
                    reader.entries(
                        "nodes", name -> assertThat(reader.tensor("a tensor")).isNull())))
        .satisfiesExactly(
            fault -> assertThat(fault).contains(" /a/0/1: Expected a number, found null."),
            fault -> assertThat(fault).contains(" /a/1/0: ").contains("without quotes"),
            fault -> assertThat(fault).contains(" /a/1/1: 1e999 is beyond float64"),
            fault -> assertThat(fault).contains(" /a/2/0: Expected a number, found true."),
            fault -> assertThat(fault).contains(" /a/2/1: Expected a number, found an object."),
            fault -> assertThat(fault).contains("INVALID_GRAPH /a/3: Row 3 has 1 entry"),
            fault -> assertThat(fault).contains(" /b/0/0: ").contains("\"-Infinity\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null    | Expected a tensor, found null.",
        "false   | Expected a tensor, found false.",
        "\"2\"   | Expected a tensor, found the string '2': numbers are written without quotes.",
        "\"-1e5\" | Expected a tensor, found the string '-1e5': numbers are written without"
            + " quotes.",
        "\"\"    | Expected a tensor, found the string ''; the numbers that are not finite are"
            + " \"NaN\", \"Infinity\" and \"-Infinity\".",
      })
  void whatIsNoTensorIsAFault(String body, String sentence) {
    assertThat(Reading.tensorFaults(body)).containsExactly("INVALID_REQUEST : " + sentence);
  }

  @Test
  void largeTensorsGrowWithoutLosingAnything() {
    StringBuilder body = new StringBuilder("[");
    for (int i = 0; i < 100_000; i++) {
      body.append(i == 0 ? "" : ",").append('[').append(i).append(',').append(-i).append(']');
    }
    Tensor tensor = Reading.tensor(body.append(']').toString());
    assertThat(tensor.shape()).isEqualTo(Shape.of(100_000, 2));
    for (int i = 1; i < 100_000; i++) {
      assertThat(tensor.at(2 * i)).isEqualTo(i);
      assertThat(tensor.at(2 * i + 1)).isEqualTo(-i);
    }
  }
}
