package dev.letsbackprop.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to write instead of what formulas do not know but other notations do. */
final class Hint {
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("×", "*"),
          Map.entry("·", "*"),
          Map.entry("⋅", "*"),
          Map.entry("∗", "*"),
          Map.entry("÷", "/"),
          Map.entry("−", "-"),
          Map.entry("–", "-"),
          Map.entry("—", "-"),
          Map.entry("²", "** 2"),
          Map.entry("³", "** 3"),
          Map.entry("√", "sqrt(x)"),
          Map.entry("|", "abs(x)"),
          Map.entry("||", "norm(x)"),
          Map.entry(".", "transpose(x) for x.T"),
          Map.entry("//", "floor(x / y)"),
          Map.entry("==", "equal(x, y)"),
          Map.entry("<", "less(x, y)"),
          Map.entry(">", "greater(x, y)"),
          Map.entry("<=", "less_equal(x, y)"),
          Map.entry(">=", "greater_equal(x, y)"),
          Map.entry("“", "\""),
          Map.entry("”", "\""),
          Map.entry("‘", "'"),
          Map.entry("’", "'"),
          Map.entry("\u00A0", "an ordinary space"));

  private Hint() {}

  /** A sentence to append to a fault about that word, or nothing. */
  static String about(Token found) {
    @Nullable String instead = INSTEAD.get(found.text());
    if (found.kind() != Token.Kind.SYMBOL) {
      return "";
    }
    if (found.is("'") || found.is("\"")) {
      return " This quote is not closed in its line.";
    }
    if (found.is("=")) {
      return " A statement assigns to one name.";
    }
    return instead == null ? "" : " Write " + instead + ".";
  }
}
