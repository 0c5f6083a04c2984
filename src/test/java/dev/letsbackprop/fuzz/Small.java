package dev.letsbackprop.fuzz;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Requests of which only small ones are let through, so that thousands can be tried a second. */
final class Small {
  /** A bounded part of what a request may usually need. */
  static final Limits LIMITS =
      Limits.DEFAULT
          .with(Limit.NODES, 2_000)
          .with(Limit.EDGES, 4_000)
          .with(Limit.ELEMENTS, 20_000)
          .with(Limit.ALLOCATION, 100_000)
          .with(Limit.ARITHMETIC, 1_000_000)
          .with(Limit.ANSWER, 50_000)
          .with(Limit.DERIVATIONS, 500)
          .with(Limit.SCRIPT, 100_000)
          .with(Limit.DIAGRAM_NODES, 50)
          .with(Limit.DIAGRAM_EDGES, 200)
          .with(Limit.DIAGRAM_PASSAGES, 500)
          .with(Limit.EXERCISE_CHECK, 100_000);

  private Small() {}

  /** Does something that may be refused; whatever else it throws is a fault of ours. */
  static void refusable(Runnable work) {
    try {
      work.run();
    } catch (Refusal refusal) {
      if (refusal.faults().isEmpty() || refusal.faults().get(0).detail().isBlank()) {
        throw new AssertionError("refused without a sentence");
      }
    }
  }

  /** Writes an answer to nowhere. */
  static void write(Document document) {
    try (JsonWriter json = new JsonWriter(OutputStream.nullOutputStream())) {
      document.write(json);
    }
  }

  /** The bytes of an answer. */
  static byte[] written(Document document) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(answer)) {
      document.write(json);
    }
    return answer.toByteArray();
  }
}
