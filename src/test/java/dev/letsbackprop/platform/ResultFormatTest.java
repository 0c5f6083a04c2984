package dev.letsbackprop.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.letsbackprop.grading.Grade;
import dev.letsbackprop.grading.Quantity;
import dev.letsbackprop.grading.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What all forms have in common. */
class ResultFormatTest {
  private static final List<Grade> GRADES =
      List.of(
          Sample.ANSWERS,
          Sample.VERDICTS,
          Sample.SCORE,
          Sample.ATTACK,
          Sample.many(500),
          Sample.many(501),
          Sample.of(0, 0, null));

  private static String text(ResultFormat format, Grade grade) {
    return new String(format.of(grade), UTF_8);
  }

  private static JsonNode json(ResultFormat format, Grade grade) {
    return new JsonMapper().readTree(format.of(grade));
  }

  /** The schemas say what the documentation of each platform says. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ARTEMIS")
  void everyGradeIsOfTheFormThatThePlatformPublishes(ResultFormat format) throws Exception {
    String name = format.name().toLowerCase(Locale.ROOT) + ".json";
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("src/test/resources/platforms", name)));
    for (Grade grade : GRADES) {
      String result = text(format, grade);
      assertEquals(List.of(), schema.validate(result, InputFormat.JSON), result);
    }
    String refused = new String(format.refused(List.of(Sample.HOSTILE)), UTF_8);
    assertEquals(List.of(), schema.validate(refused, InputFormat.JSON), refused);
    assertFalse(schema.validate("{\"colour\": 1}", InputFormat.JSON).isEmpty());
  }

  /** Whatever the grade hides has no place to come from, and nothing else is made up. */
  @ParameterizedTest
  @EnumSource
  void nothingHiddenIsShown(ResultFormat format) {
    String verdicts = text(format, Sample.VERDICTS);
    for (String hidden : List.of("-4", "swapped", "Expected", "Got", "Your answer", "factor")) {
      assertFalse(verdicts.contains(hidden), () -> hidden + " is in " + verdicts);
    }
    String score = text(format, Sample.SCORE);
    for (String hidden : List.of("swapped", "of q", "of x", "of z", "orrect.")) {
      assertFalse(score.contains(hidden), () -> hidden + " is in " + score);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noTerminalIsCommanded(ResultFormat format) {
    String attack = text(format, Sample.ATTACK);
    assertFalse(attack.contains("\u001b") || attack.contains("\\u001B"), attack);
    assertFalse(attack.contains("\u202e"), attack);
    assertTrue(attack.contains("u001b[31m"), attack);
  }

  @ParameterizedTest
  @EnumSource
  void theSameGradeGivesTheSameBytes(ResultFormat format) {
    assertArrayEquals(format.of(Sample.ANSWERS), format.of(Sample.ANSWERS));
  }

  @Test
  void sharesAreFromZeroToOne() {
    assertEquals(0.8, json(ResultFormat.PRAIRIELEARN, Sample.ANSWERS).path("score").doubleValue());
    assertEquals(0.8, json(ResultFormat.CODERUNNER, Sample.ANSWERS).path("fraction").doubleValue());
    Grade nothing = Sample.of(0, 0, null);
    assertEquals(0, json(ResultFormat.PRAIRIELEARN, nothing).path("score").doubleValue());
    assertEquals(0, json(ResultFormat.CODERUNNER, nothing).path("fraction").doubleValue());
    Grade tenths = Sample.of(0.1 + 0.2, 0.3, null);
    assertEquals(1, json(ResultFormat.CODERUNNER, tenths).path("fraction").doubleValue());
  }

  /** Beyond 500 claims the rest is one test, and no point is lost. */
  @Test
  void aLongGradeIsFolded() {
    JsonNode whole = json(ResultFormat.GRADESCOPE, Sample.many(500)).path("tests");
    assertEquals(500, whole.size());
    assertEquals("gradient of x", whole.get(499).path("name").stringValue());
    JsonNode folded = json(ResultFormat.GRADESCOPE, Sample.many(1001)).path("tests");
    assertEquals(500, folded.size());
    assertEquals("502 more", folded.get(499).path("name").stringValue());
    assertEquals(502, folded.get(499).path("score").doubleValue());
    assertEquals(1004, folded.get(499).path("max_score").doubleValue());
    assertEquals("failed", folded.get(499).path("status").stringValue());
    assertTrue(ResultFormat.PRAIRIELEARN.of(Sample.many(100_000)).length < 1_000_000);
  }

  /** 0 of 0 points is not passed, whatever the platform would make of it. */
  @Test
  void whatIsNotGradedIsNotPassed() {
    Grade unknown = Sample.of(0, 0, Sample.item("zz", Quantity.VALUE, Verdict.NOT_GRADED, 0, 0));
    assertEquals(
        "failed",
        json(ResultFormat.GRADESCOPE, unknown).path("tests").get(0).path("status").stringValue());
    assertEquals(
        0, json(ResultFormat.CODERUNNER, unknown).path("testresults").get(1).get(0).doubleValue());
    assertTrue(text(ResultFormat.ARTEMIS, unknown).contains("failures=\"1\""));
  }
}
