package dev.letsbackprop.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a student does with the playground. */
class PlaygroundTest extends Visit {
  @Test
  void theFirstVisitShowsAnExampleWorkedOut() {
    assertEquals("q = x + y\nf = q * z", tab().evaluate("formula.value").stringValue());
    // The circuit of CS231n: x, y and q get −4, z gets 3, f has 1.
    assertEquals("1 3 −4 −4 −4", gradients());
    tab().untilText("#lead", "Gradients flow back");
  }

  @Test
  void aFormulaIsDrawnAsItIsTyped() {
    tab().replace("#formula", "c = a * a + w");
    tab().until("document.querySelectorAll('#frame .node').length === 4");
    // Names that nobody gave a value have one, and a slider.
    assertEquals(
        "1", tab().evaluate("document.querySelectorAll('.number')[0].value").stringValue());
    tab().replace("#inputs-body .number", "3");
    tab().untilText("#frame", "10");
    // d(a·a + w)/da is 2a, which comes by two edges of 3 each.
    assertEquals("1 1 1 3 3 6", gradients());
  }

  @Test
  void aSliderMovesValuesAndGradients() {
    // From −2 to the right end of −5..5.
    tab().drag("#inputs-body .input:first-child input[type=range]", 0.3, 1);
    tab().until("document.querySelector('#inputs-body .number').value === '5'");
    // q = 10 is the gradient of z now.
    tab()
        .until(
            "[...document.querySelectorAll('#frame .gradient')].some(e => e.textContent === '10')");
    assertEquals("1 10 −4 −4 −4", gradients());
  }

  @Test
  void steppingShowsOneThingAfterTheOther() {
    tab().click("#step-next");
    tab().untilText("#step-text", "The inputs are given");
    assertEquals("", gradients());
    tab().click("#step-next");
    tab().untilText("#step-text", "q = x + y = −2 + 5 = 3");
    tab().click("#step-next");
    tab().untilText("#step-text", "f = q × z = 3 × (−4) = −12");
    tab().click("#step-next");
    tab().untilText("#step-text", "begins at the output");
    assertEquals("1", gradients());
    tab().click("#step-next");
    tab().untilText("#step-text", "from f to q");
    assertEquals("1 −4", gradients());
    // Set by KaTeX: ∂f/∂q = ∂f/∂f · z.
    tab().until("document.querySelector('#step-text .katex math')");
    assertEquals(0, tab().evaluate("document.querySelectorAll('.katex-error').length").intValue());
    for (int step = 5; step <= 7; step++) {
      tab().click("#step-next");
    }
    tab().untilText("#step-text", "from q to y");
    assertEquals("1 3 −4 −4 −4", gradients());
    tab().click("#step-next");
    tab().untilText("#step-count", "Both passes are done");
  }

  @Test
  void twoEdgesToOneNodeAddUp() {
    tab().replace("#formula", "b = a + a");
    tab().until("document.querySelectorAll('#frame .node').length === 2");
    tab().click("#step-last");
    tab().click("#step-back");
    tab().untilText("#step-text", "adds up to its gradient, 2");
    tab().click("#step-back");
    tab().untilText("#step-text", "from b to a: 1");
    assertEquals("1 1 1", gradients());
  }

  /** Three values, where it begins, three edges: also those that are far from the output. */
  @Test
  void everyEdgeIsAStep() {
    tab().replace("#formula", "y = tanh(exp(sin(x)))");
    tab().until("document.querySelectorAll('#frame .node').length === 4");
    tab().click("#step-first");
    tab().untilText("#step-count", "Step 0 of 7");
    tab().click("#step-last");
    tab().click("#step-back");
    tab().untilText("#step-text", "from sin(x) to x");
  }

