package dev.letsbackprop.tensor;

/** Numbers as sentences say them. */
public final class Decimal {
  private Decimal() {}

  /** A number without the fraction that it has not. */
  public static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
