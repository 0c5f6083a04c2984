package dev.letsbackprop.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the playground's modules make of texts. */
class ModulesTest extends Visit {

  private void assertGives(String module, String expression, String expected) {
    String imported = "import('/playground/" + module + ".js').then(m => " + expression + ")";
    assertEquals(expected, tab().evaluate(imported).asString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          q = x + y; f = q * z                  | x y z
          a = 1\\nb = a * w # not this c         | w
          y = sum(x, axis=0, keepdims=true) + pi | x
          y = softmax(x)[1:3] @ w               | x w
          x = x + 1                             | x
          h = (a +\\n b)\\ny = h * c              | a b c
          1e5 * 2.5e-3                          | ``
          größe * Δ                             | größe Δ
          """)
  void namesThatNeedAValue(String formula, String names) {
    assertGives("formulatext", "m.freeNames('" + formula + "').join(' ')", names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": 1, "b": 2}                 | {"a": 1, "b": 2, "n": 0}
          {"x": 5, "b": 2}                 | {        "b": 2, "n": 0}
          {"b": 2, "x": [5, {"x": ","}]}   | {"b": 2                      , "n": 0}
          {"x": 5, "b": 2, "x2": "x", "y": 1} | {        "b": 2, "x2": "x"        , "n": 0}
          {"x": 5, "y": 6}                 | {              "n": 0}
          {}                               | {"n": 0}
          [1]                              | [1]
          {"a": 1                          | {"a": 1
          """)
  void membersAreTakenOutAndPutInWithoutMovingOthers(String json, String expected) {
    String dropped = "key => key === 'x' || key === 'y'";
    assertGives("jsontext", "m.edited('" + json + "', " + dropped + ", '\"n\": 0')", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"nodes": {"f": {"op": "multiply", "inputs": ["q", -2]}, "q": {"op": "exp", "inputs": ["x"]}, "x": {"value": 1.50}}} | q = exp(x);f = q * (-2) {"x":"1.50"}
          {"nodes": {"x": {"value": [1, 2]}, "s": {"op": "sum", "inputs": ["x"], "attributes": {"axis": 0}}}}                  | s = sum(x, axis=0) {"x":"[1, 2]"}
          {"formula": "a = x; b = a * a", "values": {"x": 2}}                                                                 | a = x;b = a * a {"x":"2"}
          {"nodes": {"x y": {"value": 1}, "s": {"op": "exp", "inputs": ["x y"]}}}                                              | null
          {"nodes": {"x": {"value": 1, "constant": true}, "s": {"op": "exp", "inputs": ["x"]}}}                                | null
          {"nodes": {"x": {"value": 1}, "s": {"op": "exp", "inputs": ["x"]}}, "upstream": 2}                                   | null
          {"nodes": {"x": {"value": 1}, "s": {"op": "exp", "inputs": ["x"]}, "t": {"op": "exp", "inputs": ["s"]}}, "output": "s"} | null
          """)
  void graphsBecomeFormulasWhereTheyCan(String json, String expected) {
    String told = "f.formula.replaceAll('\\n', ';') + ' ' + JSON.stringify(f.values)";
    String call = "(f => f ? " + told + " : 'null')(m.formulaOf('" + json + "'))";
    assertGives("formulaof", call, expected);
  }

  /** As the drawing shows them, so that page and drawing never say two things. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-12, −12",
    "123456, 123456",
    "1234567, 1.235e6",
    "-0.00001234567, −1.235e−5",
    "2.718281828, 2.718",
    "0.000000001, 1e−9",
    "NaN, NaN",
    "-Infinity, −∞",
    "0.30000000000000004, 0.3"
  })
  void numbersAreShort(String number, String expected) {
    assertGives("numbers", "m.short(" + number + ")", expected);
  }
}
