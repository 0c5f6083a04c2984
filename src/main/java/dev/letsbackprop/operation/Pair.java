package dev.letsbackprop.operation;

import java.util.List;

/** The value of an attribute that is a number for the rows and one for the columns of a plane. */
public record Pair(int rows, int columns) {
  /** So that products of two such numbers and a side stay countable. */
  private static final int LARGEST = 1 << 15;

  static Pair both(int number) {
    return new Pair(number, number);
  }

  /**
   * Itself, where neither number is below {@code least} or absurdly large.
   *
   * @throws Misuse where one is
   */
  Pair atLeast(int least, String attribute) {
    if (Math.min(rows, columns) < least || Math.max(rows, columns) > LARGEST) {
      throw Misuse.ofAttribute(
          attribute,
          "The "
              + attribute.replace('_', ' ')
              + " must be from "
              + least
              + " to "
              + LARGEST
              + ", found "
              + this
              + ".");
    }
    return this;
  }

  /** As a request would give it. */
  Object plain() {
    return rows == columns ? (Object) rows : List.of(rows, columns);
  }

  @Override
  public String toString() {
    return plain().toString();
  }
}
