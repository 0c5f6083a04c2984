package dev.letsbackprop.model;

import org.jspecify.annotations.Nullable;

/** The operators of formulas, with Python's precedence. */
enum Operator {
  ADD("+", "add", Operator.SUM),
  SUBTRACT("-", "subtract", Operator.SUM),
  MULTIPLY("*", "multiply", Operator.PRODUCT),
  DIVIDE("/", "divide", Operator.PRODUCT),
  MATMUL("@", "matmul", Operator.PRODUCT),
  NEGATIVE("-", "negative", Operator.SIGN),
  PLUS("+", "branch", Operator.SIGN),
  POWER("**", "power", Operator.EXPONENT);

  static final int SUM = 1;
  static final int PRODUCT = 2;
  static final int SIGN = 3;
  static final int EXPONENT = 4;

  /** That of names, calls and parentheses, which nothing takes apart. */
  static final int ATOM = 5;

  private final String symbol;
  private final String operation;
  private final int priority;

  Operator(String symbol, String operation, int priority) {
    this.symbol = symbol;
    this.operation = operation;
    this.priority = priority;
  }

  /** The operator that a symbol is between two operands, or null. */
  static @Nullable Operator between(Token token) {
    if (token.kind() != Token.Kind.SYMBOL) {
      return null;
    }
    return switch (token.text()) {
      case "+" -> ADD;
      case "-" -> SUBTRACT;
      case "*" -> MULTIPLY;
      case "/" -> DIVIDE;
      case "@" -> MATMUL;
      case "**", "^" -> POWER;
      default -> null;
    };
  }

  /** The operator that a symbol is before an operand, or null. */
  static @Nullable Operator before(Token token) {
    if (token.is("-")) {
      return NEGATIVE;
    }
    return token.is("+") ? PLUS : null;
  }

  String symbol() {
    return symbol;
  }

  String operation() {
    return operation;
  }

  int priority() {
    return priority;
  }

  boolean isSign() {
    return priority == SIGN;
  }

  /** Whether it is to be applied before an operator that follows its right operand. */
  boolean precedes(Operator following) {
    return priority > following.priority
        || (priority == following.priority && priority != EXPONENT);
  }

  /** The lowest priority that its left operand can have without parentheses. */
  int left() {
    return this == POWER ? ATOM : priority;
  }

  /** The same of its right operand: a power's exponent may have a sign. */
  int right() {
    if (isSign() || this == POWER) {
      return SIGN;
    }
    return priority + 1;
  }
}
