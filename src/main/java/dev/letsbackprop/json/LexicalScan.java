package dev.letsbackprop.json;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Steps over the strings, numbers and words of a body until one of them is not JSON's. */
final class LexicalScan {
  private static final String[] LITERALS = {"true", "false", "null"};

  private final byte[] body;
  private final Limits limits;
  private int at;
  private @Nullable String problem;
  private @Nullable Limit limit;

  LexicalScan(byte[] body, Limits limits) {
    this.body = body;
    this.limits = limits;
  }

  /** The first problem, in a sentence, or null so far. */
  @Nullable String problem() {
    return problem;
  }

  /** The limit that the problem is about, if it is about one. */
  @Nullable Limit limit() {
    return limit;
  }

  int at() {
    return at;
  }

  /** The byte that stands there, or -1 at the end. */
  int next() {
    return at < body.length ? body[at] & 0xFF : -1;
  }

  void take() {
    at++;
  }

  void skipWhitespace() {
    while (next() == ' ' || next() == '\n' || next() == '\r' || next() == '\t') {
      at++;
    }
  }

  void notJson(String what) {
    problem = "Not JSON at " + Place.of(body, at) + ": " + what + ".";
  }

  void overLimit(Limit passed, String what) {
    limit = passed;
    tooMuch(what);
  }

  /** The same of a bound that nobody can set. */
  void tooMuch(String what) {
    problem = "Over a limit at " + Place.of(body, at) + ": " + what + ".";
  }

  /** Whether true, false or null stood there. */
  boolean literal() {
    for (String literal : LITERALS) {
      int end = at + literal.length();
      if (end <= body.length
          && new String(body, at, literal.length(), StandardCharsets.US_ASCII).equals(literal)
          && !(end < body.length && Character.isLetterOrDigit(body[end]))) {
        at = end;
        return true;
      }
    }
    return false;
  }

  void number() {
    int start = at;
    if (next() == '-') {
      at++;
    }
    int digits = 1;
    if (next() == '0') {
      at++;
      if (isDigit(next())) {
        notJson("a number has no leading zeros");
        return;
      }
    } else {
      digits = digits();
    }
    if (problem == null && next() == '.') {
      at++;
      digits += digits();
    }
    if (problem == null && (next() == 'e' || next() == 'E')) {
      at++;
      if (next() == '+' || next() == '-') {
        at++;
      }
      digits += digits();
    }
    if (problem == null && digits > limits.count(Limit.DIGITS)) {
      at = start;
      overLimit(
          Limit.DIGITS,
          "a number may have %d digits %s, and this has %d"
              .formatted(limits.of(Limit.DIGITS), Limit.DIGITS.mention(), digits));
    }
  }

  private int digits() {
    int start = at;
    while (isDigit(next())) {
      at++;
    }
    if (at == start) {
      notJson("the number breaks off, expected a digit");
    }
    return at - start;
  }

  static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  void string(String what, Limit most) {
    int start = at++;
    long length = 0;
    while (problem == null && next() != '"') {
      int character = next();
      if (character < 0) {
        at = start;
        notJson("the " + what + " that starts here has no end");
      } else if (character < ' ') {
        notJson(String.format("a %s cannot hold the control character \\u%04x", what, character));
      } else if (character == '\\') {
        escape();
        length++;
      } else {
        // UTF-16 units: continuation bytes add none, four-byte characters two.
        length += (character & 0xC0) == 0x80 ? 0 : character >= 0xF0 ? 2 : 1;
        at++;
      }
    }
    at++;
    if (problem == null && length > limits.of(most)) {
      at = start;
      overLimit(
          most,
          "a %s may have %d characters %s, and this has %d"
              .formatted(what, limits.of(most), most.mention(), length));
    }
  }

  private void escape() {
    at++;
    if (next() != 'u') {
      if (next() < 0 || "\"\\/bfnrt".indexOf(next()) < 0) {
        at--;
        notJson("a backslash is followed by one of \" \\ / b f n r t u");
        return;
      }
      at++;
      return;
    }
    for (int i = 1; i <= 4; i++) {
      if (at + i >= body.length || Character.digit(body[at + i], 16) < 0) {
        at--;
        notJson("\\u is followed by four hexadecimal digits");
        return;
      }
    }
    at += 5;
  }
}
