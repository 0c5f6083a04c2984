package dev.letsbackprop.operation;

import static dev.letsbackprop.operation.Evaluation.assertSame;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is decided for matrices where mathematics leaves a choice, each by name. */
class LinearAlgebraConventionTest {
  private static final double NAN = Double.NaN;

  private static Evaluation of(String name, String inputs) {
    return Evaluation.of(name, inputs, null);
  }

  @Test
  void aSingularMatrixHasAnInverseOfNaNNeverAnError() {
    double[] nothing = {NAN, NAN, NAN, NAN};
    assertArrayEquals(nothing, of("inverse", "[[1,2],[2,4]]").value().toArray());
    assertArrayEquals(
        new double[] {NAN, NAN}, of("solve", "[[1,2],[2,4]];[1,2]").value().toArray());
    Evaluation batch = of("inverse", "[[[1,2],[2,4]],[[2,0],[0,4]]]");
    assertArrayEquals(new double[] {NAN, NAN, NAN, NAN, 0.5, 0, 0, 0.25}, batch.value().toArray());
  }

  @Test
  void theGradientOfADeterminantIsRightAtASingularMatrixToo() {
    assertSame("0", of("determinant", "[[1,2],[2,4]]").value());
    assertSame("[[4,-2],[-2,1]]", of("determinant", "[[1,2],[2,4]]").flow(0));
    assertSame("[[0,0],[-1,0]]", of("determinant", "[[0,1],[0,0]]").flow(0));
    assertSame("[[0,0],[0,0]]", of("determinant", "[[0,0],[0,0]]").flow(0));
    assertSame("[[0,0,0],[0,0,0],[0,0,0]]", of("determinant", "[[1,1,1],[1,1,1],[1,1,1]]").flow(0));
    assertSame(
        "[[-3,6,-3],[6,-12,6],[-3,6,-3]]", of("determinant", "[[1,2,3],[4,5,6],[7,8,9]]").flow(0));
  }

  @Test
  void theGradientOfTwoRowsOfCofactorsIsRightAtASingularMatrixToo() {
    assertSame("[[1,-1],[-1,1]]", of("cofactors", "[[1,2],[2,4]]").flow(0));
    assertSame("[[0]]", of("cofactors", "[[0]]").flow(0));
    assertEquals(NAN, of("cofactors", "[[1,1,1],[1,1,1],[1,1,1]]").flow(0).at(0));
  }

  @Test
  void theLogarithmOfANegativeDeterminantIsNaNAndOfZeroMinusInfinity() {
    assertSame("NaN", of("logdet", "[[0,1],[1,0]]").value());
    assertSame("-Infinity", of("logdet", "[[1,2],[2,4]]").value());
  }

  @Test
  void theLogarithmOfADeterminantDoesNotOverflow() {
    assertEquals(400 * Math.log(10), of("logdet", "[[1e200,0],[0,1e200]]").value().item(), 1e-12);
  }

  @Test
  void choleskyFactorsTheSymmetricPart() {
    assertSame("[[2,0],[1,2]]", of("cholesky", "[[4,3],[1,5]]").value());
    double[] flow = of("cholesky", "[[4,3],[1,5]]").flow(0).toArray();
    assertEquals(flow[1], flow[2], 1e-15);
  }

  @Test
  void choleskyOfAMatrixThatIsNotPositiveDefiniteIsNaN() {
    assertArrayEquals(
        new double[] {NAN, NAN, NAN, NAN}, of("cholesky", "[[1,2],[2,1]]").value().toArray());
  }

  @Test
  void capitalsComeFirstInAnEquationWithoutAnArrow() {
    assertEquals(new Product.Einsum("iB->Bi"), new Product.Einsum("iB"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ij;jk | Expected a letter, ',' or '->', found ';', at column 3.",
        "...i,i | An ellipsis is not supported; name every axis, at column 1.",
        "ij,jk -> iz | 'z' is in the result, but in no operand, at column 11.",
        "ij->ii | 'i' stands twice in the result, at column 6.",
        "ij->j->i | Expected a letter of the result, found '-', at column 6.",
      })
  void anEquationThatIsNoneSaysWhere(String equation, String sentence) {
    Misuse misuse = assertThrows(Misuse.class, () -> new Product.Einsum(equation));
    assertEquals("equation", misuse.attribute());
    assertEquals(sentence, misuse.sentence());
  }

  @Test
  void aLetterHasOneSideWhereverItStands() {
    String equation = "equation=\"ij,jk->ik\"";
    Misuse misuse =
        assertThrows(Misuse.class, () -> Evaluation.of("einsum", "[[1,2]];[[1,2,3]]", equation));
    assertEquals("'j' is 2 long in one place and 1 in another.", misuse.sentence());
  }
}
