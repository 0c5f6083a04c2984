package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations that move, copy and choose elements, against Python and NumPy's manual. */
class ArrangementValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        // operation | inputs | attributes | expected
        "expand_dims | [1,2] | axis=0 | [[1,2]]",
        "expand_dims | [1,2] | axis=1 | [[1],[2]]",
        "expand_dims | [1,2] | axis=-1 | [[1],[2]]",
        "expand_dims | [1,2] | axis=[0,1] | [[[1,2]]]",
        "expand_dims | [1,2] | axis=[2,0] | [[[1],[2]]]",
        "squeeze | [[[0],[1],[2]]] | - | [0,1,2]",
        "squeeze | [[[0],[1],[2]]] | axis=0 | [[0],[1],[2]]",
        "squeeze | [[[0],[1],[2]]] | axis=[0,-1] | [0,1,2]",
        "squeeze | [[1234]] | - | 1234",
        "tile | [0,1,2] | reps=[2] | [0,1,2,0,1,2]",
        "tile | [0,1,2] | reps=[2,2] | [[0,1,2,0,1,2],[0,1,2,0,1,2]]",
        "tile | [0,1,2] | reps=[2,1,2] | [[[0,1,2,0,1,2]],[[0,1,2,0,1,2]]]",
        "tile | [[1,2],[3,4]] | reps=[2] | [[1,2,1,2],[3,4,3,4]]",
        "tile | [[1,2],[3,4]] | reps=[2,1] | [[1,2],[3,4],[1,2],[3,4]]",
        "concatenate | [[1,2],[3,4]]; [[5,6]] | - | [[1,2],[3,4],[5,6]]",
        "concatenate | [[1,2],[3,4]]; [[5],[6]] | axis=1 | [[1,2,5],[3,4,6]]",
        "concatenate | [1]; [2,3]; [4] | axis=-1 | [1,2,3,4]",
        "stack | [1,2,3]; [4,5,6] | - | [[1,2,3],[4,5,6]]",
        "stack | [1,2,3]; [4,5,6] | axis=-1 | [[1,4],[2,5],[3,6]]",
        "stack | 1; 2; 3 | - | [1,2,3]",
        "slice | [0,1,2,3,4,5] | start=1 stop=4 | [1,2,3]",
        "slice | [0,1,2,3,4,5] | step=-1 | [5,4,3,2,1,0]",
        "slice | [0,1,2,3,4,5] | start=-2 | [4,5]",
        "slice | [0,1,2,3,4,5] | start=3 stop=0 step=-2 | [3,1]",
        "slice | [0,1,2,3,4,5] | start=-100 stop=100 step=3 | [0,3]",
        "slice | [0,1,2,3,4,5] | start=4 stop=1 | []",
        "slice | [0,1,2,3,4,5] | step=-2 | [5,3,1]",
        "slice | [0,1,2,3,4,5] | start=10 step=-3 | [5,2]",
        "slice | [0,1,2,3,4,5] | stop=-100 step=-4 | [5,1]",
        "slice | [0,1,2,3,4,5] | start=2 step=2147483647 | [2]",
        "slice | [0,1,2,3,4,5] | start=2 step=-2147483648 | [2]",
        "slice | [[1,2,3],[4,5,6]] | axis=1 start=1 | [[2,3],[5,6]]",
        "slice | [[1,2,3],[4,5,6]] | axis=-1 stop=-1 step=2 | [[1],[4]]",
        "take | [4,3,5,7,6,8] | indices=[0,1,4] | [4,3,6]",
        "take | [[1,2,3],[4,5,6]] | indices=[2,0,-1] axis=1 | [[3,1,3],[6,4,6]]",
        "take | [[1,2,3],[4,5,6]] | indices=[1,1] axis=0 | [[4,5,6],[4,5,6]]",
        "take | [[1,2,3],[4,5,6]] | indices=[5,0] | [6,1]",
        "scatter_add | [1,2,4] | indices=[2,0,2] side=4 | [2,0,5,0]",
        "scatter_add | [[1,2],[3,4]] | indices=[-1,-1] side=2 axis=1 | [[0,3],[0,7]]",
        "flip | [[0,1],[2,3]] | - | [[3,2],[1,0]]",
        "flip | [[0,1],[2,3]] | axis=0 | [[2,3],[0,1]]",
        "flip | [[0,1],[2,3]] | axis=-1 | [[1,0],[3,2]]",
        "roll | [0,1,2,3,4] | shift=2 | [3,4,0,1,2]",
        "roll | [0,1,2,3,4] | shift=-2 | [2,3,4,0,1]",
        "roll | [[0,1,2,3,4],[5,6,7,8,9]] | shift=1 | [[9,0,1,2,3],[4,5,6,7,8]]",
        "roll | [[0,1,2,3,4],[5,6,7,8,9]] | shift=-1 axis=1 | [[1,2,3,4,0],[6,7,8,9,5]]",
        "roll | [[0,1,2,3,4],[5,6,7,8,9]] | shift=1 axis=[1,0] | [[9,5,6,7,8],[4,0,1,2,3]]",
        "pad | [[1,2],[3,4]] | widths=[[0,1],[2,0]] | [[0,0,1,2],[0,0,3,4],[0,0,0,0]]",
        "pad | [1,2] | widths=[2,1] value=7 | [7,7,1,2,7]",
        "pad | [[5]] | widths=[[1,0]] value=-1 | [[-1,-1],[-1,5]]",
        "pad | 5 | widths=[1,1] | 5",
        "pad | 5 | widths=[] | 5",
        "tril | [[1,2,3],[4,5,6],[7,8,9],[10,11,12]] | k=-1 |"
            + " [[0,0,0],[4,0,0],[7,8,0],[10,11,12]]",
        "triu | [[1,2,3],[4,5,6],[7,8,9],[10,11,12]] | k=-1 |"
            + " [[1,2,3],[4,5,6],[0,8,9],[0,0,12]]",
        "triu | [[[1,2],[3,4]],[[5,6],[7,8]]] | - | [[[1,2],[0,4]],[[5,6],[0,8]]]",
        "diagonal | [[0,1],[2,3]] | - | [0,3]",
        "diagonal | [[0,1],[2,3]] | offset=1 | [1]",
        "diagonal | [[0,1,2],[3,4,5]] | offset=-1 | [3]",
        "diagonal | [[0,1],[2,3]] | offset=5 | []",
        "diagonal | [[[0,1],[2,3]],[[4,5],[6,7]]] | - | [[0,6],[1,7]]",
        "diagonal | [[[0,1],[2,3]],[[4,5],[6,7]]] | offset=1 | [[2],[3]]",
        "diagonal | [[[0,1],[2,3]],[[4,5],[6,7]]] | axis1=1 axis2=2 | [[0,3],[4,7]]",
        "diag_embed | [1,2] | - | [[1,0],[0,2]]",
        "diag_embed | [1,2] | offset=-1 | [[0,0,0],[1,0,0],[0,2,0]]",
        "diag_embed | [1,2] | rows=2 columns=3 | [[1,0,0],[0,2,0]]",
        "diag_embed | [[1,2],[3,4]] | axis1=-2 axis2=-1 | [[[1,0],[0,2]],[[3,0],[0,4]]]",
      })
  void value(String name, String inputs, @Nullable String attributes, String expected) {
    assertEquals(Literals.tensor(expected), Asked.of(name, attributes).value(inputs));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        // operation | inputs | attributes | attribute that is wrong | sentence
        "expand_dims | [1] | axis=[0,-3] | axis | Axis -3 is named twice.",
        "squeeze | [[1,2]] | axis=1 | axis | Axis 1 of shape [1, 2] is not a side of 1.",
        "tile | [1] | reps=[-1] | reps | A number of copies cannot be -1.",
        "tile | [1,2] | reps=[2147483647] | reps | A side of 4294967294 elements is too long.",
        "concatenate | [[1]]; [[1,2]] | axis=0 | - |"
            + " Shapes [1, 1] and [1, 2] differ in more than axis 0.",
        "concatenate | 1; 2 | - | axis |"
            + " Axis 0 is out of range for rank 0: a scalar has no axes.",
        "stack | [1]; [1,2] | - | - | The shapes must be the same, found [1] and [2].",
        "slice | [1] | step=0 | step | A step of 0 leads nowhere.",
        "take | [1,2] | indices=[2] | indices |"
            + " There is no index 2 along axis 0: from -2 to 1.",
        "take | [] | indices=[0] | indices | There is no index 0 along axis 0: it has none.",
        "scatter_add | [1,2] | indices=[0] side=1 | indices |"
            + " Each of the 2 elements along axis 0 needs one index, found 1.",
        "pad | [1] | widths=[-1,0] | widths | A width cannot be -1.",
        "pad | [[[1]]] | widths=[[1,0],[0,1]] | widths |"
            + " Shape [1, 1, 1] needs a pair for each axis or one for all, found 2.",
        "pad | [1] | widths=[[1,0,0]] | widths |"
            + " Expected a list of pairs of integers, or one pair, found a list.",
        "pad | [1] | widths=[1] | widths | Expected a list of pairs of integers, or one pair, found"
            + " a list.",
        "pad | [1] | widths=2 | widths | Expected a list of pairs of integers, or one pair, found"
            + " the number 2.",
        "tril | [1] | - | - | A triangle is cut from a matrix, which shape [1] is not.",
        "diagonal | [[1]] | axis2=0 | axis2 | A diagonal needs two axes, and both are 0.",
        "diagonal | [1] | - | axis2 |" + " Axis 1 is out of range for rank 1: from -1 to 0.",
        "diag_embed | [1,2] | rows=1 | - |"
            + " The diagonal of 1 rows and 2 columns has 1 elements, not 2.",
        "norm | [1] | ord=3 | ord | The order of a norm is 1 or 2, not 3.",
        "cumsum | [1] | axis=1 | axis | Axis 1 is out of range for rank 1: from -1 to 0.",
        "max | [] | - | - | Nothing of shape [0] stands along the axes: none is the extreme.",
        "linear_recurrence | [1]; [1,2] | - | - |"
            + " The shapes must be the same, found [1] and [2].",
      })
  void misuse(
      String name,
      String inputs,
      @Nullable String attributes,
      @Nullable String attribute,
      String sentence) {
    Misuse misuse = assertThrows(Misuse.class, () -> Asked.of(name, attributes).value(inputs));
    assertEquals(sentence, misuse.sentence());
    assertEquals(attribute, misuse.attribute());
  }
}
