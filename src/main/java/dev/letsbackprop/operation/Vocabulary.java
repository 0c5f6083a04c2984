package dev.letsbackprop.operation;

import java.util.Arrays;

/**
 * The operations that rules and layers are written with; those without attributes are made once.
 *
 * <p>Apart from their families: a family that held instances of its own records could deadlock
 * while two threads initialise it.
 */
public final class Vocabulary {
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

  public static final Operation BRANCH = new Algebraic.Branch();
  public static final Operation SIGMOID = new Activation.Sigmoid();
  public static final Operation TANH = new Hyperbolic.Tanh();
  public static final Operation SOFTMAX = new Normalisation.Softmax(-1);
  public static final Operation EMBEDDING = new Lookup.Embedding();
  public static final Operation LOWER_TRIANGLE = new Triangular.Tril(0);

  private Vocabulary() {}

  /** The places from {@code start} up to but not including {@code stop} of an axis. */
  public static Operation slice(int axis, int start, int stop) {
    return new Slicing.Slice(axis, start, stop, 1);
  }

  public static Operation transpose(int... axes) {
    return new Structural.Transpose(Arrays.stream(axes).boxed().toList());
  }

  public static Operation stack(int axis) {
    return new Joining.Stack(axis);
  }

  public static Operation dropout(double rate) {
    return new Masking.Dropout(rate);
  }

  public static Operation batchNorm(double eps) {
    return new Standardisation.BatchNorm(eps);
  }

  public static Operation layerNorm(double eps) {
    return new Standardisation.LayerNorm(Axes.of(-1), eps);
  }

  public static Operation conv2d(Pair stride, Pair padding, Pair dilation, int groups) {
    return new Convolution.Conv2d(stride, padding, dilation, groups);
  }
}
