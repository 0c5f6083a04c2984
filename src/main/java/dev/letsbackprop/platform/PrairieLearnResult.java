package dev.letsbackprop.platform;

import dev.letsbackprop.json.JsonWriter;
import java.io.OutputStream;

/**
 * A {@code results.json} of an external grader as <a
 * href="https://docs.prairielearn.com/externalGrading/#grading-results">PrairieLearn's
 * documentation</a> has it.
 *
 * <p>The score is from 0 to 1. A submission that cannot be read is not gradable, which costs the
 * student no attempt. PrairieLearn escapes every text, and obeys the colours of terminals, of which
 * there are none here.
 */
final class PrairieLearnResult implements Result {

  @Override
  public void write(Sheet sheet, OutputStream out) {
    try (JsonWriter json = new JsonWriter(out)) {
      json.beginObject();
      json.name("gradable").value(sheet.readable());
      if (sheet.readable()) {
        json.name("score").value(sheet.fraction());
        json.name("message").value(sheet.message());
        json.name("tests").beginArray();
        sheet.lines().forEach(line -> write(line, json));
        json.endArray();
      } else {
        json.name("format_errors").beginArray();
        sheet.remarks().forEach(json::value);
        json.endArray();
      }
      json.endObject();
    }
  }

  private static void write(Line line, JsonWriter json) {
    json.beginObject();
    json.name("name").value(line.name());
    json.name("points").value(line.points());
    json.name("max_points").value(line.maxPoints());
    json.name("message").value(line.comment());
    if (!line.numbers().isEmpty()) {
      json.name("output").value(line.numbers());
    }
    json.endObject();
  }
}
