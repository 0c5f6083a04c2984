package dev.letsbackprop.operation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values against mathematics and NumPy. */
class LinearAlgebraValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        // operation | inputs | attributes | expected
        "dot | 3; [1,2] | - | [3,6]",
        "dot | [1,2,3]; [4,5,6] | - | 32",
        "dot | [[1,0],[0,1]]; [[4,1],[2,2]] | - | [[4,1],[2,2]]",
        "dot | [[[1,2],[3,4]]]; [1,10] | - | [[21,43]]",
        "dot | [[[0,1],[2,3]],[[4,5],[6,7]]]; [[[0,1],[2,3]],[[4,5],[6,7]]] | - |"
            + " [[[[2,3],[6,7]],[[6,11],[26,31]]],[[[10,19],[46,55]],[[14,27],[66,79]]]]",
        "outer | [1,2,3]; [10,20] | - | [[10,20],[20,40],[30,60]]",
        "outer | [[1,2]]; 3 | - | [[3],[6]]",
        "trace | [[1,2],[3,4]] | - | 5",
        "trace | [[[1,2,3],[4,5,6]]] | - | [6]",
        "einsum | [[1,2],[3,4]]; [[5,6],[7,8]] | equation=\"ij,jk->ik\" | [[19,22],[43,50]]",
        "einsum | [[1,2],[3,4]]; [[5,6],[7,8]] | equation=\"ij,jk\" | [[19,22],[43,50]]",
        "einsum | [[1,2],[3,4]] | equation=\"ba\" | [[1,3],[2,4]]",
        "einsum | [[1,2],[3,4]] | equation=\"ii\" | 5",
        "einsum | [[1,2],[3,4]] | equation=\"ii->i\" | [1,4]",
        "einsum | [[1,2],[3,4]] | equation=\"ij->\" | 10",
        "einsum | [1,2]; [3,4]; [5,6] | equation=\"i,j,i->ji\" | [[15,36],[20,48]]",
        "einsum | 2; 3 | equation=\",->\" | 6",
        "determinant | [[1,2],[3,4]] | - | -2",
        "determinant | [[[2,1],[1,3]],[[0,1],[1,0]]] | - | [5,-1]",
        "determinant | [[6,1,1],[4,-2,5],[2,8,7]] | - | -306",
        "logdet | [[2,1],[1,3]] | - | 1.6094379124341003",
        "cofactors | [[1,2],[3,4]] | - | [[4,-3],[-2,1]]",
        "cofactors | [[7]] | - | [[1]]",
        "inverse | [[1,2],[3,4]] | - | [[-2,1],[1.5,-0.5]]",
        "inverse | [[0,1],[1,0]] | - | [[0,1],[1,0]]",
        "solve | [[1,2],[3,5]]; [1,2] | - | [-1,1]",
        "solve | [[[0,2],[1,0]],[[1,0],[0,4]]]; [[2],[4]] | - | [[[4],[1]],[[2],[1]]]",
        "cholesky | [[4,2],[2,5]] | - | [[2,0],[1,2]]",
        "cholesky | [[4,12,-16],[12,37,-43],[-16,-43,98]] | - | [[2,0,0],[6,1,0],[-8,5,3]]",
      })
  void value(String name, String inputs, @Nullable String attributes, String expected) {
    Evaluation.assertSame(expected, Evaluation.of(name, inputs, attributes).value());
  }
}
