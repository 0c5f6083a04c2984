package dev.letsbackprop.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.operation.Term;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are what a lesson would write, or text and nothing but text. */
class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "x, x",
    "W, W",
    "w1, w_{1}",
    "w_12, w_{12}",
    "x₁₀, x_{10}",
    "theta, \\theta",
    "θ, \\theta",
    "sigma2, \\sigma_{2}",
  })
  void symbols(String name, String expected) {
    assertEquals(expected, Objects.requireNonNull(Spelling.symbol(name)).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"loss", "pi", "π", "h_out", "w1a", "1", "_", "", "w * x", "é", "x²"})
  void otherNamesAreNoSymbols(String name) {
    assertNull(Spelling.symbol(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "loss             | \\mathit{loss}",
        "h_out            | \\mathit{h\\_out}",
        "affine1.weight   | \\mathit{affine1.weight}",
        "w * x            | \\text{w * x}",
        "größe            | \\text{größe}",
        "<script>         | \\text{\\textless{}script\\textgreater{}}",
        "$\\input         | \\text{\\$\\textbackslash{}input}",
        "_^{%#&}~         | \\text{\\_\\textasciicircum{}\\{\\%\\#\\&\\}\\textasciitilde{}}",
        "\\end{document}  | \\text{\\textbackslash{}end\\{document\\}}",
      })
  void everythingElseIsText(String name, String expected) {
    assertEquals(expected, Spelling.verbatim(name).text());
  }

  @Test
  void whatWouldBeObeyedIsToldByItsCode() {
    assertEquals("\\text{a\\textbackslash{}u202eb}", Spelling.verbatim("a\u202Eb").text());
    assertEquals("\\text{\\textbackslash{}u000a}", Spelling.verbatim("\n").text());
    assertEquals("\\text{\\textbackslash{}u0301x}", Spelling.verbatim("\u0301x").text());
    assertEquals("\\text{é}", Spelling.verbatim("e\u0301").text());
    assertEquals("(a\\u202eb)", Spelling.plain("a\u202Eb"));
  }

  @Test
  void longNamesEndInAnEllipsis() {
    String sixtyFour = "abcdefgh".repeat(8);
    assertEquals("\\mathit{" + sixtyFour + "}", Spelling.verbatim(sixtyFour).text());
    assertEquals("\\text{" + sixtyFour + "\\ldots}", Spelling.verbatim(sixtyFour + "i").text());
    assertEquals(sixtyFour, Spelling.plain(sixtyFour));
    assertEquals(sixtyFour + "…", Spelling.plain(sixtyFour + "i"));
    for (String character : new String[] {"\\", "\u202E", "é", "\uD83D\uDE00", "x + "}) {
      assertTrue(Spelling.verbatim(character.repeat(250)).text().length() < 120, character);
      assertTrue(Spelling.plain(character.repeat(250)).length() < 80, character);
    }
  }

  @Test
  void whatIsNotOneWordNeedsBrackets() {
    assertEquals("\\left(\\text{w * x}\\right)", Spelling.verbatim("w * x").tight());
    assertEquals("\\text{größe}", Spelling.verbatim("größe").tight());
    assertEquals(Term.Binding.ATOM, Spelling.verbatim("loss").binding());
    assertEquals("(w * x)", Spelling.plain("w * x"));
    assertEquals("affine1.weight", Spelling.plain("affine1.weight"));
  }
}
