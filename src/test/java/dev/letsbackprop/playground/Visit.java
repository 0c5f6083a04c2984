package dev.letsbackprop.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A visit to the page at the root, in a real browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class Visit {
  static final String LAYERS = "two-layer-sigmoid-softmax-batch-of-4-as-layers";

  @TempDir private static Path profile;
  private static @Nullable Chromium browser;

  @LocalServerPort private int port;
  private @Nullable Tab opened;

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
      browser = null;
    }
  }

  @BeforeEach
  void visit() {
    Tab tab = open();
    opened = tab;
    tab.resize(1280, 900);
    visit("");
  }

  /** Goes to the page, with that after its address. */
  final void visit(String fragment) {
    Tab tab = tab();
    tab.go(address() + fragment);
    tab.until(seen());
  }

  /** What there is to see once the page is there. */
  String seen() {
    return "document.querySelector('#frame svg .node')";
  }

  private String address() {
    return "http://localhost:" + port + "/";
  }

  /** On every visit of every test. */
  @AfterEach
  void nothingIsComplainedOfAndNobodyElseAsked() {
    Tab tab = opened;
    if (tab != null) {
      assertEquals(List.of(), tab.complaints());
      for (String url : tab.requests()) {
        assertTrue(url.startsWith(address()) || url.startsWith("blob:"), url);
      }
    }
  }

  /** The tab of this test. */
  final Tab tab() {
    return Objects.requireNonNull(opened);
  }

  /** Another tab, as somebody else would have it. */
  static Tab open() {
    return Objects.requireNonNull(browser).open();
  }

  /** All gradients that can be seen, in order. */
  final String gradients() {
    return tab()
        .evaluate(
            "[...document.querySelectorAll('#frame .gradient:not(.pending)')]"
                + ".map(e => e.textContent).sort().join(' ')")
        .stringValue();
  }
}
