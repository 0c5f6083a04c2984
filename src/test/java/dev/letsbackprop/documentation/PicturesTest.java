package dev.letsbackprop.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.diagram.Format;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.service.DiagramRequestReader;
import dev.letsbackprop.service.DiagramService;
import dev.letsbackprop.service.OperationExample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the documentation are those that the service draws, byte for byte.
 *
 * <p>{@code ./mvnw test -Dtest=PicturesTest -Ddocs.write=true} draws them.
 */
class PicturesTest {
  private static final Path IMAGES = Path.of("docs/images");

  /** The most bytes of an operation's picture: there are many. */
  private static final int LARGEST = 5_000;

  private static String draw(byte[] request) {
    return new DiagramService(Limits.DEFAULT)
        .draw(DiagramRequestReader.read(request, Limits.DEFAULT), Format.SVG);
  }

  private static void compare(String file, String picture) throws IOException {
    Path path = IMAGES.resolve(file);
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, picture);
      return;
    }
    assertEquals(picture, Files.readString(path), file);
  }

  /** The README opens with its own first request, drawn. */
  @Test
  void readme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("-d '") + 4;
    String body = readme.substring(from, readme.indexOf("'\n", from));
    String model = body.replaceFirst(", \"include\": \\[[^]]*]", "");
    assertTrue(readme.indexOf("(docs/images/readme.svg)") < from);
    compare("readme.svg", draw(model.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void operations() throws IOException {
    for (Entry entry : Catalogue.entries()) {
      String picture = draw(request(entry));
      assertTrue(
          picture.getBytes(StandardCharsets.UTF_8).length <= LARGEST,
          () -> entry.name() + ": " + picture.length());
      compare("operations/" + entry.name() + ".svg", picture);
    }
  }

  /** No picture is left of an operation that is gone. */
  @Test
  void noOthers() throws IOException {
    try (Stream<Path> files = Files.list(IMAGES.resolve("operations"))) {
      assertEquals(
          Catalogue.entries().stream().map(entry -> entry.name() + ".svg").sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  private static byte[] request(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(bytes)) {
      new OperationExample(entry).write(json);
    }
    return bytes.toByteArray();
  }
}
