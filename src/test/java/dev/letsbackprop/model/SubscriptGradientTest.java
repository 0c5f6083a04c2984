package dev.letsbackprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Subscripts from the text to the gradient; values are NumPy's, gradients worked out by hand. */
class SubscriptGradientTest {
  private static final String VALUES =
      "'x': [1, 2, 3, 4], 'm': [[1, 2, 3], [4, 5, 6]], 'w': [1, 10, 100, 1000]";

  /** Each result is weighted where that tells one place from another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum(x[:-1] * x[1:])      | 20    | x | [2,4,6,3]",
        "x[0] * x[-1]             | 4     | x | [4,0,0,1]",
        "sum(x[::-1] * w)         | 1234  | x | [1000,100,10,1]",
        "sum(x[::2] * w[:2])      | 31    | x | [1,0,10,0]",
        "sum(x[3:0:-2] * w[:2])   | 24    | x | [0,10,0,1]",
        "sum(x[-2:] * w[:2])      | 43    | x | [0,0,1,10]",
        "sum(x[1:99] * w[:3])     | 432   | x | [0,1,10,100]",
        "sum(x[2:2]) + x[0]       | 1     | x | [1,0,0,0]",
        "m[1, 0]                  | 4     | m | [[0,0,0],[1,0,0]]",
        "m[-1, -1] ** 2           | 36    | m | [[0,0,0],[0,0,12]]",
        "sum(m[1] * w[:3])        | 654   | m | [[0,0,0],[1,10,100]]",
        "sum(m[:, 1] * w[:2])     | 52    | m | [[0,1,0],[0,10,0]]",
        "sum(m[:, ::-1][0] * w[:3]) | 123 | m | [[100,10,1],[0,0,0]]",
        "sum(m[0:1, 1:] * w[:2])  | 32    | m | [[0,1,10],[0,0,0]]",
        "m[1][0] * m[0, 1]        | 8     | m | [[0,4,0],[2,0,0]]",
      })
  void valueAndGradient(String formula, double value, String leaf, String gradient) {
    assertEquals(value, FormulaAsk.value(formula, VALUES));
    JsonNode nodes = FormulaAsk.nodes(formula, VALUES);
    assertEquals(gradient, nodes.get(leaf).get("gradient").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "m[1], [3]",
    "'m[:, 1]', [2]",
    "m[1:], '[1,3]'",
    "'m[1, 1:]', [2]",
    "'m[:, :]', '[2,3]'"
  })
  void anIndexTakesItsAxisAway(String formula, String shape) {
    JsonNode nodes = FormulaAsk.nodes("r = " + formula + "; sum(r)", VALUES);
    assertEquals(shape, nodes.get("r").get("shape").toString());
  }

  /** The column is that of the {@code ‸}, which is taken out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum(x[‸4]) | There is no index 4 along axis 0: from -4 to 3.",
        "x[‸-5] | There is no index -5 along axis 0: from -4 to 3.",
        "m[1, ‸3] | There is no index 3 along axis 1: from -3 to 2.",
        "x[0, ‸1] | Axis 1 is out of range for rank 1: from -1 to 0.",
        "sum(m[:, :, ‸1:]) | Axis 2 is out of range for rank 2: from -2 to 1.",
        "sum(x[‸::0]) | A step of 0 leads nowhere.",
      })
  void outOfRange(String marked, String sentence) {
    int column = marked.indexOf('‸');
    String formula = marked.replace("‸", "");
    String caret = " ".repeat(column) + "^";
    assertEquals(
        List.of(
            "/formula: Line 1, column %d: %s\n%s\n%s"
                .formatted(column + 1, sentence, formula, caret)),
        FormulaAsk.faults(formula, VALUES));
  }
}
