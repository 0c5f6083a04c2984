package dev.letsbackprop.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files say what the service answers, byte for byte.
 *
 * <p>{@code ./mvnw test -Dtest=AnswersTest -Dexamples.write=true} writes the answers and the index.
 */
class AnswersTest {
  private static final Path INDEX = ExampleFile.FOLDER.resolve("index.txt");

  static List<ExampleFile> files() {
    return ExampleFile.all();
  }

  @ParameterizedTest
  @MethodSource("files")
  void answer(ExampleFile file) throws IOException {
    if (ExampleFile.WRITE) {
      file.write(file.served());
      return;
    }
    assertEquals(file.served(), file.answer(), file::name);
    assertEquals(Layout.of(file.text()), file.text(), file::name);
  }

  @Test
  void index() throws IOException {
    String names = files().stream().map(file -> file.name() + "\n").collect(Collectors.joining());
    if (ExampleFile.WRITE) {
      Files.writeString(INDEX, names);
      return;
    }
    assertEquals(names, Files.readString(INDEX));
  }
}
