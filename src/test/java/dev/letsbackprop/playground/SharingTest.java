package dev.letsbackprop.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken along from the playground, and what is brought to it. */
class SharingTest extends Visit {
  @Test
  void aLinkRestoresEverything() {
    tab().replace("#formula", "q = x + y\nf = q * z + u");
    tab().replace("#inputs-body .input:last-child .number", "0.25");
    tab().until("document.querySelectorAll('#frame .node').length === 7");
    tab().click("#step-next");
    tab().click("#step-next");
    tab().untilText("#step-text", "q = x + y");
    tab().until("location.hash.length > 20");
    tab().click("#open-share");
    tab().until("document.querySelector('#share-text').value.includes('#1.')");
    String link = tab().evaluate("document.querySelector('#share-text').value").stringValue();
    Tab other = open();
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
    assertEquals("q = x + y\nf = q * z", tab().evaluate("formula.value").stringValue());
  }

  @Test
  void whatIsCopiedSaysTheSame() {
    tab().click("#open-share");
    tab().click("label[for=form-curl]");
    tab().until("document.querySelector('#share-text').value.startsWith('curl -s ')");
    tab().click("label[for=form-python]");
    tab().until("document.querySelector('#share-text').value.includes('urlopen')");
    tab().click("label[for=form-pytorch]");
    tab().until("document.querySelector('#share-text').value.includes('import torch')");
    tab().click("#save-png");
    tab().untilText("#share-said", "Saved.");
  }

  @Test
  void namesAreTextAndNothingElse() {
    tab().click("#tab-json");
    tab()
        .replace(
            "#json",
            """
            {"nodes": {"<img src=x onerror=alert(1)>": {"value": 2}, "2": {"value": 3}, "__proto__": {"value": 5},
             "]]>": {"op": "multiply", "inputs": ["<img src=x onerror=alert(1)>", "2"]},
             "f": {"op": "add", "inputs": ["]]>", "__proto__"]}}}\
            """);
    tab().untilText("#frame", "]]>");
    assertEquals(0, tab().evaluate("document.querySelectorAll('img').length").intValue());
    tab().click("#n0");
    tab().until("!details.hidden");
    assertEquals("<img src=x onerror=alert(1)>", tab().text("#details-title"));
    tab().untilText("#details-body", "3");
  }
}
