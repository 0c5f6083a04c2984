package dev.letsbackprop.examples;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.service.GradientRequest;
import dev.letsbackprop.service.GradientRequestReader;
import dev.letsbackprop.service.GradientService;
import dev.letsbackprop.service.HessianRequest;
import dev.letsbackprop.service.HessianRequestReader;
import dev.letsbackprop.service.HessianService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of a worked example.
 *
 * @param name its name without the ending
 * @param text what it holds
 */
public record ExampleFile(String name, String text) {
  static final Path FOLDER = Path.of("src/main/resources/examples");

  /** Whether answers are to be written and not compared. */
  static final boolean WRITE = Boolean.getBoolean("examples.write");

  private static final JsonMapper JSON = new JsonMapper();

  /** Every file, sorted by name. */
  public static List<ExampleFile> all() {
    try (Stream<Path> paths = Files.list(FOLDER)) {
      return paths
          .map(path -> FOLDER.relativize(path).toString())
          .filter(file -> file.endsWith(".json"))
          .map(file -> file.substring(0, file.length() - ".json".length()))
          .sorted()
          .map(ExampleFile::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ExampleFile of(String name) {
    try {
      return new ExampleFile(name, Files.readString(path(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(String name) {
    return FOLDER.resolve(name + ".json");
  }

  JsonNode json() {
    return JSON.readTree(text);
  }

  /** The request as it is posted. */
  public String request() {
    return json().path("request").toString();
  }

  /**
   * The compact text of the answer, which is the last that the file says; empty where it is not
   * there.
   */
  public String answer() {
    String start = "\n  \"answer\": ";
    int at = text.indexOf(start);
    return at < 0 ? "" : Layout.compact(text.substring(at + start.length(), text.lastIndexOf('}')));
  }

  /** Writes the file with this answer and in the layout of all. */
  void write(String answer) throws IOException {
    int end = text.indexOf(",\n  \"answer\": ");
    String before = text.substring(0, end < 0 ? text.lastIndexOf('}') : end);
    Files.writeString(path(name), Layout.of(before + ",\"answer\":" + answer + "}"));
  }

  /** What the service answers to the request. */
  String served() {
    return served(request());
  }

  /** What the service answers to the request when it has these further properties. */
  JsonNode served(String property, String value) {
    String request = request();
    return JSON.readTree(
        served(
            request.substring(0, request.length() - 1) + ",\"" + property + "\":" + value + "}"));
  }

  /** What the service answers to the same model where Hessians are asked for. */
  JsonNode hessians() {
    byte[] body = request().getBytes(StandardCharsets.UTF_8);
    HessianRequest request = HessianRequestReader.read(body, Limits.DEFAULT);
    return JSON.readTree(written(new HessianService(Limits.DEFAULT).differentiate(request)));
  }

  /** The slopes of the request's output towards a leaf. */
  Slopes slopes(String leaf) {
    return new Slopes(read(request()).model(), leaf);
  }

  private static GradientRequest read(String request) {
    byte[] body = request.getBytes(StandardCharsets.UTF_8);
    return GradientRequestReader.read(body, Limits.DEFAULT);
  }

  private static String served(String request) {
    return written(new GradientService().differentiate(read(request)));
  }

  private static String written(Document document) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (JsonWriter writer = new JsonWriter(answer)) {
      document.write(writer);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }
}
