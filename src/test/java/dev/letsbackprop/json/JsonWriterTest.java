package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {
  static String written(Consumer<JsonWriter> writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter writer = new JsonWriter(bytes)) {
      writing.accept(writer);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "-4, -4",
    "0, 0",
    "-0.0, -0.0",
    "1, 1",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "-2.5, -2.5",
    "0.001, 0.001",
    "0.0001, 1e-4",
    "1e-5, 1e-5",
    "-1.25e-7, -1.25e-7",
    "1e-10, 1e-10",
    "123456.75, 123456.75",
    "12345678.5, 1.23456785e7",
    "10000000, 10000000",
    "9007199254740991, 9007199254740991",
    "-9007199254740991, -9007199254740991",
    "9007199254740992, 9.007199254740992e15",
    "1e22, 1e22",
    "1e100, 1e100",
    "2e-323, 2e-323",
    "4.9e-324, 4.9e-324",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "NaN, \"NaN\"",
    "Infinity, \"Infinity\"",
    "-Infinity, \"-Infinity\""
  })
  void numbersAreWrittenShort(double value, String text) {
    assertThat(written(writer -> writer.value(value))).isEqualTo(text);
    assertThat(written(writer -> writer.tensor(Tensor.vector(value, value), Encoding.NESTED)))
        .isEqualTo("[" + text + "," + text + "]");
  }

  @Test
  void documentsAreCompact() {
    assertThat(
            written(
                writer ->
                    writer
                        .beginObject()
                        .name("a \"é\"\n")
                        .value("€😀\u0001")
                        .name("b")
                        .beginArray()
                        .value(1.5)
                        .value(-0.0)
                        .value(2.0)
                        .value(Long.MIN_VALUE)
                        .value(true)
                        .nullValue()
                        .beginObject()
                        .endObject()
                        .endArray()
                        .name("c")
                        .value(Double.NaN)
                        .endObject()))
        .isEqualTo(
            "{\"a \\\"é\\\"\\n\":\"€😀\\u0001\","
                + "\"b\":[1.5,-0.0,2,-9223372036854775808,true,null,{}],\"c\":\"NaN\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NESTED | [[1,-2.5],[3,\"NaN\"]]",
        "FLAT   | {\"shape\":[2,2],\"data\":[1,-2.5,3,\"NaN\"]}",
        "BASE64 | {\"shape\":[2,2],"
            + "\"base64\":\"AAAAAAAA8D8AAAAAAAAEwAAAAAAAAAhAAAAAAAAA+H8=\"}",
      })
  void tensorsHaveThreeSpellings(Encoding encoding, String text) {
    Tensor tensor = Tensor.of(Shape.of(2, 2), 1, -2.5, 3, Double.NaN);
    assertThat(written(writer -> writer.tensor(tensor, encoding))).isEqualTo(text);
    assertThat(
            written(
                writer ->
                    writer
                        .beginArray()
                        .tensor(tensor, encoding)
                        .tensor(tensor, encoding)
                        .endArray()))
        .isEqualTo("[" + text + "," + text + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NESTED | 5 | [] | [[],[]]",
        "FLAT   | {\"shape\":[],\"data\":[5]} | {\"shape\":[0],\"data\":[]}"
            + " | {\"shape\":[2,0],\"data\":[]}",
        "BASE64 | {\"shape\":[],\"base64\":\"AAAAAAAAFEA=\"} | {\"shape\":[0],\"base64\":\"\"}"
            + " | {\"shape\":[2,0],\"base64\":\"\"}",
      })
  void scalarsAndEmptyTensorsToo(Encoding encoding, String scalar, String empty, String rows) {
    assertThat(written(writer -> writer.tensor(Tensor.scalar(5), encoding))).isEqualTo(scalar);
    assertThat(written(writer -> writer.tensor(Tensor.vector(), encoding))).isEqualTo(empty);
    assertThat(written(writer -> writer.tensor(Tensor.filled(Shape.of(2, 0), 0), encoding)))
        .isEqualTo(rows);
  }

  @Test
  void whatIsBrokenOffDoesNotLookWhole() {
    assertThat(written(writer -> writer.beginObject().name("a").beginArray().value(1)))
        .isEqualTo("{\"a\":[1");
  }

  @Test
  void textLongerThanAnyBufferArrivesInOrder() {
    String text = "0123456789".repeat(100_000);
    Tensor tensor = Tensor.filled(Shape.of(100_000), 0.25);
    String all =
        written(
            writer ->
                writer
                    .beginArray()
                    .value(text)
                    .tensor(tensor, Encoding.NESTED)
                    .value("end")
                    .endArray());
    String numbers = Arrays.toString(tensor.toArray()).replace(" ", "");
    assertThat(all).isEqualTo("[\"" + text + "\"," + numbers + ",\"end\"]");
  }

  @Test
  void theStreamIsFlushedAndLeftOpenAndItsFailuresAreTold() {
    StringBuilder events = new StringBuilder();
    OutputStream target =
        new OutputStream() {
          @Override
          public void write(int character) {
            events.append((char) character);
          }

          @Override
          public void flush() {
            events.append("|");
          }

          @Override
          public void close() {
            events.append("closed");
          }
        };
    try (JsonWriter writer = new JsonWriter(target)) {
      writer.value(1.0);
    }
    assertThat(events).hasToString("1|");

    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int character) throws IOException {
            throw new IOException("gone");
          }
        };
    JsonWriter writer = new JsonWriter(broken).value("x");
    assertThatThrownBy(writer::close)
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("gone");
  }
}
