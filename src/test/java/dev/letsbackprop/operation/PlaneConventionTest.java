package dev.letsbackprop.operation;

import static dev.letsbackprop.operation.Evaluation.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** What is decided for planes, normalisation and masks where there is a choice, each by name. */
class PlaneConventionTest {

  @Test
  void theFirstOfATieWinsInAMaxPool() {
    assertSame(
        "[[[[0,1],[0,0]]]]", Evaluation.of("max_pool2d", "[[[[1,2],[2,2]]]]", "size=2").flow(0));
  }

  @Test
  void paddingNeverWinsInAMaxPool() {
    String attributes = "size=2 padding=1";
    assertSame(
        "[[[[-1,-2],[-3,-4]]]]",
        Evaluation.of("max_pool2d", "[[[[-1,-2],[-3,-4]]]]", attributes).value());
    assertThrows(Misuse.class, () -> Evaluation.of("max_pool2d", "[[[[-1]]]]", "size=1 padding=1"));
  }

  @Test
  void naNInAWindowGivesNaN() {
    assertSame("[[[[NaN]]]]", Evaluation.of("max_pool2d", "[[[[3,NaN],[9,1]]]]", "size=2").value());
  }

  @Test
  void theZerosOfPaddingCountInAnAveragePool() {
    String attributes = "size=2 stride=3 padding=1";
    String x = "[[[[1,2,0,1],[3,0,1,4],[0,1,2,2],[5,0,2,2]]]]";
    assertSame("[[[[0.25,0.25],[1.25,2]]]]", Evaluation.of("avg_pool2d", x, attributes).value());
  }

  @Test
  void standardisingLargeNumbersKeepsTheirSpread() {
    assertSame("[-1,1]", Evaluation.of("layer_norm", "[1000000000,1000000002]", "eps=0").value());
  }

  @Test
  void aChannelOfOneElementGivesAndGetsZero() {
    assertSame("[[0,0]]", Evaluation.of("batch_norm", "[[3,-7]]", null).value());
    assertSame("[[0,0]]", Evaluation.of("batch_norm", "[[3,-7]]", null).flow(0));
  }

  @Test
  void aMaskHoldsZeroAndOneOnly() {
    Evaluation dropout = Evaluation.of("dropout", "[1,2];[1,0.5]", null);
    Misuse misuse = assertThrows(Misuse.class, dropout::value);
    assertEquals("A mask holds 0 and 1 only, found 0.5.", misuse.sentence());
    assertSame("[2,0]", Evaluation.of("dropout", "[1,Infinity];[1,0]", null).value());
  }

  @Test
  void aWindowThatMakesNoSenseSaysWhichAttribute() {
    String x = "[[[[1,2],[3,4]]]];[[[[1]]]]";
    for (String attribute : new String[] {"stride", "dilation", "groups"}) {
      Misuse misuse =
          assertThrows(Misuse.class, () -> Evaluation.of("conv2d", x, attribute + "=0"));
      assertEquals(attribute, misuse.attribute());
    }
    Misuse misuse = assertThrows(Misuse.class, () -> Evaluation.of("conv2d", x, "padding=-1"));
    assertEquals("The padding must be from 0 to 32768, found -1.", misuse.sentence());
  }

  @Test
  void aWindowThatDoesNotFitIsAnError() {
    assertThrows(
        Misuse.class, () -> Evaluation.of("conv2d", "[[[[1,2]]]];[[[[1,2],[3,4]]]]", null));
    assertThrows(Misuse.class, () -> Evaluation.of("avg_pool2d", "[[[[1,2]]]]", "size=2"));
  }
}
