package dev.letsbackprop.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Formulas;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalogue derives at length is true, line by line, and ends in the rule. */
class LongDerivationTest {
  private static final double UPSTREAM = 1.25;

  static Stream<Entry> derived() {
    return Catalogue.entries().stream()
        .filter(entry -> entry.example().elementwise() && !entry.derivation().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sigmoid", "tanh", "softmax", "softmax_with_loss", "log_softmax", "softplus", "matmul",
        "mean_squared_error", "layer_norm", "sqrt", "reciprocal", "logsumexp", "silu", "gelu"
      })
  void lessonsThatHaveOne(String name) {
    assertFalse(Objects.requireNonNull(Catalogue.find(name)).derivation().isEmpty());
  }

  /** A name that is new is defined by the other sides; whatever is known must agree. */
  @ParameterizedTest
  @MethodSource("derived")
  void everyLineIsTrue(Entry entry) {
    Operation operation = entry.example();
    List<Tensor> x = new ArrayList<>();
    Map<String, Double> known = new HashMap<>();
    for (String input : entry.inputs()) {
      double number = 0.7 + 0.4 * x.size();
      x.add(Tensor.scalar(number));
      known.put(input, number);
    }
    Tensor y = operation.evaluate(x);
    String result = Formulas.result(entry);
    known.put(result, y.item());
    known.put(partial("L", result), UPSTREAM);
    Map<String, Double> flows = new HashMap<>();
    for (int place = 0; place < x.size(); place++) {
      String input = entry.inputs().get(place);
      double flow = operation.vjp(Numbers.NUMBERS, place, x, y, Tensor.scalar(UPSTREAM)).item();
      flows.put(partial("L", input), flow);
      known.putIfAbsent(partial(result, input), flow / UPSTREAM);
    }
    for (String line : entry.derivation()) {
      for (String equation : line.split(", \\\\quad ", -1)) {
        check(equation, known);
      }
    }
    flows.forEach(
        (name, flow) -> {
          assertTrue(known.containsKey(name), name);
          assertEquals(flow, LatexArithmetic.evaluate(name, known), 1e-12, name);
        });
  }

  private static void check(String equation, Map<String, Double> known) {
    List<String> sides = LatexArithmetic.sides(equation);
    String left = sides.get(0);
    String right = sides.get(sides.size() - 1);
    boolean defines = left.matches("[a-z]|\\\\frac\\{\\\\partial \\w\\}\\{\\\\partial \\w\\}");
    if (defines && !known.containsKey(left)) {
      known.put(left, LatexArithmetic.evaluate(right, known));
    }
    double expected = LatexArithmetic.evaluate(left, known);
    for (String side : sides) {
      assertEquals(expected, LatexArithmetic.evaluate(side, known), 1e-12, side);
    }
  }

  private static String partial(String of, String by) {
    return "\\frac{\\partial " + of + "}{\\partial " + by + "}";
  }
}
