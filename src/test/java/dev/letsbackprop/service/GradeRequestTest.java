package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an assignment may ask for, and what is told where it makes no sense. */
class GradeRequestTest {
  private static final String MODEL =
      "'model': {'formula': 'q = x + y; f = q * z', 'values': {'x': -2, 'y': 5, 'z': -4}}";

  private static List<String> faults(String body) {
    return Ask.faults(() -> Ask.grades(body));
  }

  /** The faults of an assignment with that property. */
  private static List<String> faultsOf(String property) {
    return faults("{" + MODEL + ", 'claims': {}, " + property + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'points': {}",
        "'points': {'x': 0, 'q': 0.5, 'f': 1e9}",
        "'required': []",
        "'required': ['x', 'q', 'f']",
        "'tolerance': {}",
        "'tolerance': {'relative': 0, 'absolute': 0}",
        "'tolerance': {'relative': 0.999}",
        "'tolerance': {'absolute': 1e300}",
        "'tolerance': {'significantFigures': 1}",
        "'tolerance': {'significantFigures': 15}",
        "'partialCredit': 'none'",
        "'partialCredit': 'entries'",
        "'carryForward': 0",
        "'carryForward': 1",
        "'reveal': 'score'",
        "'encoding': 'base64'"
      })
  void goodTerms(String property) {
    assertDoesNotThrow(() -> Ask.grades("{" + MODEL + ", 'claims': {}, " + property + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'points': {'qq': 1} | /points/qq: No node 'qq'. Did you mean 'q'?",
        "'points': {'x': -1} | /points/x: Points are from 0 to 1e9, found -1.",
        "'points': {'x': 1.1e9} | /points/x: Points are from 0 to 1e9, found 1100000000.",
        "'points': {'x': '2'} | /points/x: Expected a number of points, found the string '2'.",
        "'points': 3 | /points: Expected points by node, found the number 3.",
        "'required': ['zz'] | /required/0: No node 'zz'. Did you mean 'z'?",
        "'required': ['x', 'x'] | /required/1: 'x' is named twice.",
        "'required': 'x' | /required: Expected a list of node ids, found the string 'x'.",
        "'tolerance': 0.1 | /tolerance: Expected a tolerance, found the number 0.1.",
        "'tolerance': {'relative': 1} | /tolerance/relative: Expected a number from 0 and below 1,"
            + " found 1.",
        "'tolerance': {'relative': -0.1} | /tolerance/relative: Expected a number from 0 and below"
            + " 1, found -0.1.",
        "'tolerance': {'absolute': -1} | /tolerance/absolute: Expected a number from 0 on, found"
            + " -1.",
        "'tolerance': {'significantFigures': 0} | /tolerance/significantFigures: Expected 1 to 15"
            + " significant figures, found 0.",
        "'tolerance': {'significantFigures': 16} | /tolerance/significantFigures: Expected 1 to 15"
            + " significant figures, found 16.",
        "'tolerance': {'significantFigures': 2.5} | /tolerance/significantFigures: Expected 1 to"
            + " 15 significant figures, found 2.5.",
        "'tolerance': {'significantFigures': 3, 'absolute': 0} | /tolerance/significantFigures: A"
            + " tolerance has 'significantFigures', or 'relative' and 'absolute'.",
        "'tolerance': {'relative': 0.1, 'significantFigures': 3} | /tolerance/significantFigures: A"
            + " tolerance has 'significantFigures', or 'relative' and 'absolute'.",
        "'carryForward': -0.1 | /carryForward: Expected a share from 0 to 1, found -0.1.",
        "'carryForward': 1.5 | /carryForward: Expected a share from 0 to 1, found 1.5.",
        "'partialCredit': 'rows' | /partialCredit: Expected one of none, entries, found 'rows'.",
        "'reveal': 'answer' | /reveal: Expected one of answers, feedback, verdicts, score, found"
            + " 'answer'. Did you mean 'answers'?",
        "'colour': 1 | /colour: Unknown property 'colour'. Expected one of model, points, required,"
            + " tolerance, partialCredit, carryForward, reveal, encoding, claims."
      })
  void badTerms(String property, String fault) {
    assertEquals(List.of(fault), faultsOf(property));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertEquals(
        List.of(
            "/carryForward: Expected a share from 0 to 1, found 2.",
            "/points/a: No node 'a'.",
            "/reveal: Expected one of answers, feedback, verdicts, score, found the number 1."),
        faultsOf("'carryForward': 2, 'points': {'a': 1}, 'reveal': 1").stream().sorted().toList());
  }

  @Test
  void aModelHasItsFaultsUnderModel() {
    assertEquals(
        List.of("/model/nodes/f/inputs/1: No node 'zz'. Did you mean 'z'?"),
        faults(
            "{'model': {'nodes': {'z': {'value': 1}, 'f': {'op': 'add', 'inputs': ['z', 'zz']}}},"
                + "'claims': {}}"));
    assertEquals(
        List.of(
            "/model/wrt: Unknown property 'wrt'. Expected one of nodes, formula, values, input,"
                + " layers, output, upstream."),
        faults("{'model': {'nodes': {'z': {'value': 1}}, 'wrt': ['z']}, 'claims': {}}"));
  }

  @Test
  void whatIsMissingIsTold() {
    assertEquals(
        List.of(": A grade needs 'claims', an object by node."), faults("{" + MODEL + "}"));
    assertEquals(
        List.of(": An assignment needs 'model', what is differentiated."),
        faults("{'claims': {}}"));
    assertEquals(
        List.of(
            ": A grade needs 'claims', an object by node.",
            ": An assignment needs 'model', what is differentiated."),
        faults("{}"));
    assertEquals(
        List.of(": Expected an object with an assignment and claims, found an array."),
        faults("[]"));
    assertEquals(
        List.of("/model: Expected an object with a model, found null."),
        faults("{'model': null, 'claims': {}}"));
  }

  @Test
  void whatHasNoGradientCannotBeRequired() {
    assertEquals(
        List.of("/required/0: 't' is constant: it has no gradient."),
        faults(
            "{'model': {'nodes': {'t': {'value': 1, 'constant': true}, 'x': {'value': 2},"
                + "'f': {'op': 'add', 'inputs': ['t', 'x']}}}, 'claims': {}, 'required': ['t']}"));
  }

  @Test
  void whatNobodyCanClaimCannotBeRequired() {
    assertEquals(
        List.of(
            "/model/values/x: The gradient of this node is required, but it is Infinity: nobody can"
                + " claim it."),
        faults(
            "{'model': {'formula': 'f = sqrt(x)', 'values': {'x': 0}}, 'claims': {},"
                + "'required': ['x']}"));
  }

  /** Claims may be nested as they like; what stands beside them may not. */
  @Test
  void onlyClaimsMayBeNestedDeeply() {
    String deep = "[".repeat(70) + "]".repeat(70);
    String refused = ": Over a limit at line 1, column ";
    for (String body :
        List.of(
            "{" + MODEL + ", 'claims': {}, 'points': " + deep + "}",
            "{" + MODEL + ", 'claims': {}, 'colour': " + deep + "}",
            "{'model': {'formula': 'x', 'values': {'x': " + deep + "}}, 'claims': {}}",
            "{'claims': {'x': {'gradient': 1}}, 'model': " + deep + "}")) {
      Refusal refusal = refusal(body);
      assertEquals(1, refusal.faults().size());
      String fault = faults(body).get(0);
      assertEquals(refused, fault.substring(0, Math.min(fault.length(), refused.length())));
    }
    assertDoesNotThrow(() -> Ask.grades("{" + MODEL + ", 'claims': {'x': " + deep + "}}"));
  }

  private static Refusal refusal(String body) {
    try {
      throw new AssertionError(Ask.grades(Ask.bytes(body), Limits.DEFAULT));
    } catch (Refusal refusal) {
      return refusal;
    }
  }
}
