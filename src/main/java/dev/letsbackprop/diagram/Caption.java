package dev.letsbackprop.diagram;

/**
 * A name as a picture shows it: what would not be seen, or would be obeyed by whatever shows it, is
 * spelt out.
 */
final class Caption {
  /** The most characters below a circle or in a box. */
  static final int SHORT = 18;

  /** The most characters where there is room. */
  static final int LONG = 200;

  /** So many marks may stand on one letter; more would reach into what is above. */
  private static final int MARKS = 2;

  private Caption() {}

  /** The name in at most that many characters, and an ellipsis. */
  static String of(String name, int most) {
    StringBuilder caption = new StringBuilder();
    int taken = 0;
    int marks = 0;
    for (int at = 0; at < name.length(); ) {
      int character = name.codePointAt(at);
      marks = isMark(character) ? marks + 1 : 0;
      boolean plain = isVisible(character) && marks <= MARKS && !(marks > 0 && at == 0);
      String shown = plain ? Character.toString(character) : escape(character);
      if (taken + shown.length() > most) {
        return caption.append('…').toString();
      }
      taken += plain ? 1 : shown.length();
      caption.append(shown);
      at += Character.charCount(character);
    }
    return caption.toString();
  }

  private static String escape(int character) {
    return String.format(character > 0xFFFF ? "\\u{%x}" : "\\u%04x", character);
  }

  static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /**
   * Neither a control, nor a mark that turns the direction of text, nor anything without a form.
   */
  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
