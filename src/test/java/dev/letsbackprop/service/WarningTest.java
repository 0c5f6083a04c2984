package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each place where numbers first stop being finite is told once, with its reason. */
class WarningTest {
  private static String warnings(String body) {
    String answer = Ask.gradients(body);
    int start = answer.indexOf(",\"warnings\":");
    return start < 0 ? "" : answer.substring(start + 12, answer.length() - 1).replace('"', '\'');
  }

  private static String of(String operation, String value) {
    return warnings(
        "{'nodes': {'x': {'value': "
            + value
            + "}, 'y': {'op': '"
            + operation
            + "', 'inputs': ['x']}}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log        | -1   | y | log gives NaN, where 'x' is -1.",
        "log        | 0    | y | log gives -Infinity, where 'x' is 0.",
        "exp        | 1000 | y | exp gives Infinity, where 'x' is 1000.",
        "reciprocal | 0    | y | reciprocal gives Infinity, where 'x' is 0.",
        "sqrt       | 0    | y | What flows back to 'x' is Infinity, where 'x' is 0.",
        "sin   | 'NaN'     | x | The value given is NaN.",
      },
      quoteCharacter = '`')
  void oneStep(String operation, String value, String node, String reason) {
    assertEquals("[{'node':'" + node + "','reason':'" + reason + "'}]", of(operation, value));
  }

  @Test
  void whatFollowsFromItIsNotToldAgain() {
    assertEquals(
        "[{'node':'y','reason':'log gives NaN at [1], where 'x' is -1.'}]",
        warnings(
            "{'nodes': {'x': {'value': [1, -1]}, 'y': {'op': 'log', 'inputs': ['x']},"
                + "'z': {'op': 'exp', 'inputs': ['y']}, 's': {'op': 'sum', 'inputs': ['z']}}}"));
  }

  @Test
  void aFlowThatIsNotFiniteNamesAllThatItIsMadeOf() {
    assertEquals(
        "[{'node':'y','reason':'What flows back to 'n' is NaN, where 'x' is -3 and 'n' is 2.'}]",
        warnings(
            "{'nodes': {'x': {'value': -3}, 'n': {'value': 2},"
                + "'y': {'op': 'power', 'inputs': ['x', 'n']}}}"));
  }

  @Test
  void aSumOfFiniteFlowsMayOverflow() {
    assertEquals(
        "[{'node':'s','reason':'add gives Infinity, where 'x' is 1e308.'}]"
            .replace("1e308", "1.0E308"),
        warnings("{'nodes': {'x': {'value': 1e308}, 's': {'op': 'add', 'inputs': ['x', 'x']}}}"));
    assertEquals(
        "[{'node':'x','reason':'The flows into 'x' add up to Infinity.'}]",
        warnings(
            "{'nodes': {'x': {'value': 0}, 's': {'op': 'add', 'inputs': ['x', 'x']}},"
                + "'upstream': 1e308}"));
  }

  @Test
  void anUpstreamThatIsNotFiniteIsToldAtTheOutput() {
    assertEquals(
        "[{'node':'s','reason':'The upstream gradient given is NaN.'}]",
        warnings(
            "{'nodes': {'x': {'value': 1}, 's': {'op': 'sin', 'inputs': ['x']}},"
                + "'upstream': 'NaN'}"));
  }

  @Test
  void operationsThatMixElementsNameThePlaceOnly() {
    assertEquals(
        "[{'node':'y','reason':'matmul gives Infinity at [0, 0], though its inputs are finite.'}]",
        warnings(
            "{'nodes': {'x': {'value': [[1e200]]}, 'y': {'op': 'matmul', 'inputs': ['x', 'x']}},"
                + "'upstream': [[0]]}"));
  }

  @Test
  void finiteNumbersWarnOfNothing() {
    assertFalse(Ask.gradients("{'nodes': {'x': {'value': 1}}}").contains("warnings"));
  }
}
