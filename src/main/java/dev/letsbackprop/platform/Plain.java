package dev.letsbackprop.platform;

import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Numbers for people, as the JSON of the service spells them. */
final class Plain {
  /** What is larger is told by its shape. */
  private static final int MOST_ELEMENTS = 32;

  private Plain() {}

  static String number(double value) {
    return json(writer -> writer.value(value));
  }

  static String tensor(Tensor tensor) {
    return tensor.size() > MOST_ELEMENTS
        ? tensor.size() + " numbers of shape " + tensor.shape()
        : json(writer -> writer.tensor(tensor, Encoding.NESTED))
            .replace("\"", "")
            .replace(",", ", ");
  }

  /** Which entries are wrong. */
  static String entries(List<int[]> indices, int most) {
    String list =
        indices.stream().limit(most).map(Arrays::toString).collect(Collectors.joining(", "));
    int more = indices.size() - most;
    return "Wrong at " + list + (more > 0 ? " and " + more + " more places." : ".");
  }

  private static String json(Consumer<JsonWriter> value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter writer = new JsonWriter(bytes)) {
      value.accept(writer);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
