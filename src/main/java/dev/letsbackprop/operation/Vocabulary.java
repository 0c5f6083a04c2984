package dev.letsbackprop.operation;

/**
 * The operations that rules are written with, made once.
 *
 * <p>Apart from their families: a family that held instances of its own records could deadlock
 * while two threads initialise it.
 */
final class Vocabulary {
  static final Operation ADD = new Arithmetic.Add();
  static final Operation SUBTRACT = new Arithmetic.Subtract();
  static final Operation MULTIPLY = new Arithmetic.Multiply();
  static final Operation DIVIDE = new Arithmetic.Divide();
  static final Operation POWER = new Arithmetic.Power();
  static final Operation NEGATIVE = new Algebraic.Negative();
  static final Operation SQUARE = new Algebraic.Square();
  static final Operation GREATER = new Comparison.Greater();
  static final Operation EQUAL = new Comparison.Equal();
  static final Operation WHERE = new Choice.Where();

  private Vocabulary() {}
}
