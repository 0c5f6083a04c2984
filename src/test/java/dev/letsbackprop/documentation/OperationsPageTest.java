package dev.letsbackprop.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page on operations says what the catalogue says, byte for byte.
 *
 * <p>{@code ./mvnw test -Dtest=OperationsPageTest -Ddocs.write=true} writes it.
 */
class OperationsPageTest {
  private static final Path PAGE = Path.of("docs/operations.md");

  @Test
  void pageIsThatOfTheCatalogue() throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, OperationsPage.text());
      return;
    }
    assertEquals(OperationsPage.text(), Files.readString(PAGE));
  }
}
