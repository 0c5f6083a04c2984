package dev.letsbackprop.platform;

import dev.letsbackprop.json.JsonWriter;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/**
 * What a combinator template grader prints, as <a
 * href="https://github.com/trampgeek/moodle-qtype_coderunner/blob/master/docs/index.md#combinator-template-grading">CodeRunner's
 * documentation</a> has it.
 *
 * <p>Cells of the table are plain text, which CodeRunner escapes; what stands above the table is
 * HTML, and escaped here.
 */
final class CodeRunnerResult implements Result {

  @Override
  public void write(Sheet sheet, OutputStream out) {
    try (JsonWriter json = new JsonWriter(out)) {
      json.beginObject();
      json.name("fraction").value(sheet.fraction());
      json.name("prologuehtml")
          .value("<p>" + Markup.escape(sheet.message()).replace("\n", "<br>") + "</p>");
      if (!sheet.lines().isEmpty()) {
        json.name("testresults");
        write(sheet.lines(), json);
      }
      json.endObject();
    }
  }

  private static void write(List<Line> lines, JsonWriter json) {
    boolean got = lines.stream().anyMatch(line -> line.got() != null);
    boolean expected = lines.stream().anyMatch(line -> line.expected() != null);
    json.beginArray().beginArray();
    json.value("iscorrect").value("Claim").value("Points").value("Comment");
    if (got) {
      json.value("Got");
    }
    if (expected) {
      json.value("Expected");
    }
    json.endArray();
    for (Line line : lines) {
      json.beginArray();
      json.value(mark(line));
      json.value(line.name());
      json.value(Plain.number(line.points()) + " / " + Plain.number(line.maxPoints()));
      json.value(line.comment());
      if (got) {
        json.value(Objects.requireNonNullElse(line.got(), ""));
      }
      if (expected) {
        json.value(Objects.requireNonNullElse(line.expected(), ""));
      }
      json.endArray();
    }
    json.endArray();
  }

  /** 1 is a tick, 0 a cross, and what is between them its own sign. */
  private static double mark(Line line) {
    return line.right() ? 1 : line.maxPoints() > 0 ? line.points() / line.maxPoints() : 0;
  }
}
