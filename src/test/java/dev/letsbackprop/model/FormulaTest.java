package dev.letsbackprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.service.Ask;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A formula becomes the graph that its nodes would have been written as. */
class FormulaTest {
  private static final String XYZ = "'x': -2, 'y': 5, 'z': -4";

  @Test
  void theLessonsExample() {
    assertEquals(
        Ask.gradients(
            "{'nodes': {'x': {'value': -2}, 'y': {'value': 5}, 'z': {'value': -4},"
                + "'q': {'op': 'add', 'inputs': ['x', 'y']},"
                + "'f': {'op': 'multiply', 'inputs': ['q', 'z']}}, 'output': 'f'}"),
        Ask.gradients(FormulaAsk.body("q = x + y; f = q * z", XYZ, ""), Limits.DEFAULT));
  }

  @Test
  void anUnnamedStepIsCalledByItsText() {
    assertEquals(
        List.of("w", "x", "w * x", "sigmoid(w * x)"),
        FormulaAsk.names("sigmoid(w*x)", "'w': 2, 'x': 3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x+y                        | x + y",
        "((x)) + (y)                | x + y",
        "x^2                        | x ** 2",
        "x - (y - z)                | x - (y - z)",
        "(x - y) - z                | x - y - z",
        "(x ** y) ** z              | (x ** y) ** z",
        "x ** (y ** z)              | x ** y ** z",
        "x ** (-y)                  | x ** -y",
        "(-x) ** 2                  | (-x) ** 2",
        "-(x * y)                   | -(x * y)",
        "+x * +y                    | x * y",
        "x + -2.50                  | x + -2.50",
        "sum( x ,axis = None )      | sum(x, axis=null)",
        "sum(x, keepdims=True,)     | sum(x, keepdims=true)",
        "exp  (x)                   | exp(x)",
        "mul(x , y)                 | mul(x, y)",
        "reshape(x, shape=( 1,))    | reshape(x, shape=[1])",
      })
  void theTextIsCanonical(String formula, String name) {
    assertEquals(name, FormulaAsk.names("r = sum(" + formula + ")", XYZ).get(last(formula, 1)));
  }

  /** The place of the step before the result. */
  private static int last(String formula, int fromEnd) {
    return FormulaAsk.names("r = sum(" + formula + ")", XYZ).size() - 1 - fromEnd;
  }

  @Test
  void theSameTextIsTheSameNode() {
    JsonNode nodes = FormulaAsk.nodes("(x+y) * (x + y)", XYZ);
    assertEquals(List.of("x", "y", "z", "x + y", "(x + y) * (x + y)"), names(nodes));
    assertEquals(6, nodes.get("x").get("gradient").doubleValue());
  }

  private static List<String> names(JsonNode nodes) {
    return List.copyOf(nodes.propertyNames());
  }

  @Test
  void anAssignmentIsANodeOfItsOwn() {
    assertEquals(
        List.of("x", "y", "z", "q", "x + y", "f"),
        FormulaAsk.names("q = x + y; f = q * (x + y)", XYZ));
  }

  @Test
  void aNumberThatIsAssignedIsALeafAndHasAGradient() {
    JsonNode nodes = FormulaAsk.nodes("x = -2; y = 5\nz = -4; q = x + y; f = q * z", "");
    assertEquals(List.of("x", "y", "z", "q", "f"), names(nodes));
    assertEquals(-4, nodes.get("x").get("gradient").doubleValue());
    assertEquals(3, nodes.get("z").get("gradient").doubleValue());
  }

  @Test
  void aNameThatIsAssignedIsABranch() {
    JsonNode nodes = FormulaAsk.nodes("a = x; f = a * a", XYZ);
    assertEquals("branch", nodes.get("a").get("op").stringValue());
    assertEquals(-4, nodes.get("x").get("gradient").doubleValue());
  }

  @Test
  void numbersAreUnnamedConstants() {
    JsonNode nodes = FormulaAsk.nodes("f = x * -3 + pi", XYZ);
    assertEquals("[\"x\",-3]", nodes.get("x * -3").get("inputs").toString());
    assertEquals("[\"x * -3\",3.141592653589793]", nodes.get("f").get("inputs").toString());
  }

  @Test
  void theLastStatementIsTheOutputUnlessOneIsNamed() {
    assertEquals("q", output("f = x * y; q = x + y; ; # end\n", ""));
    assertEquals("f", output("f = x * y; q = f + y; f", ""));
    assertEquals("f", output("f = x * y; q = f + y", ", 'output': 'f'"));
    assertEquals("x * y", output("f = x * y + z", ", 'output': 'x * y'"));
  }

  private static String output(String formula, String more) {
    String answer = Ask.gradients(FormulaAsk.body(formula, XYZ, more), Limits.DEFAULT);
    return answer.substring(11, answer.indexOf('"', 11));
  }

  @Test
  void linesCommentsAndParenthesesAreAsInPython() {
    assertEquals(
        -12,
        FormulaAsk.value(
            "# the lesson\r\nq = (x # first\n  # and\n\n + y)\rf = multiply(\n  q,\n  z)\n", XYZ));
  }

  @Test
  void attributesAreGivenByName() {
    JsonNode nodes =
        FormulaAsk.nodes(
            "s = sum(m, axis=-1, keepdims=true)\n"
                + "L = softmax_with_loss(m, t, reduction='sum') + sum(reshape(s, shape=[1, -1]))",
            "'m': [[1, 2], [3, 4]], 't': [0, 1]");
    assertEquals("{\"axis\":-1,\"keepdims\":true}", nodes.get("s").get("attributes").toString());
    assertEquals(
        "{\"reduction\":\"sum\"}",
        nodes.get("softmax_with_loss(m, t, reduction='sum')").get("attributes").toString());
  }

  @Test
  void anOperationsNameMayAlsoNameANode() {
    assertEquals(9, FormulaAsk.value("sum = x + y; f = sum * sum", XYZ));
  }

  @Test
  void namesAreInAnyScript() {
    assertEquals(
        List.of("θ₁", "größe", "x̂", "重み", "θ₁ * größe", "θ₁ * größe * x̂", "f"),
        FormulaAsk.names("f = θ₁ * größe * x̂ * 重み", "'θ₁': 1, 'größe': 2, 'x̂': 3, '重み': 4"));
  }

  @Test
  void aValueThatNothingUsesIsALeafAllTheSame() {
    JsonNode nodes = FormulaAsk.nodes("x * y", XYZ);
    assertEquals(0, nodes.get("z").get("gradient").doubleValue());
  }

  @Test
  void aLongTextIsANumberedName() {
    String sum = "x + y" + " + x * y".repeat(30);
    List<String> names = FormulaAsk.names("exp(" + sum + ") * (" + sum + ")", XYZ);
    assertEquals("exp(#2) * #2", names.getLast());
    assertTrue(names.contains("#1 + x * y"), names.toString());
    assertTrue(names.stream().allMatch(name -> name.length() <= Steps.LONGEST_TEXT));
  }
}