  @Test
  void aFaultIsUnderlinedAtItsPlaceWhileThePictureStays() {
    tab().replace("#formula", "q = x + * y\nf = q * z");
    tab().untilText("#faults", "Line 1, column 9: Expected a name, a number or '(', found '*'.");
    assertEquals("*", tab().text(".marks mark"));
    assertEquals("1 3 −4 −4 −4", gradients());
    assertFalse(tab().evaluate("stale.hidden").booleanValue());
    tab().click("#faults button");
    assertEquals("8", tab().evaluate("String(formula.selectionStart)").stringValue());
    tab().press("Backspace");
    tab().until("faults.children.length === 0");
    assertTrue(tab().evaluate("stale.hidden").booleanValue());
    assertEquals(0, tab().evaluate("document.querySelectorAll('mark').length").intValue());
  }

  @Test
  void aFaultOfJsonIsUnderlinedWhereItsPointerLeads() {
    tab().click("#tab-json");
    tab()
        .replace(
            "#json",
            "{\"nodes\": {\"x\": {\"value\": 1}, \"y\": {\"op\": \"mulitply\", \"inputs\":"
                + " [\"x\"]}}}");
    tab().untilText("#faults", "Did you mean 'multiply'?");
    assertEquals("\"mulitply\"", tab().text("#panel-json mark"));
    tab().replace("#json", "{\"nodes\": {\"x\": 1,,}}");
    tab().untilText("#faults", "Not JSON at line 1");
    assertEquals(",", tab().text("#panel-json mark"));
    // It is no formula, but still there for who turns back from one.
    tab().click("#tab-formula");
    tab().until("faults.children.length === 0");
    tab().click("#tab-json");
    tab().untilText("#faults", "Not JSON at line 1");
  }

  @Test
  void wrongGradientsAreExplainedAtTheirNodes() {
    tab().click("label[for=mode-check]");
    tab().until("document.querySelectorAll('#frame .gradient').length === 0");
    String told = tab().evaluate("document.querySelector('#frame').innerHTML").stringValue();
    assertFalse(told.contains("gradient −4"), told);
    tab().replace("#claims input[data-node=q]", "3");
    tab().replace("#claims input[data-node=x]", "3");
    tab().replace("#claims input[data-node=z]", "3");
    tab().press("Enter");
    tab().untilText("#grade", "1 of 3 right");
    tab().untilText("#claims", "At f = q × z the two factors are swapped");
    tab().untilText("#claims", "Right, given your gradient of q");
    assertEquals(3, tab().evaluate("document.querySelectorAll('.badge').length").intValue());
    assertEquals("✗", tab().text("#n3 .badge text"));
    tab().replace("#claims input[data-node=q]", "-4");
    tab().replace("#claims input[data-node=x]", "−4");
    tab().press("Enter");
    tab().untilText("#grade", "3 of 3 right, 3 of 3 points");
  }

  @Test
  void layersShowTheirMatricesAsNumbersAndAsMaps() {
    visit("#example=" + LAYERS);
    tab().untilText("#tensors-body", "scores.weight");
    assertEquals("0px", cellSize());
    tab().click("label[for=as-numbers]");
    tab().until("document.querySelector('table.tensor.numbers')");
    assertFalse(cellSize().equals("0px"));
    tab().click("#frame .node.step");
    tab().until("!details.hidden");
    tab().untilText("#details-body", "matmul");
    tab().until("document.querySelector('#details-body .katex')");
    // A weight's entry moves, and the loss with it.
    String before = tab().text("#frame");
    tab().drag("#inputs-body .input:nth-child(2) input[type=range]", 0.55, 0.9);
    tab().until("document.querySelector('#frame').textContent !== " + Tab.quoted(before));
  }

  private String cellSize() {
    return tab()
        .evaluate("getComputedStyle(document.querySelector('table.tensor td')).fontSize")
        .stringValue();
  }

  @Test
  void theKeyboardReachesNodes() {
    tab().evaluate("document.querySelector('#frame .node[tabindex=\"0\"]').focus()");
    tab().press("ArrowLeft");
    tab().press("ArrowLeft");
    tab().press("ArrowDown");
    tab().press("Enter");
    tab().until("!details.hidden");
    assertEquals("y", tab().text("#details-title"));
    assertTrue(
        tab()
            .evaluate("document.activeElement.getAttribute('aria-label')")
            .stringValue()
            .contains("value 5, gradient −4"));
  }
}
