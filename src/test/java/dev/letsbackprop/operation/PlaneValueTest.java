package dev.letsbackprop.operation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Convolution, pooling, normalisation and masks against PyTorch's values. */
class PlaneValueTest {
  private static final String NINE = "[[[[1,2,3],[4,5,6],[7,8,9]]]]";
  private static final String PLANE = "[[[[1,2,0,1],[3,0,1,4],[0,1,2,2],[5,0,2,2]]]]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        // operation | inputs | attributes | expected
        "conv2d | NINE; [[[[1,0],[0,-1]]]] | - | [[[[-4,-4],[-4,-4]]]]",
        "conv2d | NINE; [[[[1,2],[3,4]]]] | stride=2 padding=1 | [[[[4,18],[36,77]]]]",
        "conv2d | NINE; [[[[1,2],[3,4]]]] | dilation=2 | [[[[64]]]]",
        "conv2d | NINE; [[[[1,2],[3,4]]]] | stride=[1,2] padding=[0,1] | [[[[18,47],[36,77]]]]",
        "conv2d | [[[[1,2],[3,4]],[[5,6],[7,8]]]]; [[[[1,0],[0,1]]],[[[2,0],[0,-1]]]] | groups=2 |"
            + " [[[[5]],[[2]]]]",
        "conv_transpose2d | [[[[1,2],[3,4]]]]; [[[[1,0],[0,-1]]]] |"
            + " stride=2 padding=1 output_padding=1 | [[[[-1,0,-2],[0,4,0],[-3,0,-4]]]]",
        "conv2d_weight | NINE; [[[[1,0],[0,1]]]] | size=2 | [[[[6,8],[12,14]]]]",
        "max_pool2d | PLANE | size=2 | [[[[3,4],[5,2]]]]",
        "max_pool2d | PLANE | size=3 stride=2 padding=1 | [[[[3,4],[5,4]]]]",
        "max_pool2d_spread | [[[[10]]]]; [[[[1,2],[3,0]]]] | size=2 | [[[[0,0],[10,0]]]]",
        "max_pool2d_pick | [[[[10,20],[30,40]]]]; [[[[1,2],[3,0]]]] | size=2 | [[[[30]]]]",
        "avg_pool2d | PLANE | size=2 | [[[[1.5,1.5],[1.5,2]]]]",
        "layer_norm | [[1,2,3],[1,1,4]] | - |"
            + " [[-1.2247356859083902,0,1.2247356859083902],"
            + "[-0.7071050134262237,-0.7071050134262237,1.4142100268524473]]",
        "layer_norm | [[1,3],[3,1]] | axis=0 eps=0 | [[-1,1],[1,-1]]",
        "batch_norm | [[1,2],[3,2],[5,5]] | - |"
            + " [[-1.224742575001414,-0.7071050134262238],[0,-0.7071050134262238],"
            + "[1.2247425750014136,1.4142100268524471]]",
        "dropout | [1,2,3,4]; [1,0,1,1] | - | [2,0,6,8]",
        "dropout | [[3,6],[9,12]]; [0,1] | rate=0.25 | [[0,8],[0,16]]",
      })
  void value(String name, String inputs, @Nullable String attributes, String expected) {
    String planes = inputs.replace("NINE", NINE).replace("PLANE", PLANE);
    Evaluation.assertSame(expected, Evaluation.of(name, planes, attributes).value());
  }
}
