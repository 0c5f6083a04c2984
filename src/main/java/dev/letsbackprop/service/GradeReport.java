package dev.letsbackprop.service;

import dev.letsbackprop.grading.Grade;
import dev.letsbackprop.grading.Item;
import dev.letsbackprop.grading.Naming;
import dev.letsbackprop.grading.Reveal;
import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.platform.ResultFormat;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request for a grade.
 *
 * @param reveal how much of the grade is told
 */
public record GradeReport(Grade grade, Reveal reveal, Encoding encoding) implements Document {

  @Override
  public void write(JsonWriter json) {
    json.beginObject();
    writeProperties(json);
    json.endObject();
  }

  /** The same as a platform takes it in. */
  public byte[] as(ResultFormat format) {
    return format.of(grade);
  }

  /** Writes the properties of the grade into an object that is open. */
  void writeProperties(JsonWriter json) {
    json.name("score").value(grade.score());
    json.name("maxScore").value(grade.maxScore());
    json.name("passed").value(grade.passed());
    if (reveal == Reveal.SCORE) {
      return;
    }
    json.name("items").beginArray();
    for (Item item : grade.items()) {
      write(item, json);
    }
    json.endArray();
    if (!grade.remarks().isEmpty()) {
      json.name("remarks").beginArray();
      grade.remarks().forEach(json::value);
      json.endArray();
    }
  }

  private void write(Item item, JsonWriter json) {
    json.beginObject();
    json.name("node").value(item.node());
    json.name("quantity").value(Choices.word(item.quantity()));
    json.name("verdict").value(Choices.word(item.verdict()));
    json.name("points").value(item.points());
    json.name("maxPoints").value(item.maxPoints());
    write("claimed", item.claimed(), json);
    write("expected", item.expected(), json);
    List<int[]> wrong = item.wrongEntries();
    if (wrong != null) {
      json.name("entries").beginArray();
      for (int[] indices : wrong) {
        json.beginArray();
        for (int index : indices) {
          json.value(index);
        }
        json.endArray();
      }
      json.endArray();
    }
    Naming misconception = item.misconception();
    if (misconception != null) {
      json.name("misconception");
      write(misconception, json);
    }
    String feedback = item.feedback();
    if (feedback != null) {
      json.name("feedback").value(feedback);
    }
    json.endObject();
  }

  private static void write(Naming naming, JsonWriter json) {
    json.beginObject();
    json.name("code").value(naming.code());
    json.name("at").value(naming.at().toString());
    Naming with = naming.with();
    if (with != null) {
      json.name("with");
      write(with, json);
    }
    json.endObject();
  }

  private void write(String name, @Nullable Tensor tensor, JsonWriter json) {
    if (tensor != null) {
      json.name(name).tensor(tensor, encoding);
    }
  }
}
