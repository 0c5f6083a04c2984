package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.limit.Tight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to check gradients, and what their answers say. */
class GradientCheckTest {
  private static JsonNode check(String body) {
    return new JsonMapper().readTree(Ask.gradientChecks(body));
  }

  private static JsonNode of(String formula, String values) {
    return check("{'formula': 'f = " + formula + "', 'values': " + values + ", 'wrt': ['x']}")
        .path("nodes")
        .path("x");
  }

  @Test
  void leavesAndComputedNodesAgree() {
    JsonNode answer =
        check("{'formula': 'q = x + y; f = q * z', 'values': {'x': -2, 'y': 5, 'z': -4}}");
    assertEquals("agrees", answer.path("verdict").stringValue());
    assertEquals(
        List.of("x", "y", "z", "q", "f"), List.copyOf(answer.path("nodes").propertyNames()));
    JsonNode q = answer.path("nodes").path("q");
    assertEquals(-4, q.path("analytic").asDouble());
    assertEquals(-4, q.path("numeric").asDouble(), 1e-9);
    assertFalse(q.has("findings"));
  }

  @Test
  void errorsSayWhereTheyAreTheLargest() {
    JsonNode answer =
        check(
            "{'formula': 'f = x ** 4', 'values': {'x': [[1, 0], [2, 10]]},"
                + "'upstream': [[1, 1], [1, 1]], 'wrt': ['x'], 'step': 0.01}");
    JsonNode x = answer.path("nodes").path("x");
    // ((x + h)⁴ - (x - h)⁴) / 2h is 4x³ + 4xh².
    assertEquals("[1,1]", x.path("absoluteError").path("index").toString());
    assertEquals(4 * 10 * 1e-4, x.path("absoluteError").path("value").asDouble(), 1e-9);
    assertEquals("[0,0]", x.path("relativeError").path("index").toString());
    assertEquals(4e-4 / 4.0004, x.path("relativeError").path("value").asDouble(), 1e-11);
  }

  @Test
  void theStepSuitsTheNumber() {
    double one = StrictMath.cbrt(0x1p-52);
    assertEquals(one, of("exp(x)", "{'x': 0.5}").path("step").asDouble());
    assertEquals(3 * one, of("exp(x)", "{'x': -3}").path("step").asDouble());
    assertEquals(1e-9 * one, of("log(x)", "{'x': 1e-9}").path("step").asDouble(), 1e-29);
  }

  @Test
  void theUpstreamWeighsTheOutput() {
    JsonNode answer =
        check(
            "{'formula': 'f = x * x', 'values': {'x': [1, 2]}, 'upstream': [10, -1], 'wrt':"
                + " ['x']}");
    JsonNode numeric = answer.path("nodes").path("x").path("numeric");
    assertEquals(20, numeric.get(0).asDouble(), 1e-8);
    assertEquals(-4, numeric.get(1).asDouble(), 1e-8);
  }

  @Test
  void aStepThatIsAskedForIsTaken() {
    JsonNode answer =
        check("{'formula': 'f = x ** 3', 'values': {'x': 2}, 'wrt': ['x'], 'step': 0.5}");
    JsonNode x = answer.path("nodes").path("x");
    // (2.5³ - 1.5³) / 1, where the slope is 12.
    assertEquals(12.25, x.path("numeric").asDouble());
    assertEquals(0.5, x.path("step").asDouble());
    assertEquals("inconclusive", x.path("verdict").stringValue());
    assertEquals(
        "x: the gradient says 12, the differences say 12.25, give or take 0.25.",
        x.path("findings").get(0).stringValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "relu(x)           | [1, 2, 0]  | x[2] | relu    | 0 and 1      | 0",
        "abs(x)            | [0]        | x[0] | abs     | -1 and 1     | 0",
        "leaky_relu(x)     | [0]        | x[0] | leaky_relu | 0.01 and 1 | 0.01",
        "clip(x, min=1, max=2) | [3, 2] | x[1] | clip    | 1 and 0      | 1",
        "maximum(x, 0.25)  | [0.25]     | x[0] | maximum | 0 and 1      | 0.5",
        "exp(relu(sin(x))) | [0]        | x[0] | relu    | 0 and 1      | 0",
      })
  void kinksAreNamedAndNotBlamed(
      String function, String x, String where, String operation, String sides, String gradient) {
    JsonNode check =
        check(
                "{'formula': 'h = "
                    + function
                    + "; f = sum(h)', 'values': {'x': "
                    + x
                    + "}, 'wrt': ['x']}")
            .path("nodes")
            .path("x");
    assertEquals("kink", check.path("verdict").stringValue(), check::toString);
    String finding = check.path("findings").get(0).stringValue();
    assertTrue(finding.startsWith(where + " sits at the kink of " + operation + " at '"), finding);
    assertTrue(
        finding.matches(
            ".*slopes are ("
                + approximately(sides)
                + "), and the gradient says "
                + gradient
                + "\\."),
        finding);
    assertEquals(1, check.path("findings").size());
  }

