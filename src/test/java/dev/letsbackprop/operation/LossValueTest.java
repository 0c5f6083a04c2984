package dev.letsbackprop.operation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Losses against mathematics and PyTorch's values. */
class LossValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        // operation | inputs | attributes | expected
        "sigmoid_with_loss | [2,-1,0]; [1,0,1] | reduction=\"none\" |"
            + " [0.1269280110429726,0.31326168751822286,0.6931471805599453]",
        "sigmoid_with_loss | [0,0]; [0,0.5] | - | 0.6931471805599453",
        "mean_squared_error | [1,2,4]; [1,3,2] | - | 1.6666666666666667",
        "mean_squared_error | [[1,2],[4,0]]; [[1,3],[2,0]] | reduction=\"sum\" | 5",
        "mean_squared_error | [1,2,4]; [1,3,2] | reduction=\"none\" | [0,1,4]",
        "mean_absolute_error | [1,2,4]; [1,3,2] | - | 1",
        "huber | [1,2,4]; [1,2.5,1] | reduction=\"none\" | [0,0.125,2.5]",
        "huber | [1,2,4]; [1,2.5,1] | delta=2 | 1.375",
        "kl_divergence | [0.25,0.25,0.5]; [0.5,0.25,0.25] | reduction=\"none\" |"
            + " [0.34657359027997264,0,-0.17328679513998632]",
        "cross_entropy | [[0.5,0.25,0.25],[0.5,0.25,0.25]]; [0,1] | - | 1.0397207708399179",
        "cross_entropy | [0.5,0.5]; [0.25,0.75] | - | 0.6931471805599453",
        "cross_entropy | [[1,0],[0.5,0.5]]; [[1,0],[0,1]] | reduction=\"none\" |"
            + " [0,0.6931471805599453]",
      })
  void value(String name, String inputs, @Nullable String attributes, String expected) {
    Evaluation.assertSame(expected, Evaluation.of(name, inputs, attributes).value());
  }
}
