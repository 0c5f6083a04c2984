package dev.letsbackprop.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.service.Example;
import dev.letsbackprop.service.Examples;
import dev.letsbackprop.service.GradientRequestReader;
import dev.letsbackprop.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Scripts, run with the libraries that they are written for, print the engine's numbers. */
class ScriptTest {
  private static final double TOLERANCE = 1e-12;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyOperation(Library library) {
    int draws = library == Library.JAX ? 1 : 12;
    List<Case> cases = new ArrayList<>();
    for (Entry entry : Catalogue.entries()) {
      for (int draw = 0; draw < draws; draw++) {
        cases.add(Case.of(entry, draw));
      }
    }
    check(library, cases);
  }

  /** Ties and kinks included: NumPy's backward pass is written by our own rules. */
  @Test
  void randomGraphs() {
    List<Case> cases = new ArrayList<>();
    for (long seed = 0; seed < 150; seed++) {
      cases.add(Case.of("graph " + seed, RandomGraphs.draw(seed, 12), new Random(seed)));
    }
    check(Library.NUMPY, cases);
  }

  @ParameterizedTest
  @EnumSource
  void everyExample(Library library) {
    List<Case> cases = new ArrayList<>();
    for (Example example : Examples.all()) {
      String request = new JsonMapper().readTree(example.text()).path("request").toString();
      byte[] body = request.getBytes(StandardCharsets.UTF_8);
      Model model = GradientRequestReader.read(body, Limits.DEFAULT).model();
      cases.add(new Case(example.name(), model.graph(), model.seed()));
    }
    check(library, cases);
  }

  /** Whatever an id is, it ends up as quoted text, and its node gets a variable of its own. */
  @ParameterizedTest
  @EnumSource
  void hostileNames(Library library) {
    List<String> names =
        List.of(
            "\"\"\"",
            "'",
            "\\",
            "a\nimport os",
            "# x",
            "np",
            "torch",
            "jnp",
            "d_q",
            "q",
            "q ",
            "lambda",
            "print",
            "show",
            "F",
            "softmax",
            "zeros",
            "inputs",
            "d_inputs",
            "α",
            "Δ",
            "ﬁ",
            "fi",
            "ⅳ",
            "日本",
            "1x",
            "__import__",
            "x\u2028y",
            "x\u202ey",
            "\ud83d\ude00",
            "\ud83d",
            "{0}",
            "%s",
            "$1",
            "\0",
            "a".repeat(900));
    GraphBuilder builder = new GraphBuilder();
    Node sum = builder.leaf("s", Tensor.scalar(0.5), false);
    for (int at = 0; at < names.size(); at++) {
      Node factor = builder.leaf(" " + names.get(at), Tensor.scalar(at + 2.0), at % 3 == 0);
      sum = builder.step(names.get(at), operation("multiply"), List.of(sum, factor));
    }
    Node squashed = builder.step("", operation("tanh"), List.of(sum));
    check(library, List.of(Case.of("names", builder.build(squashed), new Random(1))));
  }

  private static Operation operation(String name) {
    return Objects.requireNonNull(Catalogue.find(name)).example();
  }

  private void check(Library library, List<Case> cases) {
    boolean there = Interpreter.has(Interpreter.module(library));
    boolean must = Interpreter.mustBeComplete();
    assumeTrue(there || must || library == Library.JAX, library + " is not installed");
    assumeTrue(must || Interpreter.has("json"), "Python is not installed");
    // Debian has no JAX: where it is missing its scripts are compiled, and not run.
    boolean run = there || library != Library.JAX;
    List<String> scripts = cases.stream().map(one -> one.script(library)).toList();
    List<String> printed = Interpreter.run(folder, scripts, run);
    List<String> faults = new ArrayList<>();
    for (int at = 0; at < cases.size(); at++) {
      if (run) {
        faults.addAll(cases.get(at).faults(printed.get(at), TOLERANCE));
      } else {
        assertEquals("", printed.get(at), cases.get(at).told());
      }
    }
    assertEquals(List.of(), faults);
  }
}
