package dev.letsbackprop.diagram;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A number in few characters: as it is where that is short, else in four significant digits. */
final class ShortNumber {
  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final int SHORT = 6;

  private ShortNumber() {}

  /** The number's text, with a true minus sign. */
  static String of(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    String sign = number < 0 ? "−" : "";
    double size = Math.abs(number);
    if (Double.isInfinite(number)) {
      return sign + "∞";
    }
    // Zero has no sign here: it is as far from what is below as from what is above.
    return size == 0 ? "0" : sign + positive(size);
  }

  private static String positive(double size) {
    String exact = new BigDecimal(Double.toString(size)).stripTrailingZeros().toPlainString();
    if (exact.length() <= SHORT) {
      return exact;
    }
    BigDecimal rounded = new BigDecimal(size).round(DIGITS).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return rounded.toPlainString();
    }
    String digits = rounded.movePointLeft(exponent).toPlainString();
    return digits + "e" + (exponent < 0 ? "−" + -exponent : Integer.toString(exponent));
  }
}
