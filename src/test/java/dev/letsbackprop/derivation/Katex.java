package dev.letsbackprop.derivation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.diagram.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** KaTeX, which sets formulas in web pages, run by node. */
final class Katex {
  private static final Path SCRIPT = Path.of("src/test/katex/render.js");

  private Katex() {}

  /** Whether there is a node to run it; in continuous integration there must be. */
  static boolean isHere() throws InterruptedException {
    return Programs.has("node", "--version");
  }

  /** Why some of these cannot be rendered; none where all can. */
  static List<String> complaints(Collection<String> formulas, Path folder)
      throws IOException, InterruptedException {
    JsonMapper mapper = new JsonMapper();
    Path input = folder.resolve("formulas.jsonl");
    Path output = folder.resolve("complaints.txt");
    Files.write(input, formulas.stream().map(mapper::writeValueAsString).toList());
    Process node =
        new ProcessBuilder("node", SCRIPT.toString(), library(folder).toString())
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(node.waitFor(2, TimeUnit.MINUTES), "node takes too long");
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    assertTrue(lines.contains("rendered " + formulas.size()), lines::toString);
    return lines.subList(0, lines.size() - 1);
  }

  /** KaTeX as a file, out of its jar. */
  private static Path library(Path folder) {
    try (InputStream about = resource("META-INF/maven/org.webjars.npm/katex/pom.properties")) {
      Properties properties = new Properties();
      properties.load(about);
      String version = properties.getProperty("version");
      Path file = folder.resolve("katex.js");
      try (InputStream code =
          resource("META-INF/resources/webjars/katex/" + version + "/dist/katex.js")) {
        Files.write(file, code.readAllBytes());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Katex.class.getClassLoader().getResourceAsStream(name), name);
  }
}
