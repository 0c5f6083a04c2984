package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A grade tells what its assignment reveals, and nothing from which the rest follows. */
class RevealTest {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
  private static final Set<String> TOLD =
      Set.of("points", "maxPoints", "score", "maxScore", "claimed", "entries");
  private static final Set<String> VERDICTS =
      new TreeSet<>(Set.of("node", "quantity", "verdict", "points", "maxPoints"));

  private static final String VALUES =
      "{'x': -2.37, 'y': 5.13, 'z': -4.19, 'w': 1.71, 'v': [1.3, 2.6, -0.47]}";

  private static JsonNode grade(String formula, String claims, String terms) {
    String used = VALUES;
    for (String name : List.of("x", "y", "z", "w", "v")) {
      if (!Pattern.compile("\\b" + name + "\\b").matcher(formula).find()) {
        used = used.replaceFirst("'" + name + "': (\\[[^]]*]|[-.0-9]+)(, )?", "");
      }
    }
    String body =
        ("{'model': {'formula': '" + formula + "', 'values': " + used.replace(", }", "}") + "}, ")
            + ("'claims': " + claims + ", " + terms + "}");
    return new JsonMapper().readTree(Ask.grades(body));
  }

  /** Every number that the answer says outside of points and of what was claimed. */
  private static List<Double> numbers(JsonNode node) {
    List<Double> numbers = new ArrayList<>();
    if (node.isNumber()) {
      numbers.add(node.asDouble());
    } else if (node.isString()) {
      Matcher number = NUMBER.matcher(node.stringValue());
      while (number.find()) {
        numbers.add(Double.parseDouble(number.group()));
      }
    } else {
      node.properties().stream()
          .filter(each -> !TOLD.contains(each.getKey()))
          .forEach(each -> numbers.addAll(numbers(each.getValue())));
      if (node.isArray()) {
        node.forEach(each -> numbers.addAll(numbers(each)));
      }
    }
    return numbers;
  }

  private static void assertTellsNone(JsonNode answer, JsonNode whole) {
    Set<Double> secrets = new HashSet<>();
    for (JsonNode item : whole.path("items")) {
      List<Double> expected = numbers(item.path("expected"));
      List<Double> claimed = numbers(item.path("claimed"));
      for (int i = 0; i < expected.size(); i++) {
        secrets.add(expected.get(i));
        if (i < claimed.size()) {
          secrets.add(claimed.get(i) / expected.get(i));
          secrets.add(expected.get(i) / claimed.get(i));
          secrets.add(claimed.get(i) - expected.get(i));
        }
      }
    }
    for (double said : numbers(answer)) {
      for (double secret : secrets) {
        assertTrue(
            Math.abs(said - secret) > 1e-2 * Math.abs(secret),
            () -> said + " tells " + secret + " in " + answer);
      }
    }
  }

