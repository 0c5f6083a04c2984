package dev.letsbackprop.operation;

import java.util.Map;

/** A text with places for names. */
public final class Template {
  private Template() {}

  /** The text with each {@code {name}} replaced, in one pass: what is put in may hold braces. */
  public static String put(String template, Map<String, String> names) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf('{', at);
      int close = open < 0 ? -1 : template.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String name = names.get(template.substring(open + 1, close));
      text.append(template, at, open).append(name == null ? "" : name);
      at = close + 1;
    }
    return text.append(template, at, template.length()).toString();
  }
}
