package dev.letsbackprop.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.command.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example pipeline does what its page says. */
class GradingExampleTest {
  private static final Path FOLDER = Path.of("examples/grading");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");

  @TempDir Path root;

  private static String file(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }

  private static JsonNode yaml(String name) throws IOException {
    return new JsonMapper().valueToTree(new Yaml().<Object>load(file(name)));
  }

  /** As the compose file calls it. */
  @Test
  void theTable() throws IOException {
    JsonNode compose = yaml("docker-compose.yml");
    String[] here =
        compose
            .at("/services/grade/command")
            .valueStream()
            .map(word -> word.stringValue().replace("/course", FOLDER.toString()))
            .toArray(String[]::new);
    Run run = Run.of("", here);
    assertEquals(file("table.txt"), run.out());
    assertEquals(0, run.status(), run.err());
    assertTrue(file("README.md").contains(run.out()));
  }

  /** What was done wrong on purpose, by the one who made the example. */
  @ParameterizedTest
  @CsvSource({
    "ada, '', 14",
    "ben, sigmoid.input, 12",
    "chi, sigmoid.one_factor, 12",
    "dan, multiply.swapped, 10",
    "eve, chain.local_missing, 12",
    "fay, chain.upstream_missing, 12",
    "gus, '', 12"
  })
  void theMistakes(String student, String code, double score) {
    JsonNode grade =
        new JsonMapper()
            .readTree(
                Run.of(
                        "",
                        "grade",
                        FOLDER.resolve("assignment.json").toString(),
                        FOLDER.resolve("submissions/" + student + ".json").toString())
                    .out());
    assertEquals(score, grade.path("score").doubleValue());
    for (JsonNode item : grade.path("items")) {
      if (item.path("verdict").stringValue().equals("incorrect")) {
        assertEquals(code, item.at("/misconception/code").asString(""), item::toString);
      }
      assertFalse(item.has("expected"), "an answer is revealed");
    }
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    Matcher link = LINK.matcher(file("README.md"));
    while (link.find()) {
      assertTrue(Files.exists(FOLDER.resolve(link.group(1))), link.group(1));
    }
  }

  @Test
  void theWorkflowIsYaml() throws IOException {
    assertTrue(yaml("github/grade.yml").has("jobs"));
  }

  /** The autograder in a folder that looks like Gradescope's. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void gradescope() throws Exception {
    Path source = Files.createDirectories(root.resolve("source"));
    Files.copy(FOLDER.resolve("assignment.json"), source.resolve("assignment.json"));
    Path submission = Files.createDirectories(root.resolve("submission"));
    Path results = root.resolve("results/results.json");

    assertEquals(0, autograde());
    assertEquals(
        "No file '%s'.".formatted(shortened(submission.resolve("submission.json"))),
        json(results).path("output").stringValue());

    Files.copy(FOLDER.resolve("submissions/dan.json"), submission.resolve("any name.json"));
    assertEquals(0, autograde());
    assertEquals(10, json(results).path("score").doubleValue());
    assertEquals(10, json(results).path("tests").size());

    Files.writeString(source.resolve("assignment.json"), "{}");
    assertEquals(2, autograde());
    assertFalse(Files.exists(results), "a broken assignment is no zero");
  }

  private static String shortened(Path path) {
    String text = path.toString();
    return text.length() <= 64 ? text : text.substring(0, 64) + "…";
  }

  private static JsonNode json(Path file) {
    return new JsonMapper().readTree(file.toFile());
  }

  private int autograde() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(FOLDER.resolve("gradescope/run_autograder").toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("log").toFile());
    builder.environment().put("AUTOGRADER", root.toString());
    builder
        .environment()
        .put(
            "LETSBACKPROP",
            Path.of(System.getProperty("java.home"), "bin", "java")
                + " -cp "
                + System.getProperty("java.class.path")
                + " dev.letsbackprop.LetsBackprop");
    return builder.start().waitFor();
  }
}
