package dev.letsbackprop.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The playground of a service that wants a token. */
@TestPropertySource(properties = "letsbackprop.tokens=token-of-the-course")
class TokenPageTest extends Visit {

  @Override
  String seen() {
    return "!document.querySelector('#token-form').hidden";
  }

  private void use(String token) {
    tab().replace("#token", token);
    tab().click("#token-form button");
  }

  @Test
  void theTokenIsAskedForAndKeptOutOfLinks() {
    tab().untilText("#token-said", "This service answers only with a token.");
    use("another-token-than-that");
    tab().untilText("#token-said", "The service does not know this token.");
    use("token-of-the-course");
    tab().until("document.querySelector('#frame svg .node')");
    tab().until("document.querySelector('#token-form').hidden");
    tab().replace("#formula", "c = a * a + w");
    tab().until("document.querySelectorAll('#frame .node').length === 4");
    tab().until("location.hash.length > 20");
    assertFalse(tab().requests().stream().anyMatch(url -> url.contains("token-of")));
    tab().click("#open-share");
    for (String form : List.of("link", "json", "curl", "python")) {
      tab().click("label[for=form-" + form + "]");
      tab().until("document.querySelector('#share-text').value.length > 20");
      assertFalse(
          tab()
              .evaluate("document.querySelector('#share-text').value")
              .stringValue()
              .contains("token-of"),
          form);
    }
    assertEquals(0, tab().evaluate("localStorage.length").intValue());
    assertEquals("", tab().evaluate("document.querySelector('#token').value").stringValue());
  }
}