  /** One-sided slopes of what is curved beside the kink are near these numbers. */
  private static String approximately(String sides) {
    return sides + "|0 and 1.00000\\d+";
  }

  /** Waves, poles and kinks within the usual step, and numbers that are large beside both. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sin(x)         | 1e6             | agrees",
        "sin(x)         | 12345678.9      | agrees",
        "cos(x)         | 1e8             | agrees",
        "1 / (x - 1)    | 1.000001        | agrees",
        "tan(x)         | 1.570796        | agrees",
        "abs(x - 1)     | 1.0000001       | agrees",
        "floor(x)       | 2.000001        | agrees",
        "x ** y         | -2              | agrees",
        "sin(x)         | 1e15            | inconclusive",
        "round(x)       | 1000000.5       | inconclusive",
        "sign(x)        | 0               | kink",
        "sign(x - 2)    | 2               | kink",
      })
  void whatIsRightIsNotBlamed(String function, String x, String verdict) {
    JsonNode check =
        check(
                "{'formula': 'f = "
                    + function
                    + "', 'values': {'x': "
                    + x
                    + (function.contains("y") ? ", 'y': 3" : "")
                    + "}, 'wrt': ['x']}")
            .path("nodes")
            .path("x");
    assertEquals(verdict, check.path("verdict").stringValue(), check::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "x ** 2, 3, 1e155",
    "x ** 2, 3, 1e308",
    "x ** 4, 3, 1e100",
    "sin(x), 1, 1000",
    "sigmoid(x), 1, 1e6"
  })
  void aStepThatIsTooLargeBlamesNothing(String function, String x, String step) {
    String verdict =
        check(
                "{'formula': 'f = "
                    + function
                    + "', 'values': {'x': "
                    + x
                    + "}, 'wrt': ['x'], 'step': "
                    + step
                    + "}")
            .path("nodes")
            .path("x")
            .path("verdict")
            .stringValue();
    assertTrue(verdict.equals("inconclusive") || verdict.equals("not_finite"), verdict);
  }

  /** Both slopes are 1, and what follows the conventions of two kinks gives 0. */
  @Test
  void kinksThatCancelAreFoundInside() {
    JsonNode x = of("relu(x) - relu(-x)", "{'x': 0}");
    assertEquals("kink", x.path("verdict").stringValue());
  }

  @Test
  void nearAKinkASmallerStepIsTaken() {
    assertEquals("agrees", of("relu(x)", "{'x': 1e-7}").path("verdict").stringValue());
    assertEquals("agrees", of("relu(x)", "{'x': -1e-7}").path("verdict").stringValue());
    assertEquals("agrees", of("log(x)", "{'x': 1e-9}").path("verdict").stringValue());
  }

  @Test
  void aJumpIsAKinkToo() {
    JsonNode x = of("floor(x)", "{'x': 3}");
    assertEquals("kink", x.path("verdict").stringValue(), x::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "(x + 1e20) - 1e20, 1", // Nothing moves, and the slope is 1.
    "x * 0 + 1e20, 1", // Nothing moves, and nobody could tell.
    "1e20 * x + x - 1e20 * x, 1",
    "1e9 + sin(x), 1",
  })
  void whatRoundingHidesIsInconclusive(String function, double x) {
    JsonNode check = of(function, "{'x': " + x + "}");
    assertEquals("inconclusive", check.path("verdict").stringValue(), check::toString);
  }

