package dev.letsbackprop.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts, run with the libraries that they are written for, print the engine's numbers. */
class ScriptTest {
  private static final double TOLERANCE = 1e-12;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyOperation(Library library) {
    int draws = library == Library.JAX ? 2 : 12;
    List<Case> cases = new ArrayList<>();
    for (Entry entry : Catalogue.entries()) {
      for (int draw = 0; draw < draws; draw++) {
        cases.add(Case.of(entry, draw));
      }
    }
    check(library, cases);
  }

  @ParameterizedTest
  @EnumSource
  void randomGraphs(Library library) {
    List<Case> cases = new ArrayList<>();
    for (long seed = 0; seed < (library == Library.NUMPY ? 150 : 0); seed++) {
      Random random = new Random(seed);
      cases.add(Case.of("graph " + seed, RandomGraphs.draw(seed, 12), random));
    }
    check(library, cases);
  }

  private void check(Library library, List<Case> cases) {
    boolean there = Interpreter.has(Interpreter.module(library));
    boolean run = there || (Interpreter.mustBeComplete() && library != Library.JAX);
    assumeTrue(run || Interpreter.has("json"), "no Python");
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
    assertTrue(
        faults.isEmpty(),
        () ->
            faults.size()
                + " faults: "
                + String.join("\n", faults.subList(0, Math.min(60, faults.size()))));
  }
}
