package dev.letsbackprop.model;

import dev.letsbackprop.json.Words;

/** Says what was expected where something else was found. */
final class Expectation {
  static final String OPERAND = "a name, a number or '('";

  private Expectation() {}

  static SyntaxFault fault(String expected, Token found) {
    return fault(expected, found, "");
  }

  /** The fault, with a hint that follows the sentence. */
  static SyntaxFault fault(String expected, Token found, String hint) {
    return new SyntaxFault(
        found.at(),
        "Expected " + expected + ", found " + words(found) + "." + hint + Hint.about(found));
  }

  private static String words(Token found) {
    return switch (found.kind()) {
      case END -> "the end of the formula";
      case NEWLINE -> "the end of the line";
      case STRING -> "the text " + Words.quote(found.text());
      default -> Words.quote(found.text());
    };
  }
}