  @Test
  void whatIsFlatAgrees() {
    assertEquals("agrees", of("sum(relu(x))", "{'x': [-1, -2]}").path("verdict").stringValue());
    assertEquals("agrees", of("sum(x * 0)", "{'x': [-1, -2]}").path("verdict").stringValue());
    JsonNode aside =
        check(
            "{'nodes': {'x': {'value': 1}, 'u': {'value': 2}, 'f': {'op': 'exp', 'inputs': ['x']}},"
                + "'output': 'f', 'wrt': ['u']}");
    assertEquals("agrees", aside.path("verdict").stringValue());
  }

  @Test
  void theBottomOfACurveIsNoKink() {
    JsonNode x = of("x ** 2", "{'x': 0}");
    assertEquals("agrees", x.path("verdict").stringValue(), x::toString);
    assertEquals("agrees", of("cos(x)", "{'x': 0}").path("verdict").stringValue());
  }

  @Test
  void whatIsNotFiniteIsSaid() {
    JsonNode x = of("log(x)", "{'x': 0}");
    assertEquals("not_finite", x.path("verdict").stringValue());
    assertEquals("NaN", x.path("numeric").stringValue());
    assertFalse(x.has("absoluteError"));
    assertEquals(
        "x: the gradient says Infinity, the differences say NaN.",
        x.path("findings").get(0).stringValue());
  }

  @Test
  void anIndexCannotBeMoved() {
    JsonNode answer =
        check("{'formula': 'f = softmax_with_loss(z, t)', 'values': {'z': [[1, 2]], 't': [1]}}");
    JsonNode t = answer.path("nodes").path("t");
    assertEquals("inconclusive", t.path("verdict").stringValue());
    assertTrue(
        t.path("findings")
            .get(0)
            .stringValue()
            .startsWith("t[0] cannot be moved: The index 1.0000"),
        t::toString);
    assertEquals("agrees", answer.path("nodes").path("z").path("verdict").stringValue());
  }

  @Test
  void aStepTooSmallToMoveAnything() {
    JsonNode x =
        check("{'formula': 'f = x', 'values': {'x': 1}, 'wrt': ['x'], 'step': 1e-20}")
            .path("nodes")
            .path("x");
    assertEquals("inconclusive", x.path("verdict").stringValue());
    assertEquals("x is not moved by so small a step.", x.path("findings").get(0).stringValue());
  }

  @Test
  void faults() {
    assertEquals(
        List.of("/step: Expected a number greater than 0, found 0.0."),
        Ask.faults(
            () -> Ask.gradientChecks("{'formula': 'f = exp(x)', 'values': {'x': 1}, 'step': 0}")));
  }

  @Test
  void limits() {
    byte[] body =
        Ask.bytes("{'formula': 'f = exp(x)', 'values': {'x': [1, 2]}, 'upstream': [1, 1]}");
    // Forty passes for each of two elements: 2 and 1,212 for what follows x, 2 for f; each is
    // looked
    // for in two nodes.
    assertDoesNotThrow(() -> Ask.gradientChecks(body, Tight.model(9, 9, 9, 9, 97_680, 8)));
    assertEquals(
        List.of(
            ": The limit 'model.arithmetic' is 97679; this needs 97680 additions and"
                + " multiplications. Check fewer nodes: name them in 'wrt'."),
        Ask.faults(() -> Ask.gradientChecks(body, Tight.model(9, 9, 9, 9, 97_679, 8))));
    assertEquals(
        List.of(
            ": The limit 'model.answer' is 7; this needs 8 elements. Check fewer nodes: name them"
                + " in 'wrt'."),
        Ask.faults(() -> Ask.gradientChecks(body, Tight.model(9, 9, 9, 9, 97_680, 7))));
  }
}
