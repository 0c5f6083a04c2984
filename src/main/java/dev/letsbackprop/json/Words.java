package dev.letsbackprop.json;

/** Quotes what a caller sent, so that a sentence stays short and on one line. */
public final class Words {
  private static final int LONGEST = 64;

  private Words() {}

  /** The text in single quotes, shortened. */
  public static String quote(String text) {
    return "'" + shorten(text) + "'";
  }

  /** At most {@value #LONGEST} characters, those that a terminal or a page would obey escaped. */
  public static String shorten(String text) {
    return visible(text, LONGEST);
  }

  /** All characters, those that a terminal or a page would obey escaped. */
  public static String visible(String text) {
    return visible(text, text.length());
  }

  private static String visible(String text, int most) {
    StringBuilder words = new StringBuilder();
    int at = 0;
    for (int taken = 0; at < text.length() && taken < most; taken++) {
      int character = text.codePointAt(at);
      if (isInvisible(character)) {
        words.append(String.format("\\u%04x", character));
      } else {
        words.appendCodePoint(character);
      }
      at += Character.charCount(character);
    }
    return at < text.length() ? words.append('…').toString() : words.toString();
  }

  /** Controls, line separators, and the marks that reverse the direction of text around them. */
  private static boolean isInvisible(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  /** "1 entry", "2 entries". */
  static String entries(int count) {
    return count == 1 ? "1 entry" : count + " entries";
  }
}
