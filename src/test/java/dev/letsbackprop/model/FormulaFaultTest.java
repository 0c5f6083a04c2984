package dev.letsbackprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.service.Ask;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a formula is told with line, column, a caret, and what was expected there. */
class FormulaFaultTest {
  private static final String XYZ = "'x': 1, 'y': 2, 'z': [1, 2, 3]";

  /** The column of a fault is that of the first {@code ‸} in the formula, which is taken out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "x + ‸* y | Expected a name, a number or '(', found '*'.",
        "x +‸ | Expected a name, a number or '(', found the end of the formula.",
        "x +‸; y | Expected a name, a number or '(', found ';'.",
        "‸) + x | Expected a name, a number or '(', found ')'.",
        "f = ‸ | Expected a name, a number or '(', found the end of the formula.",
        "x ‸y | Expected an operator, found 'y'. A product is written with '*'.",
        "2‸x | Expected an operator, found 'x'. A product is written with '*'.",
        "(x) ‸(y) | Expected an operator, found '('. A product is written with '*'.",
        "x + y ‸= z | Expected an operator, found '='. A statement assigns to one name.",
        "a = b ‸= x | Expected an operator, found '='. A statement assigns to one name.",
        "x ‸== y | Expected an operator, found '=='. Write equal(x, y).",
        "x ‸> y | Expected an operator, found '>'. Write greater(x, y).",
        "x ‸// y | Expected an operator, found '//'. Write floor(x / y).",
        "x ‸× y | Expected an operator, found '×'. Write *.",
        "x ‸− y | Expected an operator, found '−'. Write -.",
        "x‸² | Expected an operator, found '²'. Write ** 2.",
        "x‸.T | Expected an operator, found '.'. Write transpose(x) for x.T.",
        "x ‸% y | Expected an operator, found '%'.",
        "x + ‸$ | Expected a name, a number or '(', found '$'.",
        "x ‸) | Expected an operator, found ')'.",
        "(x + y‸ | Expected an operator or ')', found the end of the formula. The '(' at line 1,"
            + " column 1 is not closed.",
        "exp(x‸; y | Expected an operator, ',' or ')', found ';'. The '(' at line 1, column 4 is"
            + " not closed.",
        "exp(x ‸y) | Expected an operator, ',' or ')', found 'y'. A product is written with '*'.",
        "(x‸, y) | Expected an operator or ')', found ','.",
        "sum(axis=0, ‸z) | Expected an attribute such as axis=0, or ')', found 'z'. Inputs come"
            + " before attributes.",
        "sum(z, axis=0 ‸1) | Expected ',' or ')', found '1'.",
        "sum(z, axis=0, ‸axis=0) | 'axis' is given twice.",
        "sum(z, axis=‸x) | Expected a number, a text, true, false, null or a list, found 'x'. A"
            + " text stands in quotes: \"x\".",
        "sum(z, axis=‸) | Expected a number, a text, true, false, null or a list, found ')'.",
        "sum(z, axis=-‸x) | Expected a number, found 'x'.",
        "sum(z, axis=[0 ‸1]) | Expected ',' or ']' after '[', found '1'.",
        "sum(z, axis=‸'0) | Expected a number, a text, true, false, null or a list, found '''. This"
            + " quote is not closed in its line.",
        "‸'x' + y | Expected a name, a number or '(', found the text 'x'.",
        "z[‸] | Expected a whole number or ':', found ']'.",
        "z[‸x] | Expected a whole number or ':', found 'x'.",
        "z[1:‸x] | Expected ':', ',' or ']', found 'x'.",
        "z[‸0.5] | Expected a whole number, found '0.5'.",
        "z[0‸ | Expected ':', ',' or ']', found the end of the formula.",
        "‸1e400 * x | '1e400' is beyond float64, whose largest number is about 1.8e308.",
        "‸1e-400 * x | '1e-400' is too small for float64, whose smallest number is about 4.9e-324.",
        "‸007 * x | A whole number does not begin with 0.",
        "x * ‸true | 'true' already means something: it cannot name a node.",
      })
  void ofSyntax(String marked, String sentence) {
    assertEquals(List.of(expected(marked, sentence)), faults(marked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x * ‸xx | No value for 'xx'. Did you mean 'x'?",
        "‸w + w * w | No value for 'w'.",
        "f = ‸q * x; q = x + y | 'q' is used before it is assigned.",
        "f = ‸f + x | 'f' is used before it is assigned.",
        "q = x + y; ‸q = x * y | 'q' is assigned twice.",
        "‸x = 3; x * y | 'x' has a value in 'values': it cannot be assigned.",
        "‸pi = 3; x * y | 'pi' already means something: it cannot name a node.",
        "‸sin(x, y) | 'sin' takes 1 input, found 2.",
        "x + ‸mulitply(x, y) | No operation 'mulitply'. Did you mean 'multiply'?",
        "sum(z, ‸axes=0) | 'sum' has no attribute 'axes'. Did you mean 'axis'? It takes axis,"
            + " keepdims.",
        "sum(z, ‸axis=1) | Axis 1 is out of range for rank 1: from -1 to 0.",
        "sum(z, ‸axis='0') | Expected an integer or a list of integers, found the string '0'.",
        "sum(z ‸+ broadcast_to(x, shape=[2])) | Shapes [3] and [2] do not broadcast: counted from"
            + " the right, sides must be equal or 1, and 3 meets 2. Here 'z' is [3] and"
            + " 'broadcast_to(x, shape=[2])' is [2].",
        "‸softmax_with_loss(z, x + 6) | The index 7 is not a whole number from 0 to 2.",
      })
  void ofTheGraph(String marked, String sentence) {
    List<String> faults = faults(marked);
    assertEquals(1, faults.size(), faults.toString());
    assertEquals(expected(marked, sentence), faults.get(0));
  }

  private static List<String> faults(String marked) {
    return FormulaAsk.faults(marked.replace("‸", ""), XYZ);
  }

  private static String expected(String marked, String sentence) {
    int column = marked.indexOf('‸');
    String line = marked.replace("‸", "");
    return "/formula: Line 1, column "
        + (column + 1)
        + ": "
        + sentence
        + "\n"
        + line
        + "\n"
        + " ".repeat(column)
        + "^";
  }

  @Test
  void allStatementsAtFaultAreTold() {
    assertEquals(
        List.of(
            "/formula: Line 1, column 9: Expected a name, a number or '(', found ';'.\n"
                + "q = x + ; r = (y\n        ^",
            "/formula: Line 2, column 1: Expected an operator or ')', found 's'. A product is"
                + " written with '*'. The '(' at line 1, column 15 is not closed.\ns = 1\n^",
            "/formula: Line 3, column 4: Expected an operator, found 'y'. A product is written with"
                + " '*'.\n\tx y\n\t  ^"),
        FormulaAsk.faults("q = x + ; r = (y\ns = 1\n\tx y", XYZ));
  }

  @Test
  void allFaultsOfNamesAndOfTheGraphAreTold() {
    assertEquals(
        List.of("2: 'q' is assigned twice", "1: No value for 'w'", "3: No operation 'foo'"),
        FormulaAsk.faults("q = x * w\nq = x\nfoo(q)", XYZ).stream()
            .map(fault -> fault.replaceAll("(?s)/formula: Line (\\d), column \\d+: ", "$1: "))
            .map(fault -> fault.substring(0, fault.indexOf('.')))
            .toList());
  }

  @Test
  void theCaretStandsBelowItsCharacter() {
    // Marks stand on the letter before them, and a character beyond the basic plane is one column.
    assertEquals(
        List.of("/formula: Line 1, column 10: No value for 'b'.\nx̂ * 𝑎 + b\n        ^"),
        FormulaAsk.faults("x̂ * 𝑎 + b", "'x̂': 1, '𝑎': 2"));
  }

  @Test
  void aLongLineIsShownAroundTheFault() {
    String sum = "x + ".repeat(100);
    assertEquals(
        List.of(
            "/formula: Line 1, column 401: Expected a name, a number or '(', found '*'.\n…"
                + "x + ".repeat(15)
                + "* x"
                + " + x".repeat(14)
                + " …\n"
                + " ".repeat(61)
                + "^"),
        FormulaAsk.faults(sum + "* x" + " + x".repeat(100), XYZ));
  }

  @Test
  void whatATerminalWouldObeyIsNotShown() {
    assertEquals(
        List.of(
            "/formula: Line 1, column 5: Expected a name, a number or '(', found '\\u202e'.\n"
                + "x + \uFFFDy\n    ^"),
        FormulaAsk.faults("x + \u202Ey", XYZ));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'formula': ''} | /formula: The formula has no statement. One is 'f = x * y', for"
            + " example.",
        "{'formula': '# x'} | /formula: The formula has no statement. One is 'f = x * y', for"
            + " example.",
        "{'formula': '3'} | /formula: The formula's result is a number: nothing can be"
            + " differentiated.",
        "{'formula': 'x', 'values': {'x': 1}, 'nodes': {}} | /formula: A model has 'nodes',"
            + " 'layers' or 'formula', and only one of them: found 'nodes' and 'formula'.",
        "{'nodes': {'x': {'value': 1}}, 'values': {'x': 1}} | /values: Only a model with 'formula'"
            + " has 'values'.",
        "{'formula': 'x', 'values': {'x': 1, 'a b': 1}} | /values/a b: No formula can call anything"
            + " 'a b': a name is of letters, digits and underscores, and does not begin with a"
            + " digit.",
        "{'formula': 'x', 'values': {'x': 1, 'pi': 3}} | /values/pi: 'pi' already means something:"
            + " it cannot name a node.",
        "{'formula': 'x * x', 'values': {'x': 1}, 'output': 'y'} | /output: No node 'y'.",
        "{'formula': 'x', 'values': {'x': [1, 2]}} | : The output 'x' has shape [2], so 'upstream'"
            + " must say dL/d(output): a tensor of that shape, such as [1, 1]. Or let a 'sum' or"
            + " 'mean' of it be the output.",
      })
  void ofTheRequest(String body, String expected) {
    List<String> faults = Ask.faults(body).stream().map(fault -> fault.replace('"', '\'')).toList();
    assertEquals(List.of(expected), faults);
  }

  @Test
  void aLetterInPartsIsRefusedRatherThanTakenForAnother() {
    String sentence =
        "'e\u0301' has a letter in parts: write it in Unicode's normalization form C.";
    assertEquals(
        List.of(
            "/values/e\u0301: " + sentence,
            "/formula: Line 1, column 1: " + sentence + "\ne\u0301 * 2\n^"),
        FormulaAsk.faults("e\u0301 * 2", "'e\u0301': 1"));
  }

  @Test
  void aFormulaThatIsNoTextIsToldAsSuch() {
    assertEquals(1, Ask.faults("{'formula': 3, 'values': {'x': 1}}").size());
  }
}
