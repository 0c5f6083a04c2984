package dev.letsbackprop.operation;

import static dev.letsbackprop.operation.Evaluation.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** What is decided for losses where mathematics leaves a choice, each by name. */
class LossConventionTest {

  @Test
  void sigmoidWithLossIsSoundAtAThousand() {
    String inputs = "[1000,-1000,1000,-1000,Infinity];[1,0,0,1,1]";
    Evaluation loss = Evaluation.of("sigmoid_with_loss", inputs, "reduction=\"none\"");
    assertSame("[0,0,1000,1000,0]", loss.value());
    assertSame("[0,0,1,-1,0]", loss.flow(0));
  }

  @Test
  void elementLossesDivideByTheNumberOfElements() {
    assertSame(
        "[[1,0],[0,0]]",
        Evaluation.of("mean_squared_error", "[[2,0],[0,0]];[[0,0],[0,0]]", null).flow(0));
  }

  @Test
  void crossEntropyDividesByTheNumberOfRows() {
    assertSame(
        "[[-1,0],[0,-2]]",
        Evaluation.of("cross_entropy", "[[0.5,0.5],[0.75,0.25]];[0,1]", null).flow(0));
  }

  @Test
  void anErrorOfZeroPullsNowhere() {
    String attributes = "reduction=\"sum\"";
    Evaluation loss = Evaluation.of("mean_absolute_error", "[1,2,4];[1,3,2]", attributes);
    assertSame("[0,-1,1]", loss.flow(0));
    assertSame("[0,1,-1]", loss.flow(1));
  }

  @Test
  void huberPullsWithDeltaBeyondIt() {
    String attributes = "delta=2 reduction=\"sum\"";
    assertSame("[-2,1,2]", Evaluation.of("huber", "[-9,1,9];[0,0,0]", attributes).flow(0));
  }

  @Test
  void aTargetOfZeroAddsNothingAndMovesNothing() {
    String attributes = "reduction=\"sum\"";
    Evaluation divergence = Evaluation.of("kl_divergence", "[0,0.5];[0,0.5]", attributes);
    assertSame("0", divergence.value());
    assertSame("[0,-1]", divergence.flow(0));
    assertSame("[0,1]", divergence.flow(1));
    Evaluation entropy = Evaluation.of("cross_entropy", "[0,1];[0,1]", null);
    assertSame("0", entropy.value());
    assertSame("[0,-1]", entropy.flow(0));
  }

  @Test
  void lossesDoNotBroadcast() {
    Misuse misuse =
        assertThrows(
            Misuse.class, () -> Evaluation.of("mean_squared_error", "[[1],[2]];[1,2]", null));
    assertEquals(
        "Predictions [2, 1] need targets of the same shape, found [2]; losses do not broadcast.",
        misuse.sentence());
  }
}
