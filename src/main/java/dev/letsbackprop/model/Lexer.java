package dev.letsbackprop.model;

import dev.letsbackprop.model.Token.Kind;
import java.util.List;

/**
 * Splits a formula into words, one at a time: a long formula is never kept as a list of them.
 *
 * <p>Within parentheses and brackets a new line is a space, as in Python.
 */
final class Lexer {
  /** Those of two characters first; the ones that no formula takes are split to be told whole. */
  private static final List<String> SYMBOLS =
      List.of("**", "==", "!=", "<=", ">=", "//", "&&", "||");

  private final String text;
  private int at;
  private int depth;
  private Token current;

  Lexer(String text) {
    this.text = text;
    this.current = scan();
  }

  String text() {
    return text;
  }

  Token current() {
    return current;
  }

  /** Steps over the current word, which it returns. */
  Token next() {
    Token passed = current;
    current = scan();
    return passed;
  }

  /** Steps over the rest of a statement that was at fault. */
  void skipStatement() {
    while (!current.endsStatement()) {
      depth = 0;
      next();
    }
    depth = 0;
  }

  /** Whether that character is the next after the current word, and does not begin {@code ==}. */
  boolean isFollowedBy(char character) {
    int next = at;
    while (next < text.length() && isSpace(text.charAt(next))) {
      next++;
    }
    return next < text.length()
        && text.charAt(next) == character
        && !(next + 1 < text.length() && text.charAt(next + 1) == '=');
  }

  private boolean isSpace(char character) {
    return character == ' ' || character == '\t' || (depth > 0 && isNewline(character));
  }

  private static boolean isNewline(char character) {
    return character == '\n' || character == '\r';
  }

  private Token scan() {
    skipSpace();
    int start = at;
    if (at == text.length()) {
      return new Token(Kind.END, "", start);
    }
    int character = text.codePointAt(at);
    if (isNewline(text.charAt(at))) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      return token(Kind.NEWLINE, start);
    }
    if (Characters.startsName(character)) {
      skipName();
      return token(Kind.NAME, start);
    }
    if (isDigitAt(at) || (character == '.' && isDigitAt(at + 1))) {
      skipNumber();
      return token(Kind.NUMBER, start);
    }
    if (character == '\'' || character == '"') {
      return string(character, start);
    }
    return symbol(character, start);
  }

  private Token token(Kind kind, int start) {
    return new Token(kind, text.substring(start, at), start);
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '#') {
      while (at < text.length() && !isNewline(text.charAt(at))) {
        at++;
      }
      if (depth > 0) {
        skipSpaceAfterComment();
      }
    }
  }

  /** Comments line after line within parentheses; a loop, so that their number does not matter. */
  private void skipSpaceAfterComment() {
    boolean comment = false;
    while (at < text.length() && (comment || isSpace(text.charAt(at)) || text.charAt(at) == '#')) {
      comment = !isNewline(text.charAt(at)) && (comment || text.charAt(at) == '#');
      at++;
    }
  }

  private void skipName() {
    while (at < text.length() && Characters.continuesName(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
  }

  private boolean isDigitAt(int place) {
    return place < text.length() && Characters.isDigit(text.charAt(place));
  }

  private void skipNumber() {
    skipDigits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      skipDigits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int digits = at + 1;
      if (digits < text.length() && (text.charAt(digits) == '-' || text.charAt(digits) == '+')) {
        digits++;
      }
      if (isDigitAt(digits)) {
        at = digits;
        skipDigits();
      }
    }
  }

  /** Digits, with single underscores between them as Python allows. */
  private void skipDigits() {
    while (isDigitAt(at)
        || (at > 0
            && at < text.length()
            && text.charAt(at) == '_'
            && isDigitAt(at - 1)
            && isDigitAt(at + 1))) {
      at++;
    }
  }

  private Token string(int quote, int start) {
    at++;
    while (at < text.length() && text.charAt(at) != quote && !isNewline(text.charAt(at))) {
      at++;
    }
    if (at == text.length() || text.charAt(at) != quote) {
      at = start + 1;
      return token(Kind.SYMBOL, start);
    }
    at++;
    return new Token(Kind.STRING, text.substring(start + 1, at - 1), start);
  }

  private Token symbol(int character, int start) {
    if (character == ';') {
      at++;
      depth = 0;
      return token(Kind.SEMICOLON, start);
    }
    if (character == '(' || character == '[') {
      depth++;
    } else if (character == ')' || character == ']') {
      depth = Math.max(0, depth - 1);
    }
    at += Character.charCount(character);
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, start)) {
        at = start + symbol.length();
      }
    }
    return token(Kind.SYMBOL, start);
  }
}
