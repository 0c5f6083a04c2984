package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operations that move elements decide, and where their gradients go, each by name. */
class ArrangementConventionTest {

  private static double[] of(double... x) {
    return x;
  }

  @Test
  void anIndexThatStandsTwiceLetsBothThrough() {
    assertArrayEquals(of(1, 0, 2), Asked.of("take", "indices=[2,0,-1]").flow(10, 20, 30));
  }

  @Test
  void whatASliceLeftOutGetsZero() {
    assertArrayEquals(of(0, 1, 1, 0), Asked.of("slice", "start=1 stop=-1").flow(1, 2, 3, 4));
    assertArrayEquals(of(1, 0, 0, 1), Asked.of("slice", "step=-3").flow(1, 2, 3, 4));
    assertArrayEquals(of(0, 0), Asked.of("slice", "start=5").flow(1, 2));
  }

  @Test
  void aSliceBackwardsTurnsItsCotangentBack() {
    Operation slice = Asked.of("slice", "start=-2 step=-2").operation();
    Tensor x = Tensor.vector(0, 1, 2, 3, 4, 5);
    Tensor y = slice.evaluate(List.of(x));
    Tensor flow = slice.vjp(Numbers.NUMBERS, 0, List.of(x), y, Tensor.vector(10, 20, 30));
    assertEquals(Tensor.vector(30, 0, 20, 0, 10, 0), flow);
  }

  @Test
  void concatenateGivesEachItsPart() {
    List<Tensor> x = List.of(Tensor.vector(1, 2), Tensor.vector(3), Tensor.vector());
    assertEquals(Tensor.vector(1, 2, 3), Asked.of("concatenate").value(x));
    assertEquals(Tensor.vector(1), Asked.of("concatenate").flow(1, x));
    assertEquals(Tensor.vector(), Asked.of("concatenate").flow(2, x));
  }

  @Test
  void diagonalTakesTheFirstTwoAxesAsNumPyDoes() {
    assertEquals(
        Shape.of(4, 2), Asked.of("diagonal").operation().shape(List.of(Shape.of(2, 3, 4))));
    assertEquals(
        Shape.of(2, 2, 4), Asked.of("diag_embed").operation().shape(List.of(Shape.of(4, 2))));
  }

  @Test
  void aTriangleIsCutNotMultiplied() {
    Tensor x = Literals.tensor("[[1,2],[3,4]]").map(e -> e == 2 ? Double.NaN : e);
    assertEquals(Literals.tensor("[[1,0],[3,4]]"), Asked.of("tril").value(List.of(x)));
  }

  @Test
  void sidesOfZeroWork() {
    Tensor nothing = Tensor.of(Shape.of(0, 2));
    for (String asked :
        List.of(
            "expand_dims axis=0",
            "tile reps=[2,2]",
            "concatenate axis=1",
            "stack axis=1",
            "slice step=-1",
            "take indices=[] axis=0",
            "take indices=[1,0] axis=1",
            "flip axis=0",
            "roll shift=1 axis=0",
            "roll shift=1 axis=[]",
            "pad widths=[1,1]",
            "tril k=0",
            "diagonal offset=0",
            "diag_embed offset=1",
            "cumsum axis=0",
            "cumprod axis=0",
            "cumprod axis=1")) {
      int space = asked.indexOf(' ');
      Asked operation = Asked.of(asked.substring(0, space), asked.substring(space + 1));
      assertEquals(nothing.shape(), operation.flow(0, List.of(nothing)).shape(), asked);
    }
    assertEquals(
        Tensor.filled(Shape.of(2, 4), 0), Asked.of("pad", "widths=[1,1]").value(List.of(nothing)));
    assertEquals(Tensor.vector(), Asked.of("tile", "reps=[0]").value(List.of(Tensor.vector(1))));
    assertArrayEquals(of(0, 0), Asked.of("tile", "reps=[0]").flow(1, 2));
  }
}
