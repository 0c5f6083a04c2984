package dev.letsbackprop.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.model.ModelReader;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.service.Example;
import dev.letsbackprop.service.Examples;
import dev.letsbackprop.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every derivation between scalars, worked out again from its LaTeX, gives the flow. */
class WorkedNumbersTest {

  @Test
  void examples() {
    int checked = 0;
    for (Example example : Examples.all()) {
      Model model = model(new JsonMapper().readTree(example.text()).path("request"));
      checked += Lesson.of(model.graph(), model.seed()).check(model.seed());
    }
    assertTrue(checked > 200, () -> "too few derivations are of scalars");
  }

  private static Model model(JsonNode request) {
    Faults faults = new Faults();
    byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
    JsonReader json = JsonReader.of(body, Limits.DEFAULT, faults);
    ModelReader reader = new ModelReader(json, faults, Limits.DEFAULT, Pointer.ROOT);
    json.object("a model", reader.properties().and("include", json::skip).and("wrt", json::skip));
    return Objects.requireNonNull(reader.model());
  }

  @Test
  void randomGraphsOfAllElementwiseOperations() {
    Set<String> seen = new HashSet<>();
    for (long seed = 0; seed < 300; seed++) {
      Graph graph = draw(seed, 12, seen);
      Tensor given = Tensor.scalar(seed % 2 == 0 ? 1 : -2.5);
      Lesson.of(graph, given).check(given);
    }
    for (Entry entry : Catalogue.entries()) {
      assertEquals(entry.example().elementwise(), seen.contains(entry.name()), entry.name());
    }
  }

  private static Graph draw(long seed, int steps, Set<String> seen) {
    Random random = new Random(seed);
    List<Entry> entries =
        Catalogue.entries().stream().filter(entry -> entry.example().elementwise()).toList();
    GraphBuilder builder = new GraphBuilder();
    List<Node> nodes = new ArrayList<>();
    List<Tensor> values = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double drawn = random.nextDouble(-2, 2) * (i == 0 ? 1e-5 : 1);
      nodes.add(builder.leaf("x" + i, Tensor.scalar(drawn), false));
      values.add(Tensor.scalar(drawn));
    }
    Node sum = nodes.get(0);
    for (int tries = 0; nodes.size() < 4 + steps && tries < 50 * steps; tries++) {
      Entry entry = entries.get(random.nextInt(entries.size()));
      Operation operation = entry.example().sample(random).operation();
      List<Node> from = new ArrayList<>();
      List<Tensor> x = new ArrayList<>();
      for (int place = 0; place < operation.arity(); place++) {
        boolean constant = random.nextInt(4) == 0;
        int chosen = random.nextInt(nodes.size());
        Tensor number = Tensor.scalar(random.nextInt(-3, 4) / 2.0);
        from.add(constant ? builder.constant(number) : nodes.get(chosen));
        x.add(constant ? number : values.get(chosen));
      }
      Tensor value = operation.evaluate(x);
      if (Math.abs(value.item()) < 100) {
        seen.add(entry.name());
        nodes.add(builder.step("step" + nodes.size(), operation, from));
        values.add(value);
        sum =
            builder.step(
                "sum" + nodes.size(), Named.ADD, List.of(sum, nodes.get(nodes.size() - 1)));
      }
    }
    return builder.build(sum);
  }

  /** Operations that tests build graphs of. */
  private static final class Named {
    private static final Operation ADD = Objects.requireNonNull(Catalogue.find("add")).example();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1e-7, -1e-7, 1.5, -3, 1e300, 123456789, 1e15, 4.9e-324})
  void aProductWithOneReadsBackToTheLastBit(double number) {
    assertEquals(Double.toString(number), Double.toString(read(derived(number))), derived(number));
  }

  @Test
  void whatIsNotFiniteIsLegible() {
    String equation =
        "\\frac{\\partial y}{\\partial a} = \\frac{\\partial y}{\\partial y} \\cdot b";
    assertEquals(equation + " = 1 \\cdot \\infty = \\infty", derived(Double.POSITIVE_INFINITY));
    assertEquals(
        equation + " = 1 \\cdot \\left(-\\infty\\right) = -\\infty",
        derived(Double.NEGATIVE_INFINITY));
    assertEquals(equation + " = 1 \\cdot \\mathrm{NaN} = \\mathrm{NaN}", derived(Double.NaN));
  }

  /** The derivation of y = a · b towards a, where b is that number. */
  private static String derived(double number) {
    GraphBuilder builder = new GraphBuilder();
    Node a = builder.leaf("a", Tensor.scalar(2), false);
    Node b = builder.leaf("b", Tensor.scalar(number), false);
    Operation multiply = Objects.requireNonNull(Catalogue.find("multiply")).example();
    Node y = builder.step("y", multiply, List.of(a, b));
    Lesson lesson = Lesson.of(builder.build(y), Tensor.ONE);
    return Objects.requireNonNull(lesson.derivations().steps(y).get(0));
  }

  private static double read(String equation) {
    List<String> sides = LatexArithmetic.sides(equation);
    return LatexArithmetic.evaluate(sides.get(sides.size() - 1), Map.of());
  }

  @Test
  void theCalculatorKnowsItsArithmetic() {
    Map<String, Double> symbols = Map.of("x", 3.0, "\\frac{\\partial L}{\\partial x}", 5.0);
    String term = "-\\frac{\\partial L}{\\partial x} \\cdot x^{2} + \\left[x > 4\\right] \\cdot 7";
    assertEquals(-45, LatexArithmetic.evaluate(term, symbols));
    assertEquals(-20, LatexArithmetic.evaluate("-4 \\cdot 5", Map.of()));
    assertEquals(1e-7, LatexArithmetic.evaluate("1 \\cdot 10^{-7}", Map.of()));
    assertThrows(IllegalArgumentException.class, () -> LatexArithmetic.evaluate("y", symbols));
    assertEquals(
        List.of("a", "\\left[b = c\\right]"), LatexArithmetic.sides("a = \\left[b = c\\right]"));
  }
}
