package dev.letsbackprop.examples;

import java.util.ArrayList;
import java.util.List;

/** The one layout of JSON that the files have; numbers and strings stay as they are spelled. */
public final class Layout {
  private static final int WIDTH = 100;

  private Layout() {}

  /** Without any space between tokens. */
  static String compact(String json) {
    StringBuilder compact = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < json.length(); at++) {
      char each = json.charAt(at);
      if (quoted && each == '\\') {
        compact.append(each).append(json.charAt(++at));
        continue;
      }
      quoted ^= each == '"';
      if (quoted || " \n".indexOf(each) < 0) {
        compact.append(each);
      }
    }
    return compact.toString();
  }

  /** Two spaces a level; whatever holds no object and fits stands on one line. */
  public static String of(String json) {
    return lay(compact(json), 0, "\n") + "\n";
  }

  private static String lay(String value, int column, String newLine) {
    if ("[{".indexOf(value.charAt(0)) < 0) {
      return value;
    }
    List<String> items = items(value);
    String line = onOneLine(value, items);
    if (value.indexOf('{', 1) < 0 && column + line.length() < WIDTH) {
      return line;
    }
    String inner = newLine + "  ";
    List<String> lines = new ArrayList<>();
    for (String item : items) {
      String name = value.charAt(0) == '{' ? item.substring(0, end(item, 0)) + ": " : "";
      String rest = name.isEmpty() ? item : item.substring(name.length() - 1);
      int start = inner.length() - 1 + name.length();
      lines.add(inner + name + lay(rest, start, inner));
    }
    String close = value.substring(value.length() - 1);
    return items.isEmpty() ? value : value.charAt(0) + String.join(",", lines) + newLine + close;
  }

  private static String onOneLine(String value, List<String> items) {
    List<String> spaced = new ArrayList<>();
    for (String item : items) {
      if (value.charAt(0) == '{') {
        int colon = end(item, 0);
        spaced.add(item.substring(0, colon) + ": " + onOneLine(item.substring(colon + 1)));
      } else {
        spaced.add(onOneLine(item));
      }
    }
    return value.charAt(0) + String.join(", ", spaced) + value.charAt(value.length() - 1);
  }

  private static String onOneLine(String value) {
    return "[{".indexOf(value.charAt(0)) < 0 ? value : onOneLine(value, items(value));
  }

  /** What stands between the outermost commas of an array or object. */
  private static List<String> items(String value) {
    List<String> items = new ArrayList<>();
    int start = 1;
    int depth = 0;
    for (int at = 1; at < value.length() - 1; at++) {
      char each = value.charAt(at);
      if (each == '"') {
        at = end(value, at) - 1;
      } else if (each == ',' && depth == 0) {
        items.add(value.substring(start, at));
        start = at + 1;
      } else {
        depth += "[{".indexOf(each) >= 0 ? 1 : "]}".indexOf(each) >= 0 ? -1 : 0;
      }
    }
    if (start < value.length() - 1) {
      items.add(value.substring(start, value.length() - 1));
    }
    return items;
  }

  /** Where the string that begins there has ended. */
  private static int end(String json, int start) {
    int at = start + 1;
    while (json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }
}
