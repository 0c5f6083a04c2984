package dev.letsbackprop.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mermaid's own parser reads what we write, and finds the names and numbers in it. */
class MermaidTest {
  private static final Path SCRIPT = Path.of("src/test/mermaid/parse.js");

  /** What Mermaid makes of {@code #60;} until it is shown. */
  private static final Pattern CODE = Pattern.compile("ﬂ°°(\\d+)¶ß");

  private final JsonMapper mapper = new JsonMapper();

  @TempDir private Path folder;

  @BeforeEach
  void needsNode() throws InterruptedException {
    assumeTrue(Programs.has("node", "--version"), "node runs Mermaid");
  }

  private List<JsonNode> parse(List<String> charts) throws IOException, InterruptedException {
    Path input = folder.resolve("charts.jsonl");
    Path output = folder.resolve("found.jsonl");
    Files.write(input, charts.stream().map(mapper::writeValueAsString).toList());
    Process node =
        new ProcessBuilder("node", SCRIPT.toString(), library().toString())
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(node.waitFor(2, TimeUnit.MINUTES), "node takes too long");
    List<JsonNode> found = new ArrayList<>();
    for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
      JsonNode each = mapper.readTree(line);
      assertFalse(each.has("error"), () -> each + " in " + charts.get(found.size()));
      found.add(each);
    }
    assertEquals(charts.size(), found.size());
    return found;
  }

  private Path library() throws IOException {
    Properties properties = new Properties();
    try (InputStream about = resource("META-INF/maven/org.webjars.npm/mermaid/pom.properties")) {
      properties.load(about);
    }
    String home = "META-INF/resources/webjars/mermaid/" + properties.getProperty("version");
    Path file = folder.resolve("mermaid.js");
    try (InputStream code = resource(home + "/dist/mermaid.min.js")) {
      Files.write(file, code.readAllBytes());
    }
    return file;
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        MermaidTest.class.getClassLoader().getResourceAsStream(name), name);
  }

  private static String shown(JsonNode text) {
    return CODE.matcher(text.stringValue())
        .replaceAll(
            code ->
                Character.toString(Integer.parseInt(code.group(1)))
                    .replace("\\", "\\\\")
                    .replace("$", "\\$"));
  }

  @Test
  void awfulNames() throws Exception {
    List<String> names = NamesTest.names();
    List<JsonNode> found =
        parse(names.stream().map(name -> NamesTest.write(name, Format.MERMAID)).toList());
    for (int at = 0; at < names.size(); at++) {
      JsonNode texts = found.get(at).path("texts");
      assertEquals(4, texts.size());
      // Mermaid strips what stands around a text.
      assertEquals(Caption.of(names.get(at), Caption.SHORT).strip(), shown(texts.get(0)).strip());
      assertEquals("×<br/>" + Caption.of("y" + names.get(at), Caption.SHORT), shown(texts.get(2)));
      assertEquals(
          "[[\"n0\",\"b0\",\"3<br/>∇ 6\"],[\"b0\",\"n1\",\"3<br/>∇ 3\"],"
              + "[\"b0\",\"n1\",\"3<br/>∇ 3\"],[\"n1\",\"loss\",\"9<br/>∇ 1\"]]",
          found.get(at).path("edges").toString());
    }
  }

  @Test
  void randomGraphs() throws Exception {
    List<String> charts = new ArrayList<>();
    for (long seed = 0; seed < 20; seed++) {
      Graph graph = RandomGraphs.draw(seed, 30);
      List<Tensor> values = graph.read(Numbers.NUMBERS, Node::value);
      Tensor upstream = Tensor.filled(graph.output().shape(), 0.5);
      charts.add(
          Diagram.of(graph, graph.nodes(), values, upstream, true)
              .write(Format.MERMAID, Theme.AUTO, 0));
    }
    parse(charts);
  }
}
