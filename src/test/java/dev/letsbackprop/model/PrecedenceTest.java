package dev.letsbackprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Formulas mean what they mean in Python, whose numbers these are. */
class PrecedenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-x ** 2           | -9",
        "-x ^ 2            | -9",
        "(-x) ** 2         | 9",
        "--x ** 2          | 9",
        "2 ** -1 + 0*x     | 0.5",
        "2 ** 3 ** 2 + 0*x | 512",
        "2 ** -1 ** 2 * x  | 1.5",
        "2 ** -2 * 8 + 0*x | 2",
        "x ** 2 ** 0.5     | 4.728804387837416",
        "2**x**0           | 2",
        "8 / 2 / x         | 1.3333333333333333",
        "10 - 4 - x        | 3",
        "6 / 2 * x         | 9",
        "-3 * -x           | 9",
        "2 - -x            | 5",
        "2 * x ** 2        | 18",
        "(2 * x) ** 2      | 36",
        "- - x             | 3",
        "5 - +x            | 2",
        "1 - 2 * x + 4     | -1",
        "-(x + 1) * 2      | -8",
        ".5 + 5. + x       | 8.5",
        "1_000 + 1e-3 * x  | 1000.003",
        "1E2 * x           | 300",
        "pi * x            | 9.42477796076938",
        "-pi ** 2 * x      | -29.608813203268074",
      })
  void operators(String formula, double expected) {
    assertEquals(expected, FormulaAsk.value(formula, "'x': 3"));
  }

  static List<String> python() throws IOException {
    InputStream file = PrecedenceTest.class.getResourceAsStream("/formulas/python.tsv");
    assertNotNull(file);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  /** The output is called by its canonical text, so that its structure is compared as well. */
  @ParameterizedTest
  @MethodSource("python")
  void drawnAtRandom(String line) {
    List<String> columns = List.of(line.split("\t"));
    String values = "'x': 2.5, 'y': -1.5, 'z': 0.75, 'w': 3";
    double expected = Double.parseDouble(columns.get(2));
    double found = FormulaAsk.value(columns.get(0), values);
    assertEquals(expected, found, 1e-12 * Math.abs(expected));
    assertEquals(columns.get(1), FormulaAsk.names(columns.get(0), values).getLast());
  }

  @Test
  void matmulBindsAsTimesDoes() {
    assertEquals(
        List.of("A", "v", "A @ v", "2 * A", "2 * A @ v", "A @ v + 2 * A @ v", "s"),
        FormulaAsk.names("s = sum(A @ v + 2 * A @ v)", "'A': [[1, 2], [3, 4]], 'v': [1, 1]")
            .stream()
            .map(name -> name.startsWith("sum(") ? "s" : name)
            .toList());
  }
}
