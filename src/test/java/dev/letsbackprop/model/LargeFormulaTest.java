package dev.letsbackprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.limit.Tight;
import dev.letsbackprop.service.Ask;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long and deep formulas are ordinary ones: no stack overflows, and time is linear. */
class LargeFormulaTest {
  private static final int MANY = 100_000;
  private static final Duration SOON = Duration.ofSeconds(60);

  private static double value(String formula) {
    return assertTimeoutPreemptively(SOON, () -> FormulaAsk.value(formula, "'x': 1"));
  }

  @Test
  void manyTerms() {
    assertEquals(MANY + 1, value("x" + " + x".repeat(MANY)));
  }

  @Test
  void manyStatements() {
    StringBuilder formula = new StringBuilder("q0 = x\n");
    for (int i = 1; i < MANY / 2; i++) {
      formula.append("q").append(i).append("=q").append(i - 1).append("+1;");
    }
    assertEquals(MANY / 2, value(formula.toString()));
  }

  @Test
  void deepParentheses() {
    assertEquals(2, value("(".repeat(MANY) + "x" + ")".repeat(MANY) + " + 1"));
    assertEquals(MANY, value("(".repeat(MANY - 1) + "x" + " + 1)".repeat(MANY - 1)));
    assertEquals(MANY, value("(x + ".repeat(MANY - 1) + "x" + ")".repeat(MANY - 1)));
  }

  @Test
  void deepCallsSignsAndPowers() {
    assertEquals(1, value("relu(".repeat(MANY) + "x" + ")".repeat(MANY)));
    assertEquals(1, value("-".repeat(MANY) + "x"));
    assertEquals(1, value("x" + " ** x".repeat(MANY / 4)));
    assertEquals(-1, value("--".repeat(MANY / 4) + "1" + " * -x"));
  }

  /** Each line doubles what the last one would be if it were written out. */
  @Test
  void doublingIsNotWrittenOut() {
    assertEquals(Math.pow(2, 60), value("a0 = x\n" + doubling(60)));
  }

  private static String doubling(int times) {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= times; i++) {
      lines.append("a%d = a%d + a%d%n".formatted(i, i - 1, i - 1));
    }
    return lines.toString();
  }

  /** Work that a stranger could ask for: each of these was quadratic in some way of writing it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(", "(;", "(\n", "x[", "[", "f(", "f(a=[", "'", "-", "x ", "1_", "# \n", "q=x;", "w+", "#",
        "x[0]", "x[0,"
      })
  void faultsAreFoundSoon(String part) {
    String formula = part.repeat(900_000 / part.length());
    List<String> faults =
        assertTimeoutPreemptively(SOON, () -> FormulaAsk.faults(formula, "'x': 1"));
    assertTrue(faults.size() <= 100);
    faults.forEach(fault -> assertTrue(fault.length() < 500, fault));
  }

  @Test
  void aFormulaOverTheLimit() {
    assertEquals(
        List.of(
            "/formula: The limit 'model.formula' is 1048576 characters; the formula has 1048577."),
        FormulaAsk.faults("x".repeat(Limits.DEFAULT.count(Limit.FORMULA) + 1), "'x': 1"));
  }

  @Test
  void nodesOverTheLimit() {
    assertEquals(
        List.of("/formula: The limit 'model.nodes' is 2; the model has 3."),
        FormulaAsk.faults("x * x + x", "'x': 1", Tight.model(2, 100, 9, 100, 1_000, 1_000)));
  }

  @Test
  void elementsOverTheLimit() {
    assertEquals(
        List.of(
            "/formula: Line 1, column 3: The limit 'model.elements' is 3; up to here the model"
                + " needs 4.\n"
                + "x * x\n"
                + "  ^"),
        FormulaAsk.faults("x * x", "'x': [1, 2]", Tight.model(9, 100, 9, 3, 1_000, 1_000)));
  }

  @Test
  void aNameOverTheLimit() {
    String name = "x".repeat(1_001);
    List<String> faults = FormulaAsk.faults(name + " = x; " + name + " * 2", "'x': 1");
    assertEquals(2, faults.size());
    assertTrue(
        faults
            .get(0)
            .startsWith(
                "/formula: Line 1, column 1: A name can have 1,000 characters, found 1,001."),
        faults.get(0));
    assertEquals(
        3, FormulaAsk.value(name.substring(1) + " = x; " + name.substring(1) + " + 2", "'x': 1"));
    assertEquals(1, Ask.faults("{'formula': '" + "1".repeat(1_001) + " * 2'}").size());
  }
}
