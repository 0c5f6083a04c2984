package dev.letsbackprop.derivation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.service.Ask;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Derivations in answers, as a lesson writes them. */
class DerivationsTest {
  private static final String ASK = ", 'include': ['derivations']}";

  private static JsonNode nodes(String model) {
    return new JsonMapper().readTree(Ask.gradients(model + ASK)).path("nodes");
  }

  private static JsonNode formula(String formula, String values) {
    return nodes("{'formula': '" + formula + "', 'values': {" + values + "}");
  }

  private static List<String> steps(JsonNode node) {
    return node.path("derivations").valueStream().map(step -> step.asString("null")).toList();
  }

  private static String partial(String by) {
    return "\\frac{\\partial f}{\\partial " + by + "}";
  }

  @Test
  void theCircuitThatEveryCourseBeginsWith() {
    JsonNode nodes = formula("q = x + y; f = q * z", "'x': -2, 'y': 5, 'z': -4");
    assertEquals(
        List.of(
            partial("q") + " = " + partial("f") + " \\cdot z = 1 \\cdot \\left(-4\\right) = -4",
            partial("z") + " = " + partial("f") + " \\cdot q = 1 \\cdot 3 = 3"),
        steps(nodes.path("f")));
    assertEquals(partial("x") + " = " + partial("q") + " = -4", steps(nodes.path("q")).get(0));
    assertEquals("df/dq", nodes.path("q").path("meaning").stringValue());
    assertEquals("df/dx", nodes.path("x").path("meaning").stringValue());
    assertTrue(nodes.path("f").path("reason").stringValue().startsWith("Moving a factor"));
    assertFalse(nodes.path("x").has("derivations") || nodes.path("x").has("reason"));
    assertFalse(nodes.path("x").has("accumulation"));
  }

  @Test
  void aBranchIsASumAndItsPartsSayWhereTheyComeFrom() {
    JsonNode nodes = formula("b = a * a; f = b + a", "'a': 3");
    String first = "\\text{via } b,\\ \\text{input } 0";
    String second = "\\text{via } b,\\ \\text{input } 1";
    String product = partial("b") + " \\cdot a";
    assertEquals(
        partial("a")
            + (" = \\underbrace{" + partial("f") + "}_{\\text{via } f}")
            + (" + \\underbrace{" + product + "}_{" + first + "}")
            + (" + \\underbrace{" + product + "}_{" + second + "} = 1 + 3 + 3 = 7"),
        nodes.path("a").path("accumulation").stringValue());
    assertEquals(
        "\\left." + partial("a") + "\\right|_{" + first + "} = " + product + " = 1 \\cdot 3 = 3",
        steps(nodes.path("b")).get(0));
  }

  @Test
  void sigmoidIsShortInTheNameOfItsOwnValue() {
    JsonNode nodes = formula("a = sigmoid(z); f = 2 * a", "'z': 0");
    assertEquals(
        partial("z")
            + (" = " + partial("a") + " \\cdot a \\cdot \\left(1 - a\\right)")
            + " = 2 \\cdot 0.5 \\cdot \\left(1 - 0.5\\right) = 0.5",
        steps(nodes.path("a")).get(0));
    assertEquals("null", steps(nodes.path("f")).get(0));
  }

  @Test
  void lossesOfScalarsAreWorkedOutLikeAnythingElse() {
    JsonNode nodes = formula("f = mean_squared_error(p, t)", "'p': 3, 't': 5");
    assertEquals(
        partial("p")
            + (" = " + partial("f") + " \\cdot 2 \\cdot \\left(p - t\\right)")
            + " = 1 \\cdot 2 \\cdot \\left(3 - 5\\right) = -4",
        steps(nodes.path("f")).get(0));
    JsonNode mean = formula("f = mean(x) * sum(x)", "'x': 3");
    assertEquals(
        "\\left."
            + partial("x")
            + "\\right|_{\\text{via } \\text{mean(x)}} = "
            + partial("\\left(\\text{mean(x)}\\right)")
            + " = 3",
        steps(mean.path("mean(x)")).get(0));
  }

  @Test
  void matricesHaveTheirShapesBelow() {
    JsonNode nodes =
        formula("y = x @ W + b; f = sum(y)", "'x': [[1, 2]], 'W': [[3], [4]], 'b': [5]");
    assertEquals(
        "\\underset{[1, 2]}{"
            + partial("x")
            + "} = \\underset{[1, 1]}{"
            + partial("\\left(\\text{x @ W}\\right)")
            + "} \\, \\underset{[2, 1]}{W}^{\\top}",
        steps(nodes.path("x @ W")).get(0));
    String bias =
        steps(formula("y = x + b; f = sum(y)", "'x': [[1, 2], [3, 4]], 'b': [5, 6]").path("y"))
            .get(1);
    assertEquals(
        "\\underset{[2]}{"
            + partial("b")
            + "} = \\sum_{\\text{axis }0}\\left(\\underset{[2, 2]}{"
            + partial("y")
            + "}\\right)",
        bias);
  }

