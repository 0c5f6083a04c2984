package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.limit.Tight;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests for Hessians and their answers, byte for byte. */
class HessianTest {
  private static void assertAnswer(String expected, String body) {
    assertEquals(expected.replace('\'', '"'), Ask.hessians(body));
  }

  /** Textbook: at its minimum Rosenbrock's function has [[802, -400], [-400, 200]]. */
  @Test
  void aBlockForEachPairOfNodes() {
    assertAnswer(
        "{'output':'f','hessians':{'x':{'x':802,'y':-400},'y':{'x':-400,'y':200}}}",
        "{'formula': 'f = (1 - x) ** 2 + 100 * (y - x ** 2) ** 2', 'values': {'x': 1, 'y': 1}}");
  }

  /** f = c · (W @ x): df/dx_j = Σ c_i W_ij. */
  @Test
  void theAxesOfTheFirstNodeComeFirst() {
    assertAnswer(
        "{'output':'f','hessians':{'x':{'x':[[0,0],[0,0]],'W':[[[1,0],[2,0]],[[0,1],[0,2]]]},"
            + "'W':{'x':[[[1,0],[0,1]],[[2,0],[0,2]]],"
            + "'W':[[[[0,0],[0,0]],[[0,0],[0,0]]],[[[0,0],[0,0]],[[0,0],[0,0]]]]}}}",
        "{'formula': 'f = dot(c, W @ x)', 'wrt': ['x', 'W'],"
            + "'values': {'x': [5, 6], 'W': [[1, 2], [3, 4]], 'c': [1, 2]}}");
  }

  /** d²(x·h)/dx² with h = x² changed by a step of its own: f = x · (x² + s). */
  @Test
  void aComputedNodeIsChangedByItself() {
    assertAnswer(
        "{'output':'f','hessians':{'h':{'h':0,'x':1},'x':{'h':1,'x':18}}}",
        "{'formula': 'h = x ** 2; f = x * h', 'values': {'x': 3}, 'wrt': ['h', 'x']}");
    // The rule of exp makes use of its value, which is not changed by the step: with x first it is
    // the slope towards x, 2 · (exp(x) + s) · exp(x), that is differentiated by s.
    assertAnswer(
        "{'output':'f','hessians':{'x':{'x':4,'h':2},'h':{'x':2,'h':2}}}",
        "{'formula': 'h = exp(x); f = h * h', 'values': {'x': 0}, 'wrt': ['x', 'h']}");
  }

  @Test
  void theOutputItselfAndWhatItDoesNotDependOnHaveZeros() {
    assertAnswer(
        "{'output':'f','hessians':{'f':{'f':0,'u':[0,0]},'u':{'f':[0,0],'u':[[0,0],[0,0]]}}}",
        "{'nodes': {'x': {'value': 1}, 'u': {'value': [1, 2]}, 'f': {'op': 'exp', 'inputs':"
            + " ['x']}}, 'output': 'f', 'wrt': ['f', 'u']}");
  }

  @Test
  void theUpstreamIsMultipliedIn() {
    assertAnswer(
        "{'output':'f','hessians':{'x':{'x':-6}}}",
        "{'formula': 'f = x ** 2', 'values': {'x': 1}, 'upstream': -3}");
  }

  /** The documentation of SciPy, rosen_hess_prod at 0.1·arange(9) along 0.5·arange(9). */
  @Test
  void theProductNeedsNoHessian() {
    String answer =
        Ask.hessians(
            "{'formula': 'f = sum(100 * (x[1:9] - x[0:8] ** 2) ** 2 + (1 - x[0:8]) ** 2)',"
                + "'values': {'x': [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]},"
                + "'vector': {'x': [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]}}");
    assertClose("[0, 27, -10, -95, -192, -265, -278, -195, -180]", answer, "\"products\":{\"x\":");
  }

  /** The documentation of SciPy, rosen_hess at 0.1·arange(4). */
  @Test
  void rosenbrockInFourDimensions() {
    String answer =
        Ask.hessians(
            "{'formula': 'f = sum(100 * (x[1:4] - x[0:3] ** 2) ** 2 + (1 - x[0:3]) ** 2)',"
                + "'values': {'x': [0, 0.1, 0.2, 0.3]}}");
    assertClose(
        "[[-38, 0, 0, 0], [0, 134, -40, 0], [0, -40, 130, -80], [0, 0, -80, 200]]",
        answer,
        "\"x\":{\"x\":");
  }

