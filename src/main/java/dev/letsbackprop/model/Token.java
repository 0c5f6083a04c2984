package dev.letsbackprop.model;

/**
 * A word of a formula.
 *
 * @param text as it stands there; a string without its quotes; empty at the end
 * @param at where it begins, in UTF-16 characters
 */
record Token(Kind kind, String text, int at) {
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    SYMBOL,
    SEMICOLON,
    NEWLINE,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether a statement ends here. */
  boolean endsStatement() {
    return kind == Kind.SEMICOLON || kind == Kind.NEWLINE || kind == Kind.END;
  }
}
