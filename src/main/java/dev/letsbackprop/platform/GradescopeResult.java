package dev.letsbackprop.platform;

import dev.letsbackprop.json.JsonWriter;
import java.io.OutputStream;

/**
 * A {@code results.json} as <a
 * href="https://gradescope-autograders.readthedocs.io/en/latest/specs/">Gradescope's
 * specification</a> has it.
 *
 * <p>All texts are said to be {@code text}, which Gradescope escapes. The score stands at the top,
 * since that goes before the sum of the tests, and each test has its status, since Gradescope takes
 * 0 of 0 points for passed.
 */
final class GradescopeResult implements Result {

  @Override
  public void write(Sheet sheet, OutputStream out) {
    try (JsonWriter json = new JsonWriter(out)) {
      json.beginObject();
      json.name("score").value(sheet.score());
      json.name("output").value(sheet.message());
      json.name("output_format").value("text");
      json.name("test_output_format").value("text");
      json.name("test_name_format").value("text");
      json.name("tests").beginArray();
      for (Line line : sheet.lines()) {
        json.beginObject();
        json.name("name").value(line.name());
        json.name("score").value(line.points());
        json.name("max_score").value(line.maxPoints());
        json.name("status").value(line.right() ? "passed" : "failed");
        json.name("output").value(line.text());
        json.endObject();
      }
      json.endArray();
      json.endObject();
    }
  }
}
