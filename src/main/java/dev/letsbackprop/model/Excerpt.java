package dev.letsbackprop.model;

/**
 * A place in a text, shown as a compiler shows it: line and column, the line, and a caret below.
 *
 * @param at the place, in UTF-16 characters from the beginning
 */
record Excerpt(String text, int at) {
  /** Of a long line only so many characters before and after the place are shown. */
  private static final int AROUND = 60;

  /** The sentence with its line and column, and below it the line and the caret. */
  String tell(String sentence) {
    int from = lineStart();
    int to = lineEnd();
    int left = Math.max(from, at - AROUND);
    int right = Math.min(to, at + AROUND);
    left += left > from && Character.isLowSurrogate(text.charAt(left)) ? 1 : 0;
    right -= right < to && Character.isLowSurrogate(text.charAt(right)) ? 1 : 0;
    StringBuilder shown = new StringBuilder();
    StringBuilder caret = new StringBuilder();
    if (left > from) {
      shown.append('…');
      caret.append(' ');
    }
    show(left, right, shown, caret);
    shown.append(right < to ? "…" : "");
    String place = place();
    return Character.toUpperCase(place.charAt(0))
        + place.substring(1)
        + ": "
        + sentence
        + "\n"
        + shown
        + "\n"
        + caret.append('^');
  }

  /** "line 1, column 7": columns count characters, from 1. */
  String place() {
    int from = lineStart();
    int line = 1;
    for (int i = 0; i < from; i++) {
      boolean pair = text.startsWith("\r\n", i);
      line += isBreak(text.charAt(i)) && !pair ? 1 : 0;
    }
    return "line " + line + ", column " + (1 + text.codePointCount(from, at));
  }

  private void show(int left, int right, StringBuilder shown, StringBuilder caret) {
    for (int i = left; i < right; i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      int type = Character.getType(character);
      boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
      shown.appendCodePoint(isInvisible(character, type) ? '\uFFFD' : character);
      // A mark stands on the character before it, and a tab is as wide as the one above.
      if (i < at && !mark) {
        caret.append(character == '\t' ? '\t' : ' ');
      }
    }
  }

  /** What a terminal or a page would obey instead of showing it. */
  private static boolean isInvisible(int character, int type) {
    return character != '\t'
        && (type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR);
  }

  private int lineStart() {
    return 1 + Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1));
  }

  /** Where the line ends, or some place beyond what is shown of it. */
  private int lineEnd() {
    int most = Math.min(text.length(), at + AROUND + 1);
    int to = at;
    while (to < most && !isBreak(text.charAt(to))) {
      to++;
    }
    return to;
  }

  private static boolean isBreak(char character) {
    return character == '\n' || character == '\r';
  }
}
