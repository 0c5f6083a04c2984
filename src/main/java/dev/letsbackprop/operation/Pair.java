package dev.letsbackprop.operation;

import java.util.List;

/** The value of an attribute that is a number for the rows and one for the columns of a plane. */
public record Pair(int rows, int columns) {

  static Pair both(int number) {
    return new Pair(number, number);
  }

  /**
   * Itself, where neither number is below {@code least}.
   *
   * @throws Misuse where one is
   */
  Pair atLeast(int least, String attribute) {
    if (rows < least || columns < least) {
      throw Misuse.ofAttribute(
          attribute, attribute + " cannot be below " + least + ", found " + this + ".");
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
