package dev.letsbackprop.playground;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A page in the browser, used as a person does: by mouse and keyboard. */
final class Tab {
  private static final long PATIENCE = 20_000;

  private final Chromium browser;
  private final String session;
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  Tab(Chromium browser, String session) {
    this.browser = browser;
    this.session = session;
    browser.listen(
        (from, message) -> {
          if (from.equals(session)) {
            heard(message.path("method").asString(""), message.path("params"));
          }
        });
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Chromium.object());
    }
  }

  private void heard(String method, JsonNode told) {
    switch (method) {
      case "Runtime.exceptionThrown" -> complaints.add(told.path("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> complaints.add(told.path("args").toString());
      case "Log.entryAdded" -> logged(told.path("entry"));
      case "Network.requestWillBeSent" ->
          requests.add(told.path("request").path("url").stringValue());
      default -> {}
    }
  }

  /** That a fault is answered with 400 or 422 is the browser's remark, and no complaint. */
  private void logged(JsonNode entry) {
    boolean isAnswer =
        entry.path("source").asString("").equals("network")
            && entry.path("text").asString("").contains("status of 4");
    if (!isAnswer) {
      complaints.add(entry.toString());
    }
  }

  /** All that was said on the console. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** The addresses of all that was asked for. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private JsonNode call(String method, ObjectNode parameters) {
    return browser.call(session, method, parameters);
  }

  void go(String url) {
    call("Page.navigate", Chromium.object().put("url", url));
    until("document.readyState === 'complete'");
  }

  void resize(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Chromium.object()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
  }

  /** Has the system prefer something, such as a dark scheme of colours. */
  void prefer(String feature, String value) {
    ObjectNode media = Chromium.object();
    media.putArray("features").addObject().put("name", feature).put("value", value);
    call("Emulation.setEmulatedMedia", media);
  }

  /** What an expression is, once it is settled. */
  JsonNode evaluate(String expression) {
    JsonNode told =
        call(
            "Runtime.evaluate",
            Chromium.object()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (told.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + told.path("exceptionDetails"));
    }
    return told.path("result").path("value");
  }

  String text(String selector) {
    return evaluate("document.querySelector(" + quoted(selector) + ").textContent").stringValue();
  }

  /** Waits until something is so. */
  void until(String condition) {
    long end = System.currentTimeMillis() + PATIENCE;
    while (!evaluate("Boolean(" + condition + ")").booleanValue()) {
      if (System.currentTimeMillis() > end) {
        throw new AssertionError("not even after a while: " + condition);
      }
      sleep(50);
    }
  }

  /** Waits until an element's text contains something. */
  void untilText(String selector, String part) {
    until(
        "document.querySelector("
            + quoted(selector)
            + ")?.textContent.includes("
            + quoted(part)
            + ")");
  }

  /** Clicks in the middle of an element. */
  void click(String selector) {
    JsonNode middle =
        evaluate(
            "(e => { e.scrollIntoView({block: 'center', behavior: 'instant'});"
                + " const b = e.getBoundingClientRect();"
                + " return [b.x + b.width / 2, b.y + b.height / 2]; })(document.querySelector("
                + quoted(selector)
                + "))");
    mouse("mousePressed", middle.path(0).doubleValue(), middle.path(1).doubleValue());
    mouse("mouseReleased", middle.path(0).doubleValue(), middle.path(1).doubleValue());
  }

  /** Drags a slider's thumb to a share of its width. */
  void drag(String selector, double from, double to) {
    JsonNode box =
        evaluate(
            "(e => { e.scrollIntoView({block: 'center', behavior: 'instant'});"
                + " const b = e.getBoundingClientRect(); return [b.x, b.y + b.height / 2, b.width];"
                + " })(document.querySelector("
                + quoted(selector)
                + "))");
    double left = box.path(0).doubleValue();
    double y = box.path(1).doubleValue();
    double width = box.path(2).doubleValue();
    mouse("mousePressed", left + from * width, y);
    for (int step = 1; step <= 10; step++) {
      mouse("mouseMoved", left + (from + (to - from) * step / 10) * width, y);
      sleep(20);
    }
    mouse("mouseReleased", left + to * width, y);
  }

  private void mouse(String type, double x, double y) {
    call(
        "Input.dispatchMouseEvent",
        Chromium.object()
            .put("type", type)
            .put("x", x)
            .put("y", y)
            .put("button", "left")
            .put("buttons", type.equals("mouseReleased") ? 0 : 1)
            .put("clickCount", 1));
  }

  /** Writes into whatever has the focus. */
  void type(String text) {
    call("Input.insertText", Chromium.object().put("text", text));
  }

  /** Presses a key, such as {@code Tab}, {@code ArrowLeft} or {@code Enter}. */
  void press(String key) {
    for (String type : List.of("keyDown", "keyUp")) {
      ObjectNode event = Chromium.object().put("type", type).put("key", key).put("code", key);
      int code = evaluate(KEYS + "[" + quoted(key) + "]").intValue();
      event.put("windowsVirtualKeyCode", code);
      if (key.equals("Enter") && type.equals("keyDown")) {
        event.put("text", "\r");
      }
      call("Input.dispatchKeyEvent", event);
    }
  }

  private static final String KEYS =
      "({Tab: 9, Enter: 13, End: 35, Home: 36, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39,"
          + " ArrowDown: 40, Backspace: 8, Escape: 27})";

  /** Takes the place of all that a field says. */
  void replace(String selector, String text) {
    click(selector);
    evaluate("document.querySelector(" + quoted(selector) + ").select()");
    type(text);
  }

  void screenshot(Path file) throws Exception {
    String data =
        call("Page.captureScreenshot", Chromium.object().put("format", "png"))
            .path("data")
            .stringValue();
    Files.write(file, Base64.getDecoder().decode(data));
  }

  static String quoted(String text) {
    return Chromium.object().put("text", text).path("text").toString();
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
