package dev.letsbackprop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.json.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Grades of two files, or of one. */
class GradeTest {
  /** 4 of 5 points, as the contract's example has it. */
  private static final String CLAIMS =
      """
      {"q": {"value": 3, "gradient": 3}, "x": {"gradient": 3}, "z": {"gradient": 3}}\
      """;

  private static final String TERMS =
      """
      "model": {"formula": "q = x + y; f = q * z", "values": {"x": -2, "y": 5, "z": -4}},
      "points": {"x": 2}\
      """;

  @TempDir Path folder;
  private String assignment = "";
  private String submission = "";

  @BeforeEach
  void write() throws IOException {
    assignment = file("assignment.json", "{" + TERMS + "}");
    submission = file("submission.json", "{\"claims\": " + CLAIMS + "}");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static JsonNode json(String text) {
    return new JsonMapper().readTree(text);
  }

  @Test
  void twoFilesAreOneRequest() {
    Run two = Run.of("", "grade", assignment, submission);
    assertEquals(0, two.status(), two.err());
    assertEquals(4, json(two.out()).path("score").doubleValue());
    assertEquals(5, json(two.out()).path("maxScore").doubleValue());
    String whole = "{" + TERMS + ", \"claims\": " + CLAIMS + "}";
    assertEquals(two, Run.of(whole, "grade"));
    assertEquals(two, Run.of("{\"claims\": " + CLAIMS + "}", "grade", assignment, "-"));
    assertEquals(two, Run.of("{" + TERMS + "}", "grade", "-", submission));
    assertEquals(
        two, Run.of("{\"id\": \"a\", \"claims\": " + CLAIMS + "}", "grade", assignment, "-"));
  }

  /** 4 of 5 points are 80 percent: what is reached exactly is reached. */
  @ParameterizedTest
  @CsvSource({"80%, 0", "0.8, 0", "80.0001%, 1", "0.81, 1", "0, 0", "100%, 1", "1, 1"})
  void thePassMark(String mark, int status) {
    Run run = Run.of("", "grade", assignment, submission, "--pass-mark", mark);
    assertEquals(status, run.status());
    assertEquals("", run.err());
    assertEquals(Run.of("", "grade", assignment, submission).out(), run.out());
  }

  @Test
  void nothingIsNotEnough() {
    assertEquals(
        1, Run.of("{\"claims\": {}}", "grade", assignment, "-", "--pass-mark", "0").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "1.01", "101%", "-1", "half", "0.8 ", "1e-1", "%", "NaN"})
  void whatIsNoPassMark(String mark) {
    Run run = Run.of("", "grade", assignment, submission, "--pass-mark=" + mark);
    assertEquals(2, run.status());
    assertTrue(
        run.err().contains("expected a share such as 60% or 0.6, not '" + mark + "'."), run.err());
  }

  @Test
  void asThePlatformTakesIt() {
    Run run = Run.of("", "grade", assignment, submission, "--format", "prairielearn");
    assertEquals(0, run.status(), run.err());
    assertEquals(0.8, json(run.out()).path("score").doubleValue());
    Run xml = Run.of("", "grade", assignment, submission, "--format", "artemis");
    assertTrue(xml.out().startsWith("<?xml"), xml.out());
    Run unknown = Run.of("", "grade", assignment, submission, "--format", "gradscope");
    assertTrue(unknown.err().contains("Did you mean 'gradescope'?"), unknown.err());
  }

  /** What is wrong with the exercise is no result of the student. */
  @Test
  void aBrokenAssignment() throws IOException {
    String broken = file("broken.json", "{\"model\": {\"formula\": \"x +\"}}");
    Run run = Run.of("", "grade", broken, submission, "--format", "gradescope");
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith(broken + ": /model/formula: "), run.err());
    String endless =
        file(
            "endless.json",
            "{\"model\": {\"formula\": \"f = log(x)\", \"values\": {\"x\": 0}}, \"required\":"
                + " [\"x\"]}");
    Run infinite = Run.of("", "grade", endless, submission);
    assertEquals(2, infinite.status());
    assertTrue(infinite.err().startsWith(endless + ": /model/values/x: "), infinite.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x = 3", "{\"claims\": {}", "[]", "{\"clams\": {}}", "{}"})
  void aSubmissionThatIsNoneIsAResultForThePlatform(String text) throws IOException {
    String broken = file("broken.json", text);
    Run run = Run.of("", "grade", assignment, broken, "--format", "prairielearn");
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith(broken + ": "), run.err());
    JsonNode result = json(run.out());
    assertEquals(false, result.path("gradable").booleanValue());
    assertEquals(
        run.complaints(),
        result.path("format_errors").valueStream().map(JsonNode::stringValue).toList());
    assertEquals("", Run.of("", "grade", assignment, broken).out());
  }

  @Test
  void aSubmissionThatIsMissing() {
    String none = folder.resolve("none.json").toString();
    Run run = Run.of("", "grade", assignment, none, "--format", "gradescope");
    assertEquals(2, run.status());
    assertEquals(List.of("No file '" + Words.shorten(none) + "'."), run.complaints());
    assertEquals(0, json(run.out()).path("score").doubleValue());
    assertEquals(run.err().strip(), json(run.out()).path("output").stringValue());
  }

  @Test
  void standardInputIsReadOnce() {
    Run run = Run.of("{}", "grade", "-", "-");
    assertEquals(2, run.status());
    assertEquals(List.of("Standard input can be one of the files, not several."), run.complaints());
  }

  @Test
  void aTable() throws IOException {
    Path class1 = Files.createDirectory(folder.resolve("class"));
    Files.writeString(class1.resolve("ben.json"), "{\"claims\": " + CLAIMS + "}");
    Files.writeString(
        class1.resolve("ann.json"),
        "{\"claims\": {\"q\": {\"gradient\": -4}, \"x\": {\"gradient\": -4}}}");
    Files.writeString(class1.resolve("cé.json"), "{");
    Files.writeString(class1.resolve("notes.txt"), "no submission");
    Run run = Run.of("", "grade", assignment, class1.toString(), "--table");
    assertEquals(
        """
        submission  points  correct  found
        ann         3 of 3  yes
        ben         4 of 5  no       multiply.swapped
        cé                  no       Not JSON at line 1, column 2: expected a name in double quotes or the end of the object, found the end of the body.
        """,
        run.out());
    assertEquals(0, run.status());
    String ann = class1.resolve("ann.json").toString();
    assertEquals(0, Run.of("", "grade", assignment, ann, "--table", "--pass-mark=1").status());
    assertEquals(
        1, Run.of("", "grade", assignment, ann, submission, "--table", "--pass-mark=1").status());
    assertEquals(
        1, Run.of("", "grade", assignment, class1.toString(), "--table", "--pass-mark=0").status());
  }

  @ParameterizedTest
  @CsvSource({
    "a b c, 'One submission at a time, or several with --table.'",
    "a --table, 'A table needs submissions, or a folder of them.'",
    "a b --table --format artemis, 'A table is for people, a format for a platform: not both.'",
    "a b --batch, 'A batch is one file, and takes none of --table, --format and --pass-mark.'",
    "--batch --pass-mark=1, 'A batch is one file, and takes none of --table, --format and"
        + " --pass-mark.'"
  })
  void badUsage(String line, String sentence) {
    Run run = Run.of("", ("grade " + line).split(" "));
    assertEquals(2, run.status());
    assertEquals(List.of(sentence), run.complaints());
  }
}
