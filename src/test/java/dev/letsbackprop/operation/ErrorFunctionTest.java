package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error function on both sides of where one series takes over from the other. */
class ErrorFunctionTest {

  /** Worked out from the definition with fifty digits and rounded once. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // x | erf(x) | 1 - erf(x)
        "1e-300 | 1.1283791670955126e-300 | 1.0",
        "1e-9 | 1.1283791670955127e-9 | 0.9999999988716208",
        "0.25 | 0.27632639016823696 | 0.7236736098317631",
        "0.5 | 0.5204998778130465 | 0.4795001221869535",
        "0.84375 | 0.7672256612323416 | 0.23277433876765838",
        "0.999 | 0.8422852702064969 | 0.15771472979350307",
        "1.0 | 0.8427007929497149 | 0.15729920705028513",
        "1.0000001 | 0.8427008344604605 | 0.15729916553953951",
        "1.25 | 0.9229001282564583 | 0.07709987174354177",
        "1.5 | 0.9661051464753108 | 0.033894853524689274",
        "2.0 | 0.9953222650189527 | 0.004677734981047266",
        "2.857 | 0.9999466417399131 | 5.3358260086846374e-5",
        "3.0 | 0.9999779095030014 | 2.209049699858544e-5",
        "4.5 | 0.9999999998033839 | 1.9661604415428876e-10",
        "5.9 | 0.9999999999999999 | 7.190409783550478e-17",
        "10.0 | 1.0 | 2.088487583762545e-45",
        "26.5 | 1.0 | 2.2109076642637343e-307",
        "27.0 | 1.0 | 5.23705e-319",
        "-0.25 | -0.27632639016823696 | 1.276326390168237",
        "-3.0 | -0.9999779095030014 | 1.9999779095030015",
      })
  void value(double x, double erf, double complement) {
    assertEquals(erf, ErrorFunction.of(x), 1.1 * Math.ulp(erf));
    assertEquals(-erf, ErrorFunction.of(-x), 1.1 * Math.ulp(erf));
    assertEquals(complement, ErrorFunction.complement(x), 2 * Math.ulp(complement));
  }

  @Test
  void edges() {
    double[] edges = {0, 30, Double.POSITIVE_INFINITY, Double.NaN};
    double[] erf = {0, 1, 1, Double.NaN};
    double[] complement = {1, 0, 0, Double.NaN};
    for (int i = 0; i < edges.length; i++) {
      assertEquals(erf[i], ErrorFunction.of(edges[i]));
      assertEquals(-erf[i], ErrorFunction.of(-edges[i]));
      assertEquals(complement[i], ErrorFunction.complement(edges[i]));
      assertEquals(2 - complement[i], ErrorFunction.complement(-edges[i]));
    }
  }
}
