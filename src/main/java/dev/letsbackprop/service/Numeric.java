package dev.letsbackprop.service;

/** Numbers in sentences. */
final class Numeric {
  private Numeric() {}

  /** A number as people write it: without a fraction where it has none. */
  static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
