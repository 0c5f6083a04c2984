package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.grading.Reveal;
import dev.letsbackprop.grading.Verdict;
import dev.letsbackprop.json.Choices;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Grades as a client gets them, and as the document describes them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GradeTest {
  private static final String MODEL =
      "\"model\": {\"formula\": \"q = x + y; f = q * z\","
          + " \"values\": {\"x\": -2, \"y\": 5, \"z\": -4}}";

  @LocalServerPort private int port;
  private Api api;
  private ApiOperation grades;

  @BeforeEach
  void read() {
    api = new Api(port);
    grades = api.operation("gradeClaims");
  }

  private String grade(String claims) {
    String body = "{" + MODEL + ", \"claims\": " + claims + "}";
    api.assertValid(grades.requestSchema(), body);
    Api.Answer answer = api.post(grades.path(), Api.JSON, body);
    grades.assertAnswers(200, answer);
    return answer.body();
  }

  /** The example of the contract. */
  @Test
  void byteForByte() {
    String body =
        """
        {"model": {"formula": "q = x + y; f = q * z", "values": {"x": -2, "y": 5, "z": -4}},
         "claims": {"q": {"value": 3, "gradient": 3}, "x": {"gradient": 3}, "z": {"gradient": 3}},
         "points": {"x": 2},
         "tolerance": {"relative": 1e-4, "absolute": 1e-7},
         "reveal": "answers"}
        """;
    String answer =
        "{\"score\":4,\"maxScore\":5,\"passed\":false,\"items\":["
            + "{\"node\":\"q\",\"quantity\":\"value\",\"verdict\":\"correct\","
            + "\"points\":1,\"maxPoints\":1},"
            + "{\"node\":\"q\",\"quantity\":\"gradient\",\"verdict\":\"incorrect\","
            + "\"points\":0,\"maxPoints\":1,\"claimed\":3,\"expected\":-4,"
            + "\"misconception\":{\"code\":\"multiply.swapped\",\"at\":\"f\"},"
            + "\"feedback\":\"At f = q × z the two factors are swapped: the gradient of q is the"
            + " upstream gradient times z, the other factor.\"},"
            + "{\"node\":\"x\",\"quantity\":\"gradient\",\"verdict\":\"carried_forward\","
            + "\"points\":2,\"maxPoints\":2,\"claimed\":3,\"expected\":-4,"
            + "\"feedback\":\"Right, given your gradient of q; the slip is at q.\"},"
            + "{\"node\":\"z\",\"quantity\":\"gradient\",\"verdict\":\"correct\","
            + "\"points\":1,\"maxPoints\":1}]}";
    assertEquals(answer, api.post(grades.path(), Api.JSON, body).body());
    assertEquals(answer, api.post(grades.path(), Api.JSON, body).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "[]",
        "\"x\"",
        "{}",
        "{\"q\": null, \"x\": [], \"y\": 3, \"z\": \"z\"}",
        "{\"q\": {\"value\": \"3\", \"gradient\": null}}",
        "{\"q\": {\"value\": \"NaN\", \"gradient\": \"-Infinity\"}}",
        "{\"q\": {\"value\": 1e400, \"gradient\": [1e400]}}",
        "{\"q\": {\"value\": [[1, 2], [3]], \"gradient\": [[], [[]]]}}",
        "{\"q\": {\"value\": [3], \"gradient\": [[[-4]]]}}",
        "{\"qq\": {\"gradient\": 3}, \" \": {\"gradient\": 3}, \"\": {}}",
        "{\"q\": {\"grad\": 3, \"gradient\": {\"shape\": [99999999999], \"data\": []}}}"
      })
  void junk(String claims) {
    JsonNode grade = new JsonMapper().readTree(grade(claims));
    assertEquals(0, grade.path("score").asDouble(), grade::toString);
    assertEquals(false, grade.path("passed").booleanValue());
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 5_000})
  void nestedJunk(int depth) {
    String deep = "[".repeat(depth) + "]".repeat(depth);
    String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    for (String junk : new String[] {deep, objects}) {
      // The validator that reads the schemas cannot read it, so it is only posted.
      String claims =
          "{\"q\": {\"value\": " + junk + "}, \"x\": " + junk + ", \"z\": {\"gradient\": 3}}";
      Api.Answer answer =
          api.post(grades.path(), Api.JSON, "{" + MODEL + ", \"claims\": " + claims + "}");
      grades.assertAnswers(200, answer);
      JsonNode grade = new JsonMapper().readTree(answer.body());
      assertEquals(1, grade.path("score").asDouble(), answer::body);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | {\"claims\": {}, \"colour\": @}",
        "400 | {\"claims\": {}, \"model\": @}",
        "400 | {\"claims\": {\"x\": {}}, \"model\": {\"formula\": \"x\", \"values\": {\"x\": @}}}",
        "400 | {\"claims\": {\"x\": {\"gradient\": 1}, \"x\": {}}}",
        "400 | {\"claims\": {\"x\": {\"gradient\": NaN}}}",
        "400 | {\"claims\": {\"x\": {\"gradient\": 1",
        "422 | {\"claims\": {}}",
        "422 | {\"model\": {\"formula\": \"x\", \"values\": {\"x\": 1}}}",
        "422 | {\"model\": {\"formula\": \"x +\", \"values\": {\"x\": 1}}, \"claims\": {}}"
      })
  void problems(int status, String body) {
    String deep = "[".repeat(100) + "]".repeat(100);
    grades.assertAnswers(status, api.post(grades.path(), Api.JSON, body.replace("@", deep)));
  }

  @ParameterizedTest
  @CsvSource({
    "200, gradescope",
    "200, prairielearn",
    "200, coderunner",
    "200, artemis",
    "400, gradscope",
    "400, ''"
  })
  void formats(int status, String format) {
    for (String reveal : Choices.words(Reveal.class)) {
      String body =
          "{" + MODEL + ", \"reveal\": \"" + reveal + "\", \"claims\": {\"q\": {\"gradient\": 3}}}";
      grades.assertAnswers(status, api.post(grades.path() + "?format=" + format, Api.JSON, body));
    }
  }

  @Test
  void everyVerdictIsDescribed() {
    JsonNode verdict = api.document().at("/components/schemas/Verdict");
    Set<String> words = new TreeSet<>();
    verdict.path("enum").forEach(word -> words.add(word.stringValue()));
    assertEquals(new TreeSet<>(Choices.words(Verdict.class)), words);
    for (String word : words) {
      assertTrue(verdict.path("description").stringValue().contains("`" + word + "`"), word);
    }
  }
}
