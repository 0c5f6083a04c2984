package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads bodies for the tests, to the end, and tells what came of it. */
final class Reading {
  private Reading() {}

  /** Runs a reading that must find no fault. */
  static void accept(String body, Consumer<JsonReader> reading) {
    Faults faults = new Faults();
    read(bytes(body), Limits.DEFAULT, faults, reading);
    assertThat(faults.list()).isEmpty();
  }

  /** The faults of a reading, each as "KIND pointer: detail". */
  static List<String> faults(String body, Consumer<JsonReader> reading) {
    return faults(body, Limits.DEFAULT, reading);
  }

  static List<String> faults(String body, Limits limits, Consumer<JsonReader> reading) {
    Faults faults = new Faults();
    read(bytes(body), limits, faults, reading);
    return faults.list().stream()
        .map(fault -> fault.kind() + " " + fault.pointer() + ": " + fault.detail())
        .toList();
  }

  /** What a body is refused with, which must be one fault. */
  static Fault refused(byte[] body, Limits limits) {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> read(body, limits, new Faults(), JsonReader::skip));
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.faults()).hasSize(1);
    return refusal.faults().get(0);
  }

  /** The sentence that a body which is not JSON is refused with. */
  static String malformed(String body) {
    return malformed(bytes(body));
  }

  static String malformed(byte[] body) {
    Fault fault = refused(body, Limits.DEFAULT);
    assertThat(fault.kind()).isEqualTo(Fault.Kind.MALFORMED_JSON);
    return fault.detail();
  }

  static Tensor tensor(String body) {
    Faults faults = new Faults();
    Tensor[] read = new Tensor[1];
    read(
        bytes(body),
        Limits.DEFAULT,
        faults,
        reader -> read[0] = Objects.requireNonNull(reader.tensor("a tensor"), body));
    assertThat(faults.list()).isEmpty();
    return read[0];
  }

  /** The faults of a body read as a tensor, which must then be null. */
  static List<String> tensorFaults(String body) {
    return tensorFaults(body, Limits.DEFAULT);
  }

  static List<String> tensorFaults(String body, Limits limits) {
    return faults(body, limits, reader -> assertThat(reader.tensor("a tensor")).isNull());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void read(
      byte[] body, Limits limits, Faults faults, Consumer<JsonReader> reading) {
    JsonReader reader = JsonReader.of(body, limits, faults);
    reading.accept(reader);
    reader.end();
  }
}
