package dev.letsbackprop.service;

import dev.letsbackprop.grading.ExerciseCheck;
import dev.letsbackprop.grading.MadeSlip;
import dev.letsbackprop.grading.Naming;
import dev.letsbackprop.grading.Variant;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request to check an exercise.
 *
 * @param variant null where no other draw of the numbers is better
 */
public record ExerciseCheckReport(
    ExerciseCheck check, List<String> advice, @Nullable Variant variant, Encoding encoding)
    implements Document {

  @Override
  public void write(JsonWriter json) {
    json.beginObject();
    json.name("claimed").beginArray();
    check.claimed().forEach(node -> json.value(node.toString()));
    json.endArray();
    json.name("mistakes").value(check.slips().size());
    json.name("named").value(check.count(MadeSlip.Fate.NAMED));
    json.name("hidden").beginArray();
    for (MadeSlip slip : check.slips()) {
      if (slip.fate() == MadeSlip.Fate.HIDDEN) {
        json.beginObject();
        write(slip.code(), slip.at(), json);
        json.endObject();
      }
    }
    json.endArray();
    json.name("confused").beginArray();
    check.slips().stream()
        .filter(slip -> slip.fate() == MadeSlip.Fate.UNNAMED)
        .forEach(slip -> writeConfused(slip, json));
    json.endArray();
    json.name("advice").beginArray();
    advice.forEach(json::value);
    json.endArray();
    if (variant != null) {
      write(variant, json);
    }
    json.endObject();
  }

  private static void writeConfused(MadeSlip slip, JsonWriter json) {
    json.beginObject();
    write(slip.code(), slip.at(), json);
    json.name("rivals").beginArray();
    for (Naming rival : slip.rivals()) {
      json.beginObject();
      write(rival.code(), rival.at(), json);
      json.endObject();
    }
    json.endArray().endObject();
  }

  private static void write(String code, Node at, JsonWriter json) {
    json.name("code").value(code);
    json.name("at").value(at.toString());
  }

  private void write(Variant better, JsonWriter json) {
    json.name("variant").beginObject();
    json.name("seed").value(better.seed());
    json.name("values").beginObject();
    for (Map.Entry<String, Tensor> each : better.values().entrySet()) {
      json.name(each.getKey()).tensor(each.getValue(), encoding);
    }
    json.endObject();
    json.name("upstream").tensor(better.upstream(), encoding);
    json.name("mistakes").value(better.check().slips().size());
    json.name("named").value(better.check().count(MadeSlip.Fate.NAMED));
    json.name("hidden").value(better.check().count(MadeSlip.Fate.HIDDEN));
    json.name("confused").value(better.check().count(MadeSlip.Fate.UNNAMED));
    json.endObject();
  }
}
