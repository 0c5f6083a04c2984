package dev.letsbackprop.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.grading.Grade;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** The example of the contract in every form, written out by hand. */
class ExampleTest {
  private static final String SWAPPED =
      "At f = q × z the two factors are swapped: the gradient of q is the upstream gradient times"
          + " z, the other factor.";
  private static final String CARRIED = "Right, given your gradient of q; the slip is at q.";

  private static void assertJson(String expected, ResultFormat format, Grade grade) {
    JsonMapper mapper = new JsonMapper();
    assertEquals(
        mapper.readTree(expected.replace("SWAPPED", SWAPPED).replace("CARRIED", CARRIED)),
        mapper.readTree(format.of(grade)));
  }

  @Test
  void gradescope() {
    assertJson(
        """
        {"score": 4, "output": "4 of 5 points.",
         "output_format": "text", "test_output_format": "text", "test_name_format": "text",
         "tests": [
           {"name": "value of q", "score": 1, "max_score": 1, "status": "passed", "output": "Correct."},
           {"name": "gradient of q", "score": 0, "max_score": 1, "status": "failed",
            "output": "Incorrect. SWAPPED\\nYour answer: 3\\nExpected: -4"},
           {"name": "gradient of x", "score": 2, "max_score": 2, "status": "passed",
            "output": "Carried forward. CARRIED\\nYour answer: 3\\nExpected: -4"},
           {"name": "gradient of z", "score": 1, "max_score": 1, "status": "passed", "output": "Correct."}]}\
        """,
        ResultFormat.GRADESCOPE,
        Sample.ANSWERS);
  }

  @Test
  void prairieLearn() {
    assertJson(
        """
        {"gradable": true, "score": 0.8, "message": "4 of 5 points.",
         "tests": [
           {"name": "value of q", "points": 1, "max_points": 1, "message": "Correct."},
           {"name": "gradient of q", "points": 0, "max_points": 1, "message": "Incorrect. SWAPPED",
            "output": "Your answer: 3\\nExpected: -4"},
           {"name": "gradient of x", "points": 2, "max_points": 2, "message": "Carried forward. CARRIED",
            "output": "Your answer: 3\\nExpected: -4"},
           {"name": "gradient of z", "points": 1, "max_points": 1, "message": "Correct."}]}\
        """,
        ResultFormat.PRAIRIELEARN,
        Sample.ANSWERS);
  }

  @Test
  void codeRunner() {
    assertJson(
        """
        {"fraction": 0.8, "prologuehtml": "<p>4 of 5 points.</p>",
         "testresults": [
           ["iscorrect", "Claim", "Points", "Comment", "Got", "Expected"],
           [1, "value of q", "1 / 1", "Correct.", "", ""],
           [0, "gradient of q", "0 / 1", "Incorrect. SWAPPED", "3", "-4"],
           [1, "gradient of x", "2 / 2", "Carried forward. CARRIED", "3", "-4"],
           [1, "gradient of z", "1 / 1", "Correct.", "", ""]]}\
        """,
        ResultFormat.CODERUNNER,
        Sample.ANSWERS);
    assertJson(
        """
        {"fraction": 0.8, "prologuehtml": "<p>4 of 5 points.</p>"}\
        """,
        ResultFormat.CODERUNNER,
        Sample.SCORE);
  }

