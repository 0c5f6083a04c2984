package dev.letsbackprop.platform;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A JUnit report, which is what Artemis collects from the folder {@code results} of a build, as <a
 * href="https://github.com/ls1intum/artemis-notification-plugin#which-results-will-get-published">its
 * documentation</a> says.
 *
 * <p>The other form, custom feedback, takes a file for each test, where a grade is one. Artemis
 * knows passed and failed; what each test is worth, the instructor says there. A test without a
 * fault has no text in this form.
 */
final class ArtemisResult implements Result {

  @Override
  public void write(Sheet sheet, OutputStream out) {
    List<Line> lines = sheet.lines().isEmpty() ? List.of(whole(sheet)) : sheet.lines();
    long failures = lines.stream().filter(line -> !line.right()).count();
    PrintStream xml = new PrintStream(out, false, StandardCharsets.UTF_8);
    xml.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.print(
        "<testsuite name=\"letsbackprop\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">\n"
            .formatted(lines.size(), failures));
    for (Line line : lines) {
      xml.print(
          "  <testcase classname=\"letsbackprop\" name=\"" + Markup.escape(line.name()) + "\"");
      if (line.right()) {
        xml.print("/>\n");
      } else {
        String text = Markup.escape(text(line)).replace("\n", "&#10;");
        xml.print(">\n    <failure message=\"" + text + "\"/>\n  </testcase>\n");
      }
    }
    xml.print("</testsuite>\n");
    xml.flush();
  }

  /** The claims as one, where the grade does not tell them apart, or there are none. */
  private static Line whole(Sheet sheet) {
    boolean all = sheet.maxScore() > 0 && sheet.score() == sheet.maxScore();
    return new Line("all claims", all, 0, 0, sheet.message(), null, null);
  }

  private static String text(Line line) {
    boolean part = line.points() > 0 && line.points() < line.maxPoints();
    return part
        ? Plain.number(line.points())
            + " of "
            + Plain.number(line.maxPoints())
            + " points.\n"
            + line.text()
        : line.text();
  }
}
