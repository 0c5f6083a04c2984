package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of elementwise operations, to a few units in the last place, near 0 and far out. */
class ElementwiseValueTest {

  /** The examples of NumPy's manual, and what follows from the definitions. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        // operation | inputs | attributes | expected
        "minimum | [2,3,4]; [1,5,2] | - | [1,3,2]",
        "abs | [-1.2,1.2] | - | [1.2,1.2]",
        "sign | [-5,4.5] | - | [-1,1]",
        "clip | [0,1,2,3,4,5,6,7,8,9] | min=1 max=8 | [1,1,2,3,4,5,6,7,8,8]",
        "clip | [0,1,2,3] | min=2 | [2,2,2,3]",
        "clip | [0,1,2,3] | max=1.5 | [0,1,1.5,1.5]",
        "clip | [-7,7] | - | [-7,7]",
        "floor | [-1.7,-1.5,-0.2,0.2,1.5,1.7,2] | - | [-2,-2,-1,0,1,1,2]",
        "ceil | [-1.7,-1.5,-0.2,0.2,1.5,1.7,2] | - | [-1,-1,0,1,2,2,2]",
        "round | [-1.7,-1.5,-0.2,0.2,1.5,1.7,2] | - | [-2,-2,0,0,2,2,2]",
        "less | [1,2,3]; 2 | - | [1,0,0]",
        "less_equal | [1,2,3]; 2 | - | [1,1,0]",
        "log2 | [1,2,16,0.25,536870912] | - | [0,1,4,-2,29]",
        "log10 | [1e-15,1000] | - | [-15,3]",
        "logaddexp | -115.12925464970229; -114.21296391782813 | - | -113.87649168120691",
        "logaddexp | 0; [0,1000,-1000] | - | [0.6931471805599453,1000,0]",
        "logaddexp | -1000; -1000 | - | -999.3068528194401",
        "atan2 | [-1,1,1,-1]; [-1,-1,1,1] | - | [-2.356194490192345,2.356194490192345,"
            + "0.7853981633974483,-0.7853981633974483]",
        "atan2 | [1,-1]; [0,0] | - | [1.5707963267948966,-1.5707963267948966]",
        "leaky_relu | [-2,0,3] | - | [-0.02,0,3]",
        "leaky_relu | [-2,0,3] | slope=0.5 | [-1,0,3]",
        "hard_sigmoid | [-4,-3,0,1.5,3,4] | - | [0,0,0.5,0.75,1,1]",
      })
  void value(String name, String inputs, @Nullable String attributes, String expected) {
    check(name, inputs, attributes, expected);
  }

  /** What the definitions give with fifty digits, rounded once. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        "expm1 | [-40,-1e-10,1e-10,1] | - |"
            + " [-1,-9.999999999500001e-11,1.00000000005e-10,1.7182818284590453]",
        "log1p | [-0.5,1e-99,1e-10,1] | - |"
            + " [-0.6931471805599453,1e-99,9.999999999500001e-11,0.6931471805599453]",
        "log2 | [3,0.999,1e-310] | - |"
            + " [1.584962500721156,-0.0014434168696687186,-1029.7977094150824]",
        "log10 | [3,0.999] | - | [0.47712125471966244,-0.0004345117740176917]",
        "tan | [-1,1.5] | - | [-1.5574077246549023,14.101419947171719]",
        "asin | [-1,0.5] | - | [-1.5707963267948966,0.5235987755982989]",
        "acos | [-1,0.5] | - | [3.141592653589793,1.0471975511965979]",
        "atan | [-1,3] | - | [-0.7853981633974483,1.2490457723982544]",
        "sinh | [-1,1e-9,3] | - | [-1.1752011936438014,1e-9,10.017874927409903]",
        "cosh | [-1,3] | - | [1.5430806348152437,10.067661995777765]",
        "tanh | [-1,3] | - | [-0.7615941559557649,0.9950547536867305]",
        "asinh | [-1,1e-20,3,1e300] | - |"
            + " [-0.881373587019543,1e-20,1.8184464592320668,691.4686750787737]",
        "acosh | [1,1.000001,3,1e300] | - |"
            + " [0,0.00141421344446382,1.762747174039086,691.4686750787737]",
        "atanh | [-0.5,1e-20,0.999] | - | [-0.5493061443340549,1e-20,3.8002011672501994]",
        "erf | [-2,1e-20,0.5,1,3] | - |"
            + " [-0.9953222650189527,1.1283791670955125e-20,0.5204998778130465,0.8427007929497149,0.9999779095030014]",
        "normal_cdf | [-10,-1,0,2] | - |"
            + " [7.619853024160525e-24,0.15865525393145705,0.5,0.9772498680518208]",
        "softplus | [-40,-1,0,2,40] | - |"
            + " [4.248354255291589e-18,0.3132616875182228,0.6931471805599453,2.1269280110429727,40]",
        "softsign | [-3,0,1] | - | [-0.75,0,0.5]",
        "silu | [-40,-1,0,2] | - |"
            + " [-1.6993417021166355e-16,-0.2689414213699951,0,1.7615941559557649]",
        "mish | [-40,-1,0,2] | - |"
            + " [-1.6993417021166355e-16,-0.3034014613741089,0,1.9439589595339946]",
        "gelu | [-10,-1,0,2] | - |"
            + " [-7.619853024160526e-23,-0.15865525393145705,0,1.9544997361036416]",
        "gelu | [-3,-1,0,2] | approximate=\"tanh\" |"
            + " [-0.003637392081773019,-0.1588080093917233,0,1.954597694087775]",
        "elu | [-1e-9,-1,2] | - | [-9.999999995e-10,-0.6321205588285577,2]",
        "elu | [-1,2] | alpha=2 | [-1.2642411176571153,2]",
        "selu | [-1,0,2] | - | [-1.1113307378125628,0,2.101401974710961]",
      })
  void precise(String name, String inputs, @Nullable String attributes, String expected) {
    check(name, inputs, attributes, expected);
  }

  private static void check(
      String name, String inputs, @Nullable String attributes, String expected) {
    Tensor wanted = Literals.tensor(expected);
    List<Tensor> x = Stream.of(inputs.split(";", -1)).map(Literals::tensor).toList();
    Tensor found = Trial.of(name, attributes).evaluate(x);
    assertEquals(wanted.shape(), found.shape());
    for (int at = 0; at < wanted.size(); at++) {
      assertEquals(wanted.at(at), found.at(at), 8 * Math.ulp(wanted.at(at)), name);
    }
  }
}