  private static void assertClose(String expected, String answer, String before) {
    String[] wanted = expected.replaceAll("[\\[\\] ]", "").split(",", -1);
    String rest = answer.substring(answer.indexOf(before) + before.length());
    String[] found = rest.replaceAll("[\\[\\]}]", "").split(",", -1);
    assertEquals(wanted.length, found.length, answer);
    for (int at = 0; at < wanted.length; at++) {
      assertEquals(Double.parseDouble(wanted[at]), Double.parseDouble(found[at]), 1e-11, answer);
    }
  }

  @Test
  void warnings() {
    assertAnswer(
        "{'output':'f','hessians':{'x':{'x':'Infinity'}},'warnings':[{'node':'x','reason':'What is"
            + " answered towards it is Infinity, though the values and first derivatives are"
            + " finite.'}]}",
        "{'formula': 'f = x ** 1.5', 'values': {'x': 0}}");
  }

  private static List<String> refused(String body, Limits limits) {
    return Ask.faults(() -> Ask.hessians(Ask.bytes(body), limits));
  }

  @Test
  void faults() {
    String vector = "{'formula': 'f = x * y', 'values': {'x': [1, 2], 'y': 1}";
    assertEquals(
        List.of(
            ": The output 'f' has shape [2], and a Hessian is that of a single number: let a 'sum'"
                + " of it or one of its elements be the output."),
        refused(vector + "}", Limits.DEFAULT));
    assertEquals(
        List.of(
            "/vector/x: 'x' has shape [2], but this tensor has shape [].",
            "/vector: 'y' needs a tensor of shape [].",
            "/vector/z: 'z' is not differentiated towards."),
        refused(
            vector.replace("x * y", "sum(x * y)") + ", 'vector': {'x': 1, 'z': 2}}",
            Limits.DEFAULT));
    assertEquals(
        List.of(
            "/formula: Line 1, column 5: The index 5 is not a whole number from 0 to 1.\n"
                + "f = softmax_with_loss(z, t)\n    ^"),
        refused(
            "{'formula': 'f = softmax_with_loss(z, t)', 'values': {'z': [1, 2], 't': 5}, 'wrt':"
                + " ['z']}",
            Limits.DEFAULT));
  }

  @Test
  void limits() {
    byte[] body = Ask.bytes("{'formula': 'f = sum(x ** 3)', 'values': {'x': [1, 2, 3]}}");
    String advice = " Ask for a product instead, with 'vector', or for fewer nodes in 'wrt'.";
    // Nine elements, and sixteen for the block.
    Limits enough = Tight.model(100, 100, 9, 1_000, 100_000, 25);
    assertDoesNotThrow(() -> Ask.hessians(body, enough));
    assertEquals(
        List.of(": The limit 'model.answer' is 24; this needs 25 elements." + advice),
        Ask.faults(() -> Ask.hessians(body, Tight.model(100, 100, 9, 1_000, 100_000, 24))));
    // A square, which is 3 + 3, and 3 times that, 3 + 1 + 3: the values and three rows, and 400 a
    // step
    // and 10 for each of twelve nodes: x, 3, x ** 3, f; the seed, ones of two shapes, 0 and 2,
    // these two; all of it three times, because the limit is for both ways.
    Limits work = Tight.model(100, 100, 9, 1_000, 11_196, 25);
    assertDoesNotThrow(() -> Ask.hessians(body, work));
    assertEquals(
        List.of(
            ": The limit 'model.arithmetic' is 11195; this needs 11196 additions and"
                + " multiplications."
                + advice),
        Ask.faults(() -> Ask.hessians(body, Tight.model(100, 100, 9, 1_000, 11_195, 25))));
    assertTrue(
        refused(
                "{'formula': 'f = sum(x ** 3)', 'values': {'x': [1, 2, 3]}, 'vector': {'x': [1, 1,"
                    + " 1]}}",
                Tight.model(4, 100, 9, 1_000, 100_000, 25))
            .get(0)
            .startsWith(": The limit 'model.nodes' is 4; with its derivatives the model needs"));
  }
}
