package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.tensor.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reductions and running totals against mathematics and the examples of NumPy's manual. */
class ReductionValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        // operation | inputs | attributes | expected
        "prod | [[1,2],[3,4]] | - | 24",
        "prod | [[1,2],[3,4]] | axis=1 | [2,12]",
        "prod | [[1,2],[3,4]] | axis=0 keepdims=true | [[3,8]]",
        "prod | [[[1,2],[3,4]],[[5,6],[7,8]]] | axis=[0,-1] | [60,672]",
        "prod | 5 | - | 5",
        "max | [[0,1],[2,3]] | - | 3",
        "max | [[0,1],[2,3]] | axis=0 | [2,3]",
        "max | [[0,1],[2,3]] | axis=1 keepdims=true | [[1],[3]]",
        "max | [-3,-2] | - | -2",
        "min | [[0,1],[2,3]] | - | 0",
        "min | [[0,1],[2,3]] | axis=1 | [0,2]",
        "min | [3,2] | - | 2",
        "var | [[1,2],[3,4]] | - | 1.25",
        "var | [[1,2],[3,4]] | axis=0 | [1,1]",
        "var | [[1,2],[3,4]] | axis=1 | [0.25,0.25]",
        "var | [1,2,3,4] | correction=1 | 1.6666666666666667",
        "var | [1000000004,1000000007,1000000013,1000000016] | correction=1 | 30",
        "std | [[1,2],[3,4]] | - | 1.118033988749895",
        "std | [[1,2],[3,4]] | axis=1 | [0.5,0.5]",
        "std | [1000000004,1000000007,1000000013,1000000016] | - | 4.743416490252569",
        "logsumexp | [0,1.0986122886681098] | - | 1.3862943611198906",
        "logsumexp | [[0,0],[0,0]] | - | 1.3862943611198906",
        "logsumexp | [[0,0],[0,0]] | axis=0 | [0.6931471805599453,0.6931471805599453]",
        "norm | [3,4] | - | 5",
        "norm | [[3,4],[5,12]] | axis=1 | [5,13]",
        "norm | [[1,2],[2,4]] | - | 5",
        "norm | [3,-4] | ord=1 | 7",
        "norm | [[1,-2,3],[-1,1,4]] | ord=1 axis=0 | [2,3,7]",
        "norm | -3 | - | 3",
        "cumsum | [[1,2,3],[4,5,6]] | - | [1,3,6,10,15,21]",
        "cumsum | [[1,2,3],[4,5,6]] | axis=0 | [[1,2,3],[5,7,9]]",
        "cumsum | [[1,2,3],[4,5,6]] | axis=1 | [[1,3,6],[4,9,15]]",
        "cumsum | [1,2,3] | exclusive=true | [0,1,3]",
        "cumsum | [1,2,3] | reverse=true | [6,5,3]",
        "cumsum | [1,2,3] | exclusive=true reverse=true | [5,3,0]",
        "cumprod | [[1,2,3],[4,5,6]] | - | [1,2,6,24,120,720]",
        "cumprod | [[1,2,3],[4,5,6]] | axis=0 | [[1,2,3],[4,10,18]]",
        "cumprod | [[1,2,3],[4,5,6]] | axis=1 | [[1,2,6],[4,20,120]]",
        "cumprod | [2,3,4] | exclusive=true | [1,2,6]",
        "cumprod | [2,3,4] | exclusive=true reverse=true | [12,4,1]",
        "linear_recurrence | [9,2,3]; [1,10,100] | - | [1,12,136]",
        "linear_recurrence | [2,3,9]; [1,10,100] | reverse=true | [621,310,100]",
        "linear_recurrence | [[9,9],[2,3]]; [[1,2],[3,4]] | axis=0 | [[1,2],[5,10]]",
      })
  void value(String name, String inputs, @Nullable String attributes, String expected) {
    Tensor wanted = Literals.tensor(expected);
    Tensor found = Asked.of(name, attributes).value(inputs);
    assertEquals(wanted.shape(), found.shape());
    assertArrayEquals(wanted.toArray(), found.toArray(), 1e-15);
  }
}