  /** Wrong numbers from which the right ones follow, once one knows what was done. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "chain.sign | q = x + y; f = q * z | {'z': {'gradient': -2.76}}",
        "scale.two | q = x + y; f = q * z | {'z': {'gradient': 5.52}}",
        "scale.ten | q = x + y; f = q * z | {'z': {'gradient': 0.276}}",
        "subtract.sign | d = x - y; f = d * z | {'y': {'gradient': -4.19}, 'd': {'gradient':"
            + " -4.19}}",
        "divide.denominator_sign | f = x / y | {'y': {'gradient': -0.0900553}}",
        "reciprocal.sign | f = reciprocal(x) | {'x': {'gradient': 0.178036}}",
        "square.factor_missing | f = square(x) | {'x': {'gradient': -2.37}}",
        "branch.averaged | a = x + y; f = a * z + a * w | {'a': {'gradient': -1.24}}",
        "mean.not_divided | f = mean(v) | {'v': {'gradient': [1, 1, 1]}}",
        "sum.divided | f = sum(v) | {'v': {'gradient': [0.333333, 0.333333, 0.333333]}}",
        "broadcast.averaged | b = v * z; f = sum(b) | {'z': {'gradient': 1.143333}, 'b':"
            + " {'gradient': [1, 1, 1]}}"
      })
  void tellingMistakes(String code, String formula, String claims) {
    JsonNode whole = grade(formula, claims, "'reveal': 'answers'");
    JsonNode named = whole.path("items").path(0);
    assertEquals(code, named.path("misconception").path("code").asString(""), whole::toString);
    assertTrue(named.has("expected"));
    String word = code.replaceAll("^[a-z_]+\\.|_.*$", "");
    for (String reveal : List.of("feedback", "verdicts", "score")) {
      JsonNode answer = grade(formula, claims, "'reveal': '" + reveal + "'");
      String text = answer.toString();
      assertTellsNone(answer, whole);
      assertFalse(text.contains("misconception"), text);
      assertFalse(text.contains("expected"), text);
      assertFalse(text.contains(word), text);
      assertEquals(whole.path("score"), answer.path("score"));
    }
  }

  @Test
  void ratiosAreAnswers() {
    String claims = "{'v': {'gradient': [7.3, 7.3, 7.3]}}";
    String ratio = "Every entry is 7.3 times what is due.";
    assertTrue(grade("f = sum(v)", claims, "'reveal': 'answers'").toString().contains(ratio));
    for (String reveal : List.of("feedback", "verdicts", "score")) {
      JsonNode answer = grade("f = sum(v)", claims, "'reveal': '" + reveal + "'");
      assertTellsNone(answer, grade("f = sum(v)", claims, "'reveal': 'answers'"));
      assertFalse(answer.toString().contains("times"), answer::toString);
    }
  }

  /** Of these the answer is known as soon as one is told what they are. */
  @Test
  void whatNothingComesBackToIsNotTold() {
    String formula = "a = x * y; f = z * w";
    String claims = "{'a': {'gradient': 2.5}, 'f': {'gradient': 3.5}}";
    String whole = grade(formula, claims, "'reveal': 'answers'").toString();
    assertTrue(whole.contains("Not right: the output does not depend on a."), whole);
    assertTrue(whole.contains("whose gradient is the upstream gradient that is given."), whole);
    String answer = grade(formula, claims, "'reveal': 'feedback'").toString();
    assertTrue(answer.contains("Not right: look along which ways a reaches the output."), answer);
    assertFalse(answer.contains("depend") || answer.contains("upstream"), answer);
  }

  @Test
  void mistakesThatTellNothingAreFeedback() {
    String formula = "q = x + y; f = q * z";
    String claims = "{'q': {'gradient': 2.76}, 'x': {'gradient': 2.76}, 'z': {'gradient': null}}";
    JsonNode whole = grade(formula, claims, "'reveal': 'answers'");
    JsonNode answer = grade(formula, claims, "'reveal': 'feedback'");
    assertTellsNone(answer, whole);
    for (int i = 0; i < 3; i++) {
      assertFalse(answer.path("items").path(i).has("expected"));
      for (String property : List.of("verdict", "claimed", "misconception", "feedback", "points")) {
        assertEquals(
            whole.path("items").path(i).path(property),
            answer.path("items").path(i).path(property));
      }
    }
    assertEquals(
        "multiply.swapped",
        answer.path("items").path(0).path("misconception").path("code").stringValue());
  }

  @Test
  void verdictsHaveNoWords() {
    String claims =
        "{'q': {'gradient': 2.76, 'grad': 1}, 'x': {'gradient': 2.76}, 'u': {'gradient': 1}}";
    JsonNode answer =
        grade("q = x + y; f = q * z", claims, "'reveal': 'verdicts', 'required': ['z']");
    List<String> verdicts = new ArrayList<>();
    for (JsonNode item : answer.path("items")) {
      assertEquals(VERDICTS, new TreeSet<>(item.propertyNames()));
      verdicts.add(item.path("verdict").stringValue());
    }
    assertEquals(List.of("incorrect", "carried_forward", "not_graded", "missing"), verdicts);
  }

  @Test
  void entriesAreVerdicts() {
    String terms = "'partialCredit': 'entries', 'reveal': 'verdicts'";
    JsonNode item = grade("f = sum(v)", "{'v': {'gradient': [1, 7, 1]}}", terms).at("/items/0");
    assertEquals("[[1]]", item.path("entries").toString());
    assertEquals(2 / 3.0, item.path("points").asDouble(), 1e-12);
  }

  @Test
  void aScoreIsThreeNumbers() {
    JsonNode answer =
        grade("f = x * y", "{'x': {'gradient': 5.13, 'grad': 1}}", "'reveal': 'score'");
    assertEquals("{\"score\":1,\"maxScore\":1,\"passed\":true}", answer.toString());
  }
}