  @Test
  void namesOfStepsWithoutOneAreTextInBrackets() {
    JsonNode nodes = formula("f = tanh(w * x)", "'w': 0, 'x': 2");
    assertEquals("df/d(w * x)", nodes.path("w * x").path("meaning").stringValue());
    assertTrue(
        steps(nodes.path("f"))
            .get(0)
            .startsWith("\\frac{\\partial f}{\\partial \\left(\\text{w * x}\\right)} = "));
  }

  @Test
  void namesThatWouldLookAlikeStandAsTheyAre() {
    JsonNode nodes = formula("f = w1 * w_1 * v_1", "'w1': 1, 'w_1': 2, 'v_1': 3");
    assertEquals(
        partial("\\mathit{w1}")
            + (" = " + partial("\\left(\\text{w1 * w\\_1}\\right)"))
            + " \\cdot \\mathit{w\\_1} = 3 \\cdot 2 = 6",
        steps(nodes.path("w1 * w_1")).get(0));
    assertTrue(steps(nodes.path("f")).get(0).contains("\\cdot v_{1} = "));
  }

  @Test
  void anUpstreamGradientIsThatOfALossFurtherOn() {
    String model = "{'formula': 'y = 3 * x', 'values': {'x': 2}, 'upstream': 5";
    assertEquals("dL/dx", nodes(model).path("x").path("meaning").stringValue());
    JsonNode clash = nodes(model.replace('x', 'L'));
    assertEquals("dℒ/dL", clash.path("L").path("meaning").stringValue());
    assertEquals(
        "\\frac{\\partial \\mathcal{L}}{\\partial L} ="
            + " \\frac{\\partial \\mathcal{L}}{\\partial y} \\cdot 3 = 5 \\cdot 3 = 15",
        steps(clash.path("y")).get(1));
  }

  @Test
  void whereNothingFlowsThereIsNull() {
    JsonNode nodes =
        nodes(
            "{'output': 'f', 'nodes': {'x': {'value': 2}, 'c': {'value': 1, 'constant': true},"
                + "'g': {'op': 'greater', 'inputs': ['x', 'c']},"
                + "'f': {'op': 'where', 'inputs': ['g', 'x', 'c']},"
                + "'u': {'op': 'square', 'inputs': ['x']}}");
    assertEquals(List.of("null", "null"), steps(nodes.path("g")));
    assertEquals("null", steps(nodes.path("f")).get(0));
    assertEquals("null", steps(nodes.path("f")).get(2));
    assertEquals(List.of("null"), steps(nodes.path("u")));
    assertEquals("df/du", nodes.path("u").path("meaning").stringValue());
    assertFalse(nodes.path("x").has("accumulation"));
  }

  @Test
  void withWrtTheSumIsThatOfAllConsumers() {
    JsonNode all = formula("b = a * a; f = b + a", "'a': 3");
    JsonNode some = nodes("{'formula': 'b = a * a; f = b + a', 'values': {'a': 3}, 'wrt': ['a']");
    assertEquals(all.path("a"), some.path("a"));
    assertEquals(all.path("f"), some.path("f"));
    assertEquals(2, some.size());
  }

  @Test
  void derivationsHaveALimit() {
    assertDoesNotThrow(() -> Ask.gradients(chain(50_000) + ASK));
    assertEquals(
        List.of(
            ": The limit 'model.derivations' is 50000 inputs, where a step names each of its"
                + " inputs towards each of them; these derivations name 50001. Ask for fewer nodes"
                + " in 'wrt', or leave derivations out of 'include'."),
        Ask.faults(chain(50_001) + ASK));
    assertDoesNotThrow(() -> Ask.gradients(chain(50_001) + ", 'wrt': ['n7']" + ASK));
  }

  private static String chain(int steps) {
    StringBuilder nodes = new StringBuilder("{'nodes': {'n0': {'value': 0.5}");
    for (int i = 1; i <= steps; i++) {
      nodes.append(", 'n" + i + "': {'op': 'sin', 'inputs': ['n" + (i - 1) + "']}");
    }
    return nodes.append('}').toString();
  }
}
