package dev.letsbackprop.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.letsbackprop.service.GradientRequestReader;
import dev.letsbackprop.service.GradientService;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Whatever stands in a formula: it is refused with a sentence, or differentiated. */
class FormulaFuzzTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @FuzzTest(maxDuration = "60s")
  void formula(@NotNull String formula) {
    String body =
        "{\"formula\": "
            + MAPPER.writeValueAsString(formula)
            + ", \"values\": {\"x\": 2, \"y\": [1, 2], \"m\": [[1, 2], [3, 4]]}"
            + ", \"include\": [\"values\", \"gradients\", \"flows\", \"derivations\"]}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Small.refusable(
        () ->
            Small.write(
                new GradientService()
                    .differentiate(GradientRequestReader.read(bytes, Small.LIMITS))));
  }
}
