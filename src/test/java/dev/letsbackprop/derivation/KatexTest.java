package dev.letsbackprop.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.CommonMistake;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Formulas;
import dev.letsbackprop.service.Ask;
import dev.letsbackprop.service.Example;
import dev.letsbackprop.service.Examples;
import dev.letsbackprop.service.OperationExample;
import dev.letsbackprop.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All LaTeX that the service writes can be read: KaTeX renders it without an error. */
class KatexTest {
  private final JsonMapper mapper = new JsonMapper();

  @TempDir private Path folder;

  @BeforeEach
  void needsNode() throws InterruptedException {
    assumeTrue(Katex.isHere(), "node renders the formulas");
  }

  private void assertRendered(Set<String> formulas, int least) throws Exception {
    assertTrue(formulas.size() >= least, () -> "only " + formulas.size() + " formulas");
    assertEquals(List.of(), Katex.complaints(formulas, folder));
  }

  /** The derivations of the answer to a request. */
  private List<String> derivations(JsonNode request) {
    ObjectNode asking = (ObjectNode) request;
    asking.putArray("include").add("derivations");
    byte[] body = asking.toString().getBytes(StandardCharsets.UTF_8);
    List<String> found = new ArrayList<>();
    for (JsonNode node : mapper.readTree(Ask.gradients(body, Limits.DEFAULT)).path("nodes")) {
      node.path("derivations").forEach(step -> step.stringValueOpt().ifPresent(found::add));
      node.path("accumulation").stringValueOpt().ifPresent(found::add);
    }
    return found;
  }

  @Test
  void derivationsOfAllExamples() throws Exception {
    Set<String> formulas = new LinkedHashSet<>();
    for (Example example : Examples.all()) {
      formulas.addAll(derivations(mapper.readTree(example.text()).path("request")));
    }
    for (Entry entry : Catalogue.entries()) {
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      try (JsonWriter json = new JsonWriter(request)) {
        new OperationExample(entry).write(json);
      }
      formulas.addAll(derivations(mapper.readTree(request.toByteArray())));
    }
    assertRendered(formulas, 400);
  }

  /** Random shapes and attributes: every flow of every operation is derived. */
  @Test
  void derivationsOfRandomGraphs() throws Exception {
    Set<String> formulas = new LinkedHashSet<>();
    for (long seed = 0; seed < 120; seed++) {
      Graph graph = RandomGraphs.draw(seed, 30);
      for (Node node : graph.nodes()) {
        Tensor given = Tensor.filled(node.shape(), 1);
        Lesson lesson = Lesson.of(new Graph(graph.nodes(), node), given);
        List<@Nullable String> steps = lesson.derivations().steps(node);
        for (int place = 0; place < steps.size(); place++) {
          String step = steps.get(place);
          assertEquals(lesson.pullback().flow(node, place) == null, step == null);
          if (step != null) {
            formulas.add(step);
          }
        }
      }
    }
    assertRendered(formulas, 1_000);
  }

  @Test
  void theCatalogue() throws Exception {
    Set<String> formulas = new LinkedHashSet<>();
    for (Entry entry : Catalogue.entries()) {
      formulas.add(Formulas.of(entry).formula());
      formulas.addAll(Formulas.of(entry).derivatives());
      formulas.addAll(entry.derivation());
      formulas.addAll(Formulas.of(entry).alsoRight());
      CommonMistake.of(entry).forEach(mistake -> formulas.addAll(mistake.derivatives()));
    }
    assertRendered(formulas, 380);
  }

  @Test
  void hostileNames() throws Exception {
    Set<String> formulas = new LinkedHashSet<>();
    for (String name : hostile()) {
      ObjectNode request = mapper.createObjectNode().put("output", "y" + name);
      ObjectNode nodes = request.putObject("nodes");
      nodes.putObject(name).put("value", 2);
      nodes.putObject("M" + name).putArray("value").add(2).add(3);
      nodes.putObject("p" + name).put("op", "power").putArray("inputs").add(name).add(name);
      nodes.putObject("e" + name).put("op", "exp").putArray("inputs").add("p" + name);
      nodes
          .putObject("t" + name)
          .put("op", "mul")
          .putArray("inputs")
          .add("e" + name)
          .add("M" + name);
      nodes.putObject("y" + name).put("op", "sum").putArray("inputs").add("t" + name);
      formulas.addAll(derivations(request));
    }
    assertRendered(formulas, 7 * hostile().size());
  }

  private static List<String> hostile() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "<script>alert(1)</script>",
                "$\\input{/etc/passwd}$",
                "\\href{javascript:alert(1)}{x}",
                "}{\\frac",
                "\\end{cases}",
                "a & b \\\\ c",
                "50% # ~ ^ _",
                "`x' \"y\"",
                "[\\left(",
                "\u202Egnp.exe",
                "a\tb\nc",
                "\u0301",
                "e\u0489\u0301\u0301",
                "\u200D\uD83D\uDC69",
                "名前",
                "متغير",
                "השם",
                "величина",
                "пере-менная",
                "ħω/2π",
                "x²",
                "∂L/∂x",
                "⚠️",
                "w * x + b",
                "—–…«»"));
    for (String long200 : List.of("\\", "x", "^", "é", "\u0301", "名", "\uD83D\uDE00", "{ ")) {
      names.add(long200.repeat(200));
    }
    // Every sign of ASCII, and those of Latin-1, in the middle of a name.
    for (char sign = 1; sign < 256; sign++) {
      names.add("a" + sign + "b");
    }
    return names;
  }
}
