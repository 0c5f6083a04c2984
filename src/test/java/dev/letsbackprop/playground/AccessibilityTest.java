package dev.letsbackprop.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The playground is for everybody: axe finds no fault, and it fits a phone. */
class AccessibilityTest extends Visit {
  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "360, light", "360, dark"})
  void axeFindsNoFault(int width, String scheme) throws Exception {
    tab().resize(width, 800);
    tab().prefer("prefers-color-scheme", scheme);
    assertAccessible("the first visit");
    assertEquals(width, tab().evaluate("document.documentElement.scrollWidth").intValue());
    tab().click("#step-next");
    for (int step = 0; step < 4; step++) {
      tab().click("#step-next");
    }
    tab().until("document.querySelector('#step-text .katex')");
    assertAccessible("a step");
    tab().click("label[for=mode-check]");
    tab().until("!check.hidden");
    tab().replace("#claims input[data-node=q]", "3");
    tab().press("Enter");
    tab().untilText("#grade", "0 of 1 right");
    assertAccessible("a grade");
    tab().click("#open-share");
    assertAccessible("sharing");
    tab().click("#close-share");
    tab().click("label[for=mode-explore]");
    visit("#example=" + LAYERS);
    tab().until("document.querySelector('#tensors-body table')");
    tab().click("#frame .node.step");
    tab().until("!details.hidden");
    assertAccessible("layers");
    assertEquals(width, tab().evaluate("document.documentElement.scrollWidth").intValue());
  }

  private void assertAccessible(String what) throws Exception {
    try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      tab()
          .evaluate(
              new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8)
                  + "; undefined");
    }
    JsonNode faults =
        tab()
            .evaluate(
                "axe.run().then(r => r.violations.map(v => v.id + ' (' + v.impact + '): '"
                    + " + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; ')))");
    assertEquals("[]", faults.toString(), what);
  }
}
