package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever people send as a claim is a verdict with a reason, and the rest is graded. */
class JunkClaimTest {
  private static final String MODEL =
      "'model': {'formula': 'q = x + y; f = q * z', 'values': {'x': -2, 'y': 5, 'z': -4}}";

  private static JsonNode grade(String claims) {
    String body = "{" + MODEL + ", 'required': ['x'], 'claims': " + claims + "}";
    return new JsonMapper().readTree(Ask.grades(body));
  }

  private static void assertReason(JsonNode item, String verdict) {
    assertEquals(verdict, item.path("verdict").stringValue(), item::toString);
    assertEquals(0, item.path("points").asDouble(), item::toString);
    String feedback = item.path("feedback").asString("");
    assertTrue(feedback.matches("(?s)(-?[0-9]|[A-Z]|t is).{7,}[.!?]"), feedback);
    assertTrue(feedback.length() < 400, feedback);
    assertFalse(item.has("misconception"), item::toString);
  }

  /** Asserts that a claim gets that verdict, and that a good one beside it gets its point. */
  private static void assertVerdict(String verdict, String claim) {
    for (String quantity : List.of("gradient", "value")) {
      JsonNode grade = grade("{'q': {'" + quantity + "': " + claim + "}, 'x': {'gradient': -4}}");
      assertReason(grade.path("items").path(0), verdict);
      assertEquals(1, grade.path("items").path(0).path("maxPoints").asDouble());
      assertEquals("correct", grade.path("items").path(1).path("verdict").stringValue());
      assertEquals(1, grade.path("score").asDouble());
      assertEquals(2, grade.path("maxScore").asDouble());
      assertFalse(grade.path("passed").booleanValue());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null | not_a_number",
        "true | not_a_number",
        "'' | not_a_number",
        "'-4' | not_a_number",
        "'minus four' | not_a_number",
        "'nan' | not_a_number",
        "'-Infinity' | not_finite",
        "'NaN' | not_finite",
        "1e400 | not_finite",
        "-1e400 | not_finite",
        "[1, 2] | wrong_shape",
        "[-4] | wrong_shape",
        "[[-4]] | wrong_shape",
        "[] | wrong_shape",
        "[[1, 2], [3]] | wrong_shape",
        "[1, [2]] | wrong_shape",
        "[null] | not_a_number",
        "['-4'] | not_a_number",
        "['NaN', 1] | wrong_shape",
        "{} | not_a_number",
        "{'value': -4} | not_a_number",
        "{'shape': [], 'data': [-4], 'more': 1} | not_a_number",
        "{'shape': [2], 'data': [1]} | wrong_shape",
        "{'shape': [1000000000000], 'data': [1]} | not_a_number",
        "{'shape': [2147483647, 2147483647], 'data': [1]} | not_a_number",
        "{'shape': [], 'base64': '!'} | not_a_number",
        "{'random': 'he', 'shape': [3, 5], 'seed': 1} | not_a_number"
      })
  void claim(String claim, String verdict) {
    assertVerdict(verdict, claim);
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 60, 64, 65, 5_000, 9_000})
  void nested(int depth) {
    assertVerdict("not_a_number", "[".repeat(depth) + "]".repeat(depth));
    assertVerdict("not_a_number", "[".repeat(depth) + "-4" + "]".repeat(depth));
    assertVerdict("not_a_number", "{'a': ".repeat(depth) + "-4" + "}".repeat(depth));
  }

  @Test
  void tooLong() {
    assertVerdict("not_a_number", "'" + "x".repeat(1_000_000) + "'");
    assertVerdict("wrong_shape", "[" + "1,".repeat(100_000) + "1]");
    assertVerdict("not_finite", "9".repeat(1_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "3", "'x'", "true", "[]", "[{'value': 1}]"})
  void insteadOfAClaim(String junk) {
    JsonNode grade = grade("{'q': " + junk + ", 'x': {'gradient': -4}}");
    assertReason(grade.path("items").path(0), "not_a_number");
    assertEquals(1, grade.path("score").asDouble());
    assertEquals(2, grade.path("maxScore").asDouble());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "3", "'x'", "true", "[]", "[{'x': {'gradient': -4}}]"})
  void insteadOfClaims(String junk) {
    JsonNode grade = grade(junk);
    assertReason(grade.path("items").path(0), "missing");
    assertEquals(0, grade.path("score").asDouble());
    assertEquals(1, grade.path("maxScore").asDouble());
    assertFalse(grade.path("passed").booleanValue());
    assertEquals(
        "Nothing was claimed: 'claims' is no object of nodes.",
        grade.path("remarks").path(0).stringValue());
  }

  @Test
  void nothingIsNotPassed() {
    JsonNode grade = new JsonMapper().readTree(Ask.grades("{" + MODEL + ", 'claims': {}}"));
    assertFalse(grade.path("passed").booleanValue());
    assertEquals(0, grade.path("items").size());
  }

  @Test
  void otherPropertiesAreRemarkedUpon() {
    JsonNode grade = grade("{'x': {'gradient': -4, 'grad': [[[]]], 'Value': -2}}");
    assertEquals(
        "[\"Of 'x' 'value' and 'gradient' can be claimed, found 'grad'.\","
            + "\"Of 'x' 'value' and 'gradient' can be claimed, found 'Value'. Did you mean"
            + " 'value'?\"]",
        grade.path("remarks").toString());
    assertEquals(1, grade.path("score").asDouble());
  }

  @Test
  void unknownNodesAreWorthNothing() {
    JsonNode grade = grade("{'xx': {'gradient': -4}, 'x': {'gradient': -4}}");
    JsonNode item = grade.path("items").path(0);
    assertReason(item, "not_graded");
    assertEquals(0, item.path("maxPoints").asDouble());
    assertEquals("No node 'xx'. Did you mean 'x'?", item.path("feedback").stringValue());
    assertEquals(1, grade.path("maxScore").asDouble());
    assertFalse(grade.path("passed").booleanValue());
  }

  @Test
  void ofManyUnknownNodesTheFirstHundredAreItems() {
    List<String> claims = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      claims.add("'n" + i + "': {'gradient': 1}");
    }
    claims.add("'x': {'gradient': -4}");
    JsonNode hundred = grade("{" + String.join(",", claims) + "}");
    assertEquals(101, hundred.path("items").size());
    assertFalse(hundred.has("remarks"));
    for (int i = 100; i < 100_000; i++) {
      claims.add("'n" + i + "': {'gradient': 1}");
    }
    JsonNode many = grade("{" + String.join(",", claims) + "}");
    assertEquals(101, many.path("items").size());
    assertEquals(
        "100000 claims are about nodes that the exercise does not have.",
        many.path("remarks").path(0).stringValue());
    assertEquals(1, many.path("score").asDouble());
  }

  @Test
  void aConstantHasNoGradient() {
    JsonNode grade =
        new JsonMapper()
            .readTree(
                Ask.grades(
                    "{'model': {'nodes': {'t': {'value': 2, 'constant': true}, 'x': {'value': 3},"
                        + "'f': {'op': 'mul', 'inputs': ['t', 'x']}}},"
                        + "'claims': {'t': {'value': 2, 'gradient': 3}}}"));
    assertEquals("correct", grade.path("items").path(0).path("verdict").stringValue());
    assertReason(grade.path("items").path(1), "not_graded");
    assertEquals(
        "t is a constant: no gradient is computed for it.",
        grade.path("items").path(1).path("feedback").stringValue());
  }
}
