package dev.letsbackprop.model;

import dev.letsbackprop.json.Literal;
import dev.letsbackprop.json.Words;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of formulas, and refuses those that would silently become others. */
final class Numeral {
  private static final int LONGEST = 1_000;

  private Numeral() {}

  /**
   * The number.
   *
   * @throws SyntaxFault where float64 cannot hold it, or Python would not read it
   */
  static double value(Token number) {
    String text = number.text().replace("_", "");
    if (text.length() > LONGEST) {
      throw new SyntaxFault(number.at(), "A number can have %,d characters.".formatted(LONGEST));
    }
    if (text.matches("0+[1-9][0-9]*")) {
      throw new SyntaxFault(number.at(), "A whole number does not begin with 0.");
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new SyntaxFault(
          number.at(),
          Words.quote(text) + " is beyond float64, whose largest number is about 1.8e308.");
    }
    if (value == 0 && text.matches("[0.]*[1-9].*")) {
      throw new SyntaxFault(
          number.at(),
          Words.quote(text)
              + " is too small for float64, whose smallest number is about 4.9e-324.");
    }
    return value;
  }

  /** The number as attributes have it: a Long where it is integral and fits. */
  static @Nullable Object plain(Token number, boolean negative) {
    double value = value(number);
    String digits = number.text().replace("_", "");
    return negative
        ? new Literal.Numeral(-value, "-" + digits).toPlain()
        : new Literal.Numeral(value, digits).toPlain();
  }
}
