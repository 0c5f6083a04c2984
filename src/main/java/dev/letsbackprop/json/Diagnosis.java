package dev.letsbackprop.json;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first place where a body stops being JSON, and says what was expected there.
 *
 * <p>It runs only once the parser has given up: the parser's own sentences name its classes and
 * settings, which mean nothing to a caller and are nobody's business. Nothing here recurses.
 */
final class Diagnosis {
  /** What may come next, in words. */
  private enum Expected {
    VALUE("a value"),
    VALUE_OR_END("a value or the end of the array"),
    NAME("a name in double quotes"),
    NAME_OR_END("a name in double quotes or the end of the object"),
    COLON("a colon"),
    COMMA_IN_ARRAY("a comma or the end of the array"),
    COMMA_IN_OBJECT("a comma or the end of the object"),
    END("the end of the body");

    private final String words;

    Expected(String words) {
      this.words = words;
    }
  }

  private final byte[] body;
  private final LexicalScan scan;
  private final boolean[] objects;
  private int depth;

  private Diagnosis(byte[] body, Limits limits) {
    this.body = body;
    this.scan = new LexicalScan(body, limits);
    this.objects = new boolean[Tokens.JUNK_DEPTH + 1];
  }

  /** A fault with line and column, or null where the body is JSON within the limits. */
  static @Nullable Fault of(byte[] body, Limits limits) {
    return new Diagnosis(body, limits).run();
  }

  private @Nullable Fault run() {
    Expected expected = Expected.VALUE;
    String problem = null;
    while (problem == null) {
      scan.skipWhitespace();
      if (expected == Expected.END && scan.next() < 0) {
        return null;
      }
      expected = step(expected);
      problem = scan.problem();
    }
    return new Fault(Fault.Kind.MALFORMED_JSON, "", problem, scan.limit());
  }

  private Expected step(Expected expected) {
    int next = scan.next();
    return switch (expected) {
      case VALUE -> value(expected);
      case VALUE_OR_END -> next == ']' ? close() : value(expected);
      case NAME -> name(expected);
      case NAME_OR_END -> next == '}' ? close() : name(expected);
      case COLON -> next == ':' ? take(Expected.VALUE) : unexpected(expected);
      case COMMA_IN_ARRAY -> next == ']' ? close() : comma(expected, Expected.VALUE);
      case COMMA_IN_OBJECT -> next == '}' ? close() : comma(expected, Expected.NAME);
      case END -> unexpected(expected);
    };
  }

  private Expected comma(Expected expected, Expected then) {
    return scan.next() == ',' ? take(then) : unexpected(expected);
  }

  private Expected value(Expected expected) {
    int next = scan.next();
    if (next == '{' || next == '[') {
      return open(next == '{');
    }
    if (next == '"') {
      scan.string("string", Limit.STRING);
    } else if (next == '-' || LexicalScan.isDigit(next)) {
      scan.number();
    } else if (!scan.literal()) {
      return unexpected(expected);
    }
    return afterValue();
  }

  private Expected name(Expected expected) {
    if (scan.next() != '"') {
      return unexpected(expected);
    }
    scan.string("name", Limit.NAME);
    return Expected.COLON;
  }

  private Expected open(boolean object) {
    if (depth == Tokens.JUNK_DEPTH) {
      scan.tooMuch(
          "arrays and objects may be nested " + Tokens.JUNK_DEPTH + " deep, and these are deeper");
      return Expected.VALUE;
    }
    objects[++depth] = object;
    return take(object ? Expected.NAME_OR_END : Expected.VALUE_OR_END);
  }

  private Expected close() {
    depth--;
    scan.take();
    return afterValue();
  }

  private Expected afterValue() {
    if (depth == 0) {
      return Expected.END;
    }
    return objects[depth] ? Expected.COMMA_IN_OBJECT : Expected.COMMA_IN_ARRAY;
  }

  private Expected take(Expected then) {
    scan.take();
    return then;
  }

  private Expected unexpected(Expected expected) {
    scan.notJson("expected " + expected.words + ", found " + found());
    return expected;
  }

  /** What stands there: a word as a whole, anything else as one character. */
  private String found() {
    int start = scan.at();
    if (start >= body.length) {
      return "the end of the body";
    }
    int end = start;
    while (end < body.length && end - start < 40 && isWord(body[end])) {
      end++;
    }
    if (end == start) {
      // Four bytes hold at least one character; what is behind it may be cut and is not shown.
      String text =
          new String(body, start, Math.min(4, body.length - start), StandardCharsets.UTF_8);
      return Words.quote(text.substring(0, Character.charCount(text.codePointAt(0))));
    }
    String word = new String(body, start, end - start, StandardCharsets.UTF_8);
    boolean nonFinite = word.equals("NaN") || word.equals("Infinity");
    return Words.quote(word) + (nonFinite ? "; it is written in double quotes" : "");
  }

  private static boolean isWord(byte character) {
    return Character.isLetterOrDigit(character) && character > 0;
  }
}
