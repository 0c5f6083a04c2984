package dev.letsbackprop.model;

/** Something in a formula that stands in the way of reading the statement any further. */
final class SyntaxFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int at;

  SyntaxFault(int at, String sentence) {
    super(sentence, null, false, false);
    this.at = at;
  }

  int at() {
    return at;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
