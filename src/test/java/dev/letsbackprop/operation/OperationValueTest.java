package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values against mathematics and the examples of NumPy's manual. */
class OperationValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        // operation | inputs | attributes | expected
        "add | [[1,2],[3,4]]; [10,20] | - | [[11,22],[13,24]]",
        "subtract | 7; 3 | - | 4",
        "multiply | [[1],[2]]; [3,4] | - | [[3,4],[6,8]]",
        "divide | 1; [2,4,8] | - | [0.5,0.25,0.125]",
        "power | [2,3,4]; [3,2,0.5] | - | [8,9,2]",
        "maximum | [2,3,4]; [1,5,2] | - | [2,5,4]",
        "negative | [1,-2] | - | [-1,2]",
        "reciprocal | [2,-4] | - | [0.5,-0.25]",
        "square | [3,-4] | - | [9,16]",
        "sqrt | [9,2] | - | [3,1.4142135623730951]",
        "branch | [9,2] | - | [9,2]",
        "exp | [0,1] | - | [1,2.718281828459045]",
        "log | [1,10] | - | [0,2.302585092994046]",
        "sin | [0,1.5707963267948966] | - | [0,1]",
        "cos | [0,3.141592653589793] | - | [1,-1]",
        "tanh | [0,0.5493061443340549] | - | [0,0.5]",
        "sigmoid | [0,1.0986122886681098] | - | [0.5,0.75]",
        "relu | [-3,5] | - | [0,5]",
        "greater | [1,2,3]; 2 | - | [0,0,1]",
        "greater_equal | [1,2,3]; 2 | - | [0,1,1]",
        "equal | [1,2,3]; 2 | - | [0,1,0]",
        "where | [[1,0],[1,1]]; [[1,2],[3,4]]; [[9,8],[7,6]] | - | [[1,8],[3,4]]",
        "sum | [[0,1],[0,5]] | - | 6",
        "sum | [[0,1],[0,5]] | axis=0 | [0,6]",
        "sum | [[0,1],[0,5]] | axis=-1 keepdims=true | [[1],[5]]",
        "sum | [[[1,2],[3,4]],[[5,6],[7,8]]] | axis=[0,2] | [14,22]",
        "mean | [[1,2],[3,4]] | - | 2.5",
        "mean | [[1,2],[3,4]] | axis=0 | [2,3]",
        "repeat | [[1,2],[3,4]] | count=2 | [1,1,2,2,3,3,4,4]",
        "repeat | [[1,2],[3,4]] | count=3 axis=1 | [[1,1,1,2,2,2],[3,3,3,4,4,4]]",
        "repeat | [[1,2]] | count=2 axis=0 | [[1,2],[1,2]]",
        "broadcast_to | [1,2,3] | shape=[2,3] | [[1,2,3],[1,2,3]]",
        "sum_to_shape | [[1,2,3],[4,5,6]] | shape=[2,1] | [[6],[15]]",
        "reshape | [[1,2,3],[4,5,6]] | shape=[3,-1] | [[1,2],[3,4],[5,6]]",
        "transpose | [[1,2,3],[4,5,6]] | - | [[1,4],[2,5],[3,6]]",
        "transpose | [[[1,2],[3,4]],[[5,6],[7,8]]] | axes=[1,0,2] | [[[1,2],[5,6]],[[3,4],[7,8]]]",
        "one_hot | [1,0] | classes=3 | [[0,1,0],[1,0,0]]",
        "embedding | [[1,2],[3,4],[5,6]]; [2,0] | - | [[5,6],[1,2]]",
        "embedding_spread | [[1,2],[3,4],[5,6]]; [2,0,2] | rows=3 | [[3,4],[0,0],[6,8]]",
        "matmul | [[1,0],[0,1]]; [[4,1],[2,2]] | - | [[4,1],[2,2]]",
        "matmul | [[1,0],[0,1]]; [1,2] | - | [1,2]",
        "matmul | [1,2]; [[1,0],[0,1]] | - | [1,2]",
        "matmul | [1,2,3]; [4,5,6] | - | 32",
        "matmul | [[1,2],[3,4]]; [[5,6],[7,8]] | transpose_a=true | [[26,30],[38,44]]",
        "matmul | [[1,2],[3,4]]; [[5,6],[7,8]] | transpose_b=true | [[17,23],[39,53]]",
        "matmul | [[1,2],[3,4]]; [[5,6],[7,8]] | transpose_a=true transpose_b=true |"
            + " [[23,31],[34,46]]",
        "matmul | [[[1,2]],[[3,4]]]; [[1],[10]] | - | [[[21]],[[43]]]",
        "softmax | [[0,1.0986122886681098]] | - | [[0.25,0.75]]",
        "softmax | [[0],[1.0986122886681098]] | axis=0 | [[0.25],[0.75]]",
        "log_softmax | [0,0] | - | [-0.6931471805599453,-0.6931471805599453]",
        "softmax_with_loss | [[0,0],[0,1.0986122886681098]]; [0,1] | reduction=\"none\" |"
            + " [0.6931471805599453,0.2876820724517809]",
        "softmax_with_loss | [[0,0],[0,1.0986122886681098]]; [0,1] | reduction=\"sum\" |"
            + " 0.9808292530117262",
        "softmax_with_loss | [0,0]; [0.5,0.5] | - | 0.6931471805599453",
      })
  void value(String name, String inputs, @Nullable String attributes, String expected) {
    Tensor wanted = Literals.tensor(expected);
    Tensor found = evaluate(name, inputs, attributes);
    assertEquals(wanted.shape(), found.shape());
    assertArrayEquals(wanted.toArray(), found.toArray(), 1e-15);
  }

  private static Tensor evaluate(String name, String inputs, @Nullable String attributes) {
    Operation operation = Named.operation(name, attributes);
    List<Tensor> tensors = Stream.of(inputs.split(";", -1)).map(Literals::tensor).toList();
    operation.shape(tensors.stream().map(Tensor::shape).toList());
    return operation.evaluate(tensors);
  }

  @Test
  void aLongSumLosesNothingThatPairsWouldKeep() {
    double[] tenths = new double[1 << 20];
    Arrays.fill(tenths, 0.1);
    Tensor sum =
        new Reduction.Sum(Axes.ALL, false).evaluate(List.of(Tensor.of(Shape.of(1 << 20), tenths)));
    assertEquals(0.1 * (1 << 20), sum.item(), 1e-9);
  }
}