  @Test
  void artemis() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="letsbackprop" tests="4" failures="1" errors="0" skipped="0">
          <testcase classname="letsbackprop" name="value of q"/>
          <testcase classname="letsbackprop" name="gradient of q">
            <failure message="Incorrect. SWAPPED&#10;Your answer: 3&#10;Expected: -4"/>
          </testcase>
          <testcase classname="letsbackprop" name="gradient of x"/>
          <testcase classname="letsbackprop" name="gradient of z"/>
        </testsuite>
        """
            .replace("SWAPPED", SWAPPED),
        new String(ResultFormat.ARTEMIS.of(Sample.ANSWERS), UTF_8));
  }

  /** Where the claims are not told apart there is one test, so that the build has a result. */
  @Test
  void artemisOfTheScoreAlone() throws Exception {
    assertEquals(
        List.of("all claims: 4 of 5 points."), failures(ResultFormat.ARTEMIS.of(Sample.SCORE)));
    assertEquals(List.of(), failures(ResultFormat.ARTEMIS.of(Sample.of(5, 5, null))));
    assertEquals(
        List.of("all claims: 0 of 0 points."),
        failures(ResultFormat.ARTEMIS.of(Sample.of(0, 0, null))));
  }

  @Test
  void artemisOfPartOfThePoints() throws Exception {
    assertEquals(
        List.of("gradient of x: 1 of 2 points.\nIncorrect."),
        failures(ResultFormat.ARTEMIS.of(Sample.many(1))));
  }

  @Test
  void anAttackIsText() throws Exception {
    String visible =
        "<script>alert('1')</script> & \"2\" \\u001b[31m **b** \\u202e\\u000a]]>\uFFFD";
    assertEquals(
        List.of(
            "gradient of " + visible + ": Not graded.",
            "gradient of x: Not finite. Wrong at [0], [1]. "
                + visible
                + "\nYour answer: [NaN, Infinity, 1]"),
        failures(ResultFormat.ARTEMIS.of(Sample.ATTACK)));
    String html =
        new JsonMapper()
            .readTree(ResultFormat.CODERUNNER.of(Sample.ATTACK))
            .path("prologuehtml")
            .stringValue();
    assertEquals(
        "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;2&quot; \\u001b[31m **b**"
            + " \\u202e\\u000a]]&gt;\uFFFD<br>Two.</p>",
        html);
  }

  /** As Artemis reads a report: the text of a failure by the name of its test. */
  private static List<String> failures(byte[] report) throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(report));
    var cases = document.getElementsByTagName("testcase");
    assertEquals(
        cases.getLength(), Integer.parseInt(document.getDocumentElement().getAttribute("tests")));
    List<String> failures = new java.util.ArrayList<>();
    for (int at = 0; at < cases.getLength(); at++) {
      Element test = (Element) cases.item(at);
      if (test.getElementsByTagName("failure").item(0) instanceof Element failure) {
        failures.add(test.getAttribute("name") + ": " + failure.getAttribute("message"));
      }
    }
    assertEquals(
        failures.size(), Integer.parseInt(document.getDocumentElement().getAttribute("failures")));
    return failures;
  }

  /** What cannot be read earns nothing, and PrairieLearn does not count the attempt. */
  @Test
  void refused() throws Exception {
    List<String> reasons = List.of("Not JSON at line 1.", "<b>");
    JsonMapper mapper = new JsonMapper();
    assertEquals(
        mapper.readTree(
            """
            {"gradable": false, "format_errors": ["Not JSON at line 1.", "<b>"]}\
            """),
        mapper.readTree(ResultFormat.PRAIRIELEARN.refused(reasons)));
    assertEquals(
        mapper.readTree(
            """
            {"score": 0, "output": "Not JSON at line 1.\\n<b>", "output_format": "text",
             "test_output_format": "text", "test_name_format": "text", "tests": []}\
            """),
        mapper.readTree(ResultFormat.GRADESCOPE.refused(reasons)));
    assertEquals(
        mapper.readTree(
            """
            {"fraction": 0, "prologuehtml": "<p>Not JSON at line 1.<br>&lt;b&gt;</p>"}\
            """),
        mapper.readTree(ResultFormat.CODERUNNER.refused(reasons)));
    assertEquals(
        List.of("all claims: Not JSON at line 1.\n<b>"),
        failures(ResultFormat.ARTEMIS.refused(reasons)));
    assertTrue(
        new String(ResultFormat.GRADESCOPE.refused(List.of()), UTF_8)
            .contains("could not be read"));
  }
}
