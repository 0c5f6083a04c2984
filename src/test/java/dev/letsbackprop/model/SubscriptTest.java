package dev.letsbackprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.Pointer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A subscript is a slice for each axis, an index takes a place, and its axis goes. */
class SubscriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x[1:9]    | x[1:9] = slice{axis=0, start=1, stop=9}",
        "x[ : ]    | ",
        "x[::-1]   | x[::-1] = slice{axis=0, step=-1}",
        "x[-3:]    | x[-3:] = slice{axis=0, start=-3}",
        "x[:-1:]   | x[:-1] = slice{axis=0, stop=-1}",
        "x[1 :9: 2]| x[1:9:2] = slice{axis=0, start=1, stop=9, step=2}",
        "x[:,1:]   | x[:, 1:] = slice{axis=1, start=1}",
        "x[0]      | x[[0]] = take{axis=0, indices=[0]}; x[0] = squeeze{axis=[0]}",
        "x[-1,]    | x[[-1]] = take{axis=0, indices=[-1]}; x[-1] = squeeze{axis=[0]}",
        "x[:, 1]   | x[:, [1]] = take{axis=1, indices=[1]}; x[:, 1] = squeeze{axis=[1]}",
        "x[0,1:,2] | x[[0]] = take{axis=0, indices=[0]};"
            + " x[[0], 1:] = slice{axis=1, start=1};"
            + " x[[0], 1:, [2]] = take{axis=2, indices=[2]};"
            + " x[0, 1:, 2] = squeeze{axis=[0, 2]}",
        "(x)[1:][:2] | x[1:] = slice{axis=0, start=1}; x[1:][:2] = slice{axis=0, stop=2}",
        "(-x)[1:]  | -x = negative{}; (-x)[1:] = slice{axis=0, start=1}",
        "-x[1:]    | x[1:] = slice{axis=0, start=1}; -x[1:] = negative{}",
        "exp(x)[1:]| exp(x) = exp{}; exp(x)[1:] = slice{axis=0, start=1}",
        "x[1:]**2  | x[1:] = slice{axis=0, start=1}; x[1:] ** 2 = power{}",
      })
  void becomesSteps(String formula, String steps) {
    Map<String, DraftNode> nodes = new LinkedHashMap<>();
    Steps drafts = new Steps(formula, Pointer.ROOT, new Faults(), nodes);
    assertEquals(true, new FormulaParser(formula, drafts).parse());
    assertEquals(
        steps == null ? "" : steps,
        nodes.values().stream()
            .map(node -> node.id() + " = " + node.operation() + node.attributes())
            .collect(Collectors.joining("; ")));
  }
}
