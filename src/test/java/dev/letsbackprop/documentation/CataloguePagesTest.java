package dev.letsbackprop.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The pages on operations, layers, grading and limits say what the catalogues say, byte for byte.
 *
 * <p>{@code ./mvnw test -Dtest=CataloguePagesTest -Ddocs.write=true} writes them.
 */
class CataloguePagesTest {

  @Test
  void operations() throws IOException {
    compare(Path.of("docs/operations.md"), OperationsPage.text());
  }

  @Test
  void layers() throws IOException {
    compare(Path.of("docs/layers.md"), LayersPage.text());
  }

  @Test
  void grading() throws IOException {
    compare(Path.of("docs/grading.md"), GradingPage.text());
  }

  @Test
  void limits() throws IOException {
    compare(Path.of("docs/limits.md"), LimitsPage.text());
  }

  private static void compare(Path page, String text) throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(page, text);
      return;
    }
    assertEquals(text, Files.readString(page));
  }
}
