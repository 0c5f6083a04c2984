package dev.letsbackprop.service;

import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.json.ReadLimits;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.model.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks for gradients as a client would, without HTTP. */
public final class Ask {
  private Ask() {}

  /** The answer's bytes as text. */
  public static String gradients(byte[] body, Limits limits) {
    GradientRequest request = GradientRequestReader.read(body, ReadLimits.DEFAULT, limits);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(answer)) {
      new GradientService().differentiate(request).write(json);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** The answer to a body in which single quotes stand for double ones. */
  public static String gradients(String body) {
    return gradients(bytes(body), Limits.DEFAULT);
  }

  /** The faults of a body, each as {@code pointer: sentence}. */
  public static List<String> faults(String body) {
    return faults(body, Limits.DEFAULT);
  }

  public static List<String> faults(String body, Limits limits) {
    try {
      throw new AssertionError("not refused: " + gradients(bytes(body), limits));
    } catch (Refusal refusal) {
      return refusal.faults().stream()
          .map(fault -> fault.pointer() + ": " + fault.detail())
          .toList();
    }
  }

  private static byte[] bytes(String body) {
    return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
