package dev.letsbackprop.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The page at the root, in a real browser: what a student does on a visit. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PlaygroundTest {
  private static final String LAYERS = "two-layer-sigmoid-softmax-batch-of-4-as-layers";

  @TempDir private static Path profile;
  private static @Nullable Chromium browser;

  @LocalServerPort private int port;
  private Tab tab;

  @BeforeAll
  static void start() throws Exception {
    Path executable = Chromium.find();
    assumeTrue(executable != null, "chromium shows the page");
    browser = Chromium.start(Objects.requireNonNull(executable), profile);
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void visit() {
    tab = Objects.requireNonNull(browser).open();
    tab.resize(1280, 900);
    visit("");
  }

  private void visit(String fragment) {
    tab.go(address() + fragment);
    tab.until("document.querySelector('#frame svg .node')");
  }

  private String address() {
    return "http://localhost:" + port + "/";
  }

  /** On every visit of every test. */
  @AfterEach
  void nothingIsComplainedOfAndNobodyElseAsked() {
    if (tab != null) {
      assertEquals(List.of(), tab.complaints());
      for (String url : tab.requests()) {
        assertTrue(url.startsWith(address()) || url.startsWith("blob:"), url);
      }
    }
  }

  private String gradients() {
    return tab.evaluate(
            "[...document.querySelectorAll('#frame .gradient:not(.pending)')]"
                + ".map(e => e.textContent).sort().join(' ')")
        .stringValue();
  }

  @Test
  void theFirstVisitShowsAnExampleWorkedOut() {
    assertEquals("q = x + y\nf = q * z", tab.evaluate("formula.value").stringValue());
    // The circuit of CS231n: x, y and q get −4, z gets 3, f has 1.
    assertEquals("1 3 −4 −4 −4", gradients());
    tab.untilText("#lead", "Gradients flow back");
  }

  @Test
  void aFormulaIsDrawnAsItIsTyped() {
    tab.replace("#formula", "c = a * a + w");
    tab.until("document.querySelectorAll('#frame .node').length === 4");
    // Names that nobody gave a value have one, and a slider.
    assertEquals("1", tab.evaluate("document.querySelectorAll('.number')[0].value").stringValue());
    tab.replace("#inputs-body .number", "3");
    tab.untilText("#frame", "10");
    // d(a·a + w)/da is 2a, which comes by two edges of 3 each.
    assertEquals("1 1 1 3 3 6", gradients());
  }

  @Test
  void aSliderMovesValuesAndGradients() {
    // From −2 to the right end of −5..5.
    tab.drag("#inputs-body .input:first-child input[type=range]", 0.3, 1);
    tab.until("document.querySelector('#inputs-body .number').value === '5'");
    // q = 10 is the gradient of z now.
    tab.until(
        "[...document.querySelectorAll('#frame .gradient')].some(e => e.textContent === '10')");
    assertEquals("1 10 −4 −4 −4", gradients());
  }

  @Test
  void steppingShowsOneThingAfterTheOther() {
    tab.click("#step-next");
    tab.untilText("#step-text", "The inputs are given");
    assertEquals("", gradients());
    tab.click("#step-next");
    tab.untilText("#step-text", "q = x + y = −2 + 5 = 3");
    tab.click("#step-next");
    tab.untilText("#step-text", "f = q × z = 3 × (−4) = −12");
    tab.click("#step-next");
    tab.untilText("#step-text", "begins at the output");
    assertEquals("1", gradients());
    tab.click("#step-next");
    tab.untilText("#step-text", "from f to q");
    assertEquals("1 −4", gradients());
    // Set by KaTeX: ∂f/∂q = ∂f/∂f · z.
    tab.until("document.querySelector('#step-text .katex math')");
    assertEquals(0, tab.evaluate("document.querySelectorAll('.katex-error').length").intValue());
    for (int step = 5; step <= 7; step++) {
      tab.click("#step-next");
    }
    tab.untilText("#step-text", "from q to y");
    assertEquals("1 3 −4 −4 −4", gradients());
    tab.click("#step-next");
    tab.untilText("#step-count", "Both passes are done");
  }

  @Test
  void twoEdgesToOneNodeAddUp() {
    tab.replace("#formula", "b = a + a");
    tab.until("document.querySelectorAll('#frame .node').length === 2");
    tab.click("#step-last");
    tab.click("#step-back");
    tab.untilText("#step-text", "adds up to its gradient, 2");
    tab.click("#step-back");
    tab.untilText("#step-text", "from b to a: 1");
    assertEquals("1 1 1", gradients());
  }

  /** Three values, where it begins, three edges: also those that are far from the output. */
  @Test
  void everyEdgeIsAStep() {
    tab.replace("#formula", "y = tanh(exp(sin(x)))");
    tab.until("document.querySelectorAll('#frame .node').length === 4");
    tab.click("#step-first");
    tab.untilText("#step-count", "Step 0 of 7");
    tab.click("#step-last");
    tab.click("#step-back");
    tab.untilText("#step-text", "from sin(x) to x");
  }

  @Test
  void aFaultIsUnderlinedAtItsPlaceWhileThePictureStays() {
    tab.replace("#formula", "q = x + * y\nf = q * z");
    tab.untilText("#faults", "Line 1, column 9: Expected a name, a number or '(', found '*'.");
    assertEquals("*", tab.text(".marks mark"));
    assertEquals("1 3 −4 −4 −4", gradients());
    assertFalse(tab.evaluate("stale.hidden").booleanValue());
    tab.click("#faults button");
    assertEquals("8", tab.evaluate("String(formula.selectionStart)").stringValue());
    tab.press("Backspace");
    tab.until("faults.children.length === 0");
    assertTrue(tab.evaluate("stale.hidden").booleanValue());
    assertEquals(0, tab.evaluate("document.querySelectorAll('mark').length").intValue());
  }

  @Test
  void aFaultOfJsonIsUnderlinedWhereItsPointerLeads() {
    tab.click("#tab-json");
    tab.replace(
        "#json",
        "{\"nodes\": {\"x\": {\"value\": 1}, \"y\": {\"op\": \"mulitply\", \"inputs\": [\"x\"]}}}");
    tab.untilText("#faults", "Did you mean 'multiply'?");
    assertEquals("\"mulitply\"", tab.text("#panel-json mark"));
    tab.replace("#json", "{\"nodes\": {\"x\": 1,,}}");
    tab.untilText("#faults", "Not JSON at line 1");
    assertEquals(",", tab.text("#panel-json mark"));
    // It is no formula, but still there for who turns back from one.
    tab.click("#tab-formula");
    tab.until("faults.children.length === 0");
    tab.click("#tab-json");
    tab.untilText("#faults", "Not JSON at line 1");
  }

  @Test
  void wrongGradientsAreExplainedAtTheirNodes() {
    tab.click("label[for=mode-check]");
    tab.until("document.querySelectorAll('#frame .gradient').length === 0");
    String told = tab.evaluate("document.querySelector('#frame').innerHTML").stringValue();
    assertFalse(told.contains("gradient −4"), told);
    tab.replace("#claims input[data-node=q]", "3");
    tab.replace("#claims input[data-node=x]", "3");
    tab.replace("#claims input[data-node=z]", "3");
    tab.press("Enter");
    tab.untilText("#grade", "1 of 3 right");
    tab.untilText("#claims", "At f = q × z the two factors are swapped");
    tab.untilText("#claims", "Right, given your gradient of q");
    assertEquals(3, tab.evaluate("document.querySelectorAll('.badge').length").intValue());
    assertEquals("✗", tab.text("#n3 .badge text"));
    tab.replace("#claims input[data-node=q]", "-4");
    tab.replace("#claims input[data-node=x]", "−4");
    tab.press("Enter");
    tab.untilText("#grade", "3 of 3 right, 3 of 3 points");
  }

  @Test
  void aLinkRestoresEverything() {
    tab.replace("#formula", "q = x + y\nf = q * z + u");
    tab.replace("#inputs-body .input:last-child .number", "0.25");
    tab.until("document.querySelectorAll('#frame .node').length === 7");
    tab.click("#step-next");
    tab.click("#step-next");
    tab.untilText("#step-text", "q = x + y");
    tab.until("location.hash.length > 20");
    tab.click("#open-share");
    tab.until("document.querySelector('#share-text').value.includes('#1.')");
    String link = tab.evaluate("document.querySelector('#share-text').value").stringValue();
    Tab other = Objects.requireNonNull(browser).open();
    other.go(link);
    other.untilText("#step-text", "q = x + y");
    other.untilText("#step-count", "Step 1");
    assertEquals("q = x + y\nf = q * z + u", other.evaluate("formula.value").stringValue());
    other.until(
        "document.querySelector('#inputs-body .input:last-child .number').value === '0.25'");
    assertEquals(List.of(), other.complaints());
  }

  @ParameterizedTest
  @ValueSource(strings = {"#1.", "#1.AAAA", "#1.q1ZKLUvMKU0FUgA", "#2.x", "#%", "#1.%00"})
  void aLinkThatSaysNothingShowsTheFirstVisit(String fragment) {
    visit(fragment);
    assertEquals("q = x + y\nf = q * z", tab.evaluate("formula.value").stringValue());
  }

  @Test
  void layersShowTheirMatricesAsNumbersAndAsMaps() {
    visit("#example=" + LAYERS);
    tab.untilText("#tensors-body", "scores.weight");
    assertEquals("0px", cellSize());
    tab.click("label[for=as-numbers]");
    tab.until("document.querySelector('table.tensor.numbers')");
    assertFalse(cellSize().equals("0px"));
    tab.click("#frame .node.step");
    tab.until("!details.hidden");
    tab.untilText("#details-body", "matmul");
    tab.until("document.querySelector('#details-body .katex')");
    // A weight's entry moves, and the loss with it.
    String before = tab.text("#frame");
    tab.drag("#inputs-body .input:nth-child(2) input[type=range]", 0.55, 0.9);
    tab.until("document.querySelector('#frame').textContent !== " + Tab.quoted(before));
  }

  private String cellSize() {
    return tab.evaluate("getComputedStyle(document.querySelector('table.tensor td')).fontSize")
        .stringValue();
  }

  @Test
  void theKeyboardReachesNodes() {
    tab.evaluate("document.querySelector('#frame .node[tabindex=\"0\"]').focus()");
    tab.press("ArrowLeft");
    tab.press("ArrowLeft");
    tab.press("ArrowDown");
    tab.press("Enter");
    tab.until("!details.hidden");
    assertEquals("y", tab.text("#details-title"));
    assertTrue(
        tab.evaluate("document.activeElement.getAttribute('aria-label')")
            .stringValue()
            .contains("value 5, gradient −4"));
  }

  @Test
  void whatIsCopiedSaysTheSame() {
    tab.click("#open-share");
    tab.click("label[for=form-curl]");
    tab.until("document.querySelector('#share-text').value.startsWith('curl -s ')");
    tab.click("label[for=form-python]");
    tab.until("document.querySelector('#share-text').value.includes('urlopen')");
    tab.click("label[for=form-pytorch]");
    tab.until("document.querySelector('#share-text').value.includes('import torch')");
    tab.click("#save-png");
    tab.untilText("#share-said", "Saved.");
  }

  @Test
  void namesAreTextAndNothingElse() {
    tab.click("#tab-json");
    tab.replace(
        "#json",
        """
        {"nodes": {"<img src=x onerror=alert(1)>": {"value": 2}, "2": {"value": 3}, "__proto__": {"value": 5},
         "]]>": {"op": "multiply", "inputs": ["<img src=x onerror=alert(1)>", "2"]},
         "f": {"op": "add", "inputs": ["]]>", "__proto__"]}}}\
        """);
    tab.untilText("#frame", "]]>");
    assertEquals(0, tab.evaluate("document.querySelectorAll('img').length").intValue());
    tab.click("#n0");
    tab.until("!details.hidden");
    assertEquals("<img src=x onerror=alert(1)>", tab.text("#details-title"));
    tab.untilText("#details-body", "3");
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "360, light", "360, dark"})
  void axeFindsNoFault(int width, String scheme) throws Exception {
    tab.resize(width, 800);
    tab.prefer("prefers-color-scheme", scheme);
    assertAccessible("the first visit");
    assertEquals(width, tab.evaluate("document.documentElement.scrollWidth").intValue());
    tab.click("#step-next");
    for (int step = 0; step < 4; step++) {
      tab.click("#step-next");
    }
    tab.until("document.querySelector('#step-text .katex')");
    assertAccessible("a step");
    tab.click("label[for=mode-check]");
    tab.until("!check.hidden");
    tab.replace("#claims input[data-node=q]", "3");
    tab.press("Enter");
    tab.untilText("#grade", "0 of 1 right");
    assertAccessible("a grade");
    tab.click("#open-share");
    assertAccessible("sharing");
    tab.click("#close-share");
    tab.click("label[for=mode-explore]");
    visit("#example=" + LAYERS);
    tab.until("document.querySelector('#tensors-body table')");
    tab.click("#frame .node.step");
    tab.until("!details.hidden");
    assertAccessible("layers");
    assertEquals(width, tab.evaluate("document.documentElement.scrollWidth").intValue());
  }

  private void assertAccessible(String what) throws Exception {
    try (InputStream script = PlaygroundTest.class.getResourceAsStream("/axe.min.js")) {
      tab.evaluate(
          new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8)
              + "; undefined");
    }
    JsonNode faults =
        tab.evaluate(
            "axe.run().then(r => r.violations.map(v => v.id + ' (' + v.impact + '): '"
                + " + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; ')))");
    assertEquals("[]", faults.toString(), what);
  }
}
