package dev.letsbackprop.export;

/**
 * A Python expression.
 *
 * @param binding how tightly its outermost operator binds
 * @param kind what it gives
 */
record Phrase(String text, Binding binding, Kind kind) {

  /** From loose to tight. */
  enum Binding {
    LOOSE,
    SUM,
    PRODUCT,
    SIGN,
    POWER,
    ATOM
  }

  /** What an expression gives. */
  enum Kind {
    TENSOR,
    /** A plain number of Python. */
    NUMBER,
    /** True or False for each element. */
    TRUTH
  }

  /** A name, a call, or whatever else stands by itself. */
  static Phrase atom(String text) {
    return new Phrase(text, Binding.ATOM, Kind.TENSOR);
  }

  static Phrase of(String text, Binding binding) {
    return new Phrase(text, binding, Kind.TENSOR);
  }

  static Phrase number(double value) {
    String text = Literal.number(value);
    return new Phrase(text, text.startsWith("-") ? Binding.SIGN : Binding.ATOM, Kind.NUMBER);
  }

  /** The same, with 1 and 0 for True and False. */
  Phrase value() {
    return kind == Kind.TRUTH ? of("1.0 * (" + text + ")", Binding.PRODUCT) : this;
  }

  /** The text where what binds less than this needs parentheses. */
  String within(Binding least) {
    return binding.compareTo(least) < 0 ? "(" + text + ")" : text;
  }
}
