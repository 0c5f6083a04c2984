package dev.letsbackprop.model;

import java.text.Normalizer;
import java.util.Set;

/** Which characters make the names and numbers of formulas. */
final class Characters {
  /** Words that attributes need as values, in Python's spelling and in JSON's. */
  static final Set<String> RESERVED =
      Set.of("pi", "true", "false", "null", "True", "False", "None");

  private Characters() {}

  /** A letter of any script, or an underscore. */
  static boolean startsName(int character) {
    return character == '_' || Character.isUnicodeIdentifierStart(character);
  }

  /** Also digits, marks on letters, and subscripts such as that of x₁. */
  static boolean continuesName(int character) {
    return isSubscript(character)
        || (Character.isUnicodeIdentifierPart(character)
            && !Character.isIdentifierIgnorable(character));
  }

  private static boolean isSubscript(int character) {
    return character >= '₀' && character <= '₉';
  }

  static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  /** Whether a formula can call something by that text. */
  static boolean isName(String text) {
    return !text.isEmpty()
        && startsName(text.codePointAt(0))
        && text.codePoints().allMatch(Characters::continuesName);
  }

  /**
   * Whether each letter is written in its shortest form; two names that look alike are then equal.
   */
  static boolean isComposed(String name) {
    return Normalizer.isNormalized(name, Normalizer.Form.NFC);
  }
}
