package dev.letsbackprop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that grows too long holds two ideas. */
class FileSizeTest {

  private static final int MOST_LINES = 300;

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "src/test/java"})
  void noFileIsLong(String folder) throws IOException {
    List<Path> sources;
    try (var files = Files.walk(Path.of(folder))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    Map<Path, Integer> tooLong = new TreeMap<>();
    for (Path source : sources) {
      int lines = Files.readAllLines(source).size();
      if (lines > MOST_LINES) {
        tooLong.put(source, lines);
      }
    }
    assertThat(sources).isNotEmpty();
    assertThat(tooLong).as("files of more than %d lines", MOST_LINES).isEmpty();
  }
}
