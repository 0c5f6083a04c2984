package dev.letsbackprop.json;

/**
 * How much JSON a reader takes; what is over {@code elements}, {@code rank} or {@code
 * attributeItems} is a fault at its place, what is over the others ends the reading.
 *
 * @param bodyBytes bytes of a body
 * @param depth arrays and objects within each other, at most 1,000
 * @param numberLength digits of a number, with those of its exponent
 * @param stringLength UTF-16 characters of a string; packed tensors in base64 are strings
 * @param nameLength UTF-16 characters of a property's name; steps of a formula are named by their
 *     text
 * @param tokens names, values and brackets of a body
 * @param rank axes of a tensor
 * @param elements elements of a tensor
 * @param attributeItems values in one attribute of an operation, lists included
 */
public record ReadLimits(
    int bodyBytes,
    int depth,
    int numberLength,
    int stringLength,
    int nameLength,
    long tokens,
    int rank,
    int elements,
    int attributeItems) {

  public static final ReadLimits DEFAULT =
      new ReadLimits(1 << 25, 64, 1_000, 1 << 25, 1_000, 20_000_000, 32, 1 << 24, 10_000);

  /** How deep arrays and objects may be nested within what is read aside. */
  static final int JUNK_DEPTH = 10_000;

  /** Reading recurses over lists of attributes, and a megabyte of stack has room for this many. */
  private static final int DEEPEST = 1_000;

  public ReadLimits {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("depth " + depth + " is over " + DEEPEST);
    }
  }
}
