package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The LaTeX of the catalogue is sound, and reads as a textbook prints it. */
class FormulasTest {
  /** What opens or closes: a bare brace, a pair that stretches, an environment. */
  private static final Pattern MARK =
      Pattern.compile("\\\\(left|right)(?![a-z])|\\\\(begin|end)\\{[a-z]+\\}|(?<!\\\\)([{}])");

  static Stream<Entry> entries() {
    return Catalogue.entries().stream();
  }

  private static Formulas formulas(String name) {
    return Formulas.of(Objects.requireNonNull(Catalogue.find(name)));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyPairIsClosedInOrder(Entry entry) {
    Formulas formulas = Formulas.of(entry);
    Stream.concat(Stream.of(formulas.formula()), formulas.derivatives().stream())
        .forEach(FormulasTest::checkPairs);
    CommonMistake.of(entry)
        .forEach(mistake -> mistake.derivatives().forEach(FormulasTest::checkPairs));
  }

  @Test
  void wrongRulesReadLikeRightOnes() {
    Entry multiply = Objects.requireNonNull(Catalogue.find("multiply"));
    assertEquals(
        List.of(
            new CommonMistake(
                "multiply.swapped",
                "the two factors are swapped",
                "the gradient of x is the upstream gradient times y, the other factor",
                List.of(
                    "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial z} \\cdot x",
                    "\\frac{\\partial L}{\\partial y} = \\frac{\\partial L}{\\partial z} \\cdot"
                        + " y"))),
        CommonMistake.of(multiply));
    assertEquals(
        List.of(
            "\\frac{\\partial L}{\\partial x} ="
                + " \\frac{\\partial L}{\\partial y} \\cdot \\left[x \\ge 0\\right]"),
        formulas("relu").alsoRight());
  }

  /** A rule that is never made for the example has no formula, and should be told one. */
  @ParameterizedTest
  @MethodSource("entries")
  void wrongRulesHaveFormulas(Entry entry) {
    for (CommonMistake mistake : CommonMistake.of(entry)) {
      // The example of the divergence is a sum, where no mean can be forgotten.
      assertEquals(
          mistake.code().equals("kl_divergence.not_averaged"),
          mistake.derivatives().isEmpty(),
          mistake.code());
    }
  }

  private static void checkPairs(String latex) {
    Deque<String> open = new ArrayDeque<>();
    Matcher mark = MARK.matcher(latex);
    while (mark.find()) {
      String found = mark.group().replaceAll("\\{[a-z]+\\}", "");
      switch (found) {
        case "{", "\\left", "\\begin" -> open.push(found);
        case "}" -> assertEquals("{", open.poll(), latex);
        case "\\right" -> assertEquals("\\left", open.poll(), latex);
        default -> assertEquals("\\begin", open.poll(), latex);
      }
    }
    assertTrue(open.isEmpty(), latex);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void derivativesAreToldForEveryInputOrForNone(Entry entry) {
    int told = entry.derivatives().size();
    assertTrue(told == 0 || told == entry.inputs().size(), entry.name());
    assertEquals(entry.inputs().size(), Formulas.of(entry).derivatives().size(), entry.name());
  }

  /** Such a derivative comes from the rule, so it cannot be wrong where the rule is right. */
  @ParameterizedTest
  @MethodSource("entries")
  void elementwiseOperationsLetTheRuleSpeak(Entry entry) {
    assertTrue(!entry.example().elementwise() || entry.derivatives().isEmpty(), entry.name());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void textsForPeopleDoNotSayCotangent(Entry entry) {
    String texts = entry.summary() + entry.reason() + entry.conventions() + entry.shapeRule();
    assertFalse(texts.toLowerCase(Locale.ROOT).contains("cotangent"), texts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          relu    | y = \\max\\left(0, x\\right)
          softmax | y_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}
          mean    | y = \\frac{1}{n} \\sum_i x_i
          matmul  | y = x \\, W
          where   | y = \\begin{cases}a & c \\neq 0 \\\\ b & \\text{otherwise}\\end{cases}
          """)
  void formula(String name, String expected) {
    assertEquals(expected, formulas(name).formula());
  }

  @Test
  void whereWithZeroIsABracket() {
    assertEquals(
        List.of(
            "\\frac{\\partial L}{\\partial c} = 0",
            "\\frac{\\partial L}{\\partial a} ="
                + " \\frac{\\partial L}{\\partial y} \\cdot \\left[c \\neq 0\\right]"),
        formulas("where").derivatives().subList(0, 2));
  }

  @Test
  void aComparisonIsAConditionWithoutAnotherBracket() {
    String otherwise = " \\frac{\\partial L}{\\partial y} & \\text{otherwise}\\end{cases}";
    assertEquals(
        "\\frac{\\partial L}{\\partial x} = \\begin{cases}\\frac{\\partial L}{\\partial y} & x > 0"
            + " \\\\ 0.01 \\cdot"
            + otherwise,
        formulas("leaky_relu").derivatives().get(0));
    Term both = new Arithmetic.Multiply().latex(Term.iverson("a > b"), Term.iverson("b = 1"));
    assertEquals("\\left[a > b \\land b = 1\\right]", both.text());
  }
}
