package dev.letsbackprop.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands go by the limits that the environment sets. */
class EnvironmentLimitsTest {
  private static final String MODEL = "{\"formula\": \"x * x\", \"values\": {\"x\": 3}}";

  private static Run run(String variable, String value) {
    return Run.into(
        new ByteArrayOutputStream(),
        new ByteArrayInputStream(MODEL.getBytes(StandardCharsets.UTF_8)),
        false,
        Map.of(variable, value),
        "gradients");
  }

  @Test
  void asManyNodesAsAreAllowed() {
    assertThat(run("LETSBACKPROP_LIMITS_MODEL_NODES", "2").status()).isEqualTo(Status.OK);
    Run refused = run("LETSBACKPROP_LIMITS_MODEL_NODES", "1");
    assertThat(refused.status()).isEqualTo(Status.PROBLEM);
    assertThat(refused.err()).contains("The limit 'model.nodes' is 1; the model has 2.");
  }

  @Test
  void whatIsNoNumberIsToldWithItsVariable() {
    assertThat(run("LETSBACKPROP_LIMITS_MODEL_NODES", "x").err())
        .contains("LETSBACKPROP_LIMITS_MODEL_NODES: The limit 'model.nodes' is a whole number");
  }
}
