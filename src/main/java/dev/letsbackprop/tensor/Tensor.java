package dev.letsbackprop.tensor;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An immutable array of float64 numbers in row-major order.
 *
 * <p>A class and not a record, because a record cannot protect its array. A scalar keeps its number
 * in the object itself: small graphs are made of scalars, and the second object would be most of
 * their cost.
 */
public final class Tensor {
  public static final Tensor ZERO = new Tensor(0);
  public static final Tensor ONE = new Tensor(1);

  private final Shape shape;
  private final double scalar;
  private final double @Nullable [] elements;

  private Tensor(double scalar) {
    this.shape = Shape.SCALAR;
    this.scalar = scalar;
    this.elements = null;
  }

  private Tensor(Shape shape, double[] elements) {
    this.shape = shape;
    this.scalar = Double.NaN;
    this.elements = elements;
  }

  public static Tensor scalar(double value) {
    return new Tensor(value);
  }

  /** A tensor of a copy of these elements, row-major. */
  public static Tensor of(Shape shape, double... elements) {
    return adopt(shape, elements.clone());
  }

  public static Tensor vector(double... elements) {
    return of(Shape.of(elements.length), elements);
  }

  /** A tensor that takes the array over: the caller must not touch it again. */
  public static Tensor adopt(Shape shape, double[] elements) {
    if (elements.length != shape.size()) {
      throw new IllegalArgumentException(elements.length + " elements for shape " + shape);
    }
    return shape.rank() == 0 ? new Tensor(elements[0]) : new Tensor(shape, elements);
  }

  public static Tensor filled(Shape shape, double value) {
    if (shape.rank() == 0) {
      return value == 1 ? ONE : new Tensor(value);
    }
    double[] elements = allocate(shape);
    if (Double.doubleToRawLongBits(value) != 0) {
      Arrays.fill(elements, value);
    }
    return new Tensor(shape, elements);
  }

  /** An array for that many elements; the caller has checked the size against its limits. */
  static double[] allocate(Shape shape) {
    return new double[Math.toIntExact(shape.size())];
  }

  public Shape shape() {
    return shape;
  }

  public int rank() {
    return shape.rank();
  }

  /** The number of elements. */
  public int size() {
    return elements == null ? 1 : elements.length;
  }

  /** The element at a place in row-major order. */
  public double at(int place) {
    return elements == null ? scalar : elements[place];
  }

  /** The number of a tensor that holds exactly one. */
  public double item() {
    if (size() != 1) {
      throw new IllegalStateException("not a single number: shape " + shape);
    }
    return at(0);
  }

  /** A copy of the elements, row-major. */
  public double[] toArray() {
    return elements == null ? new double[] {scalar} : elements.clone();
  }

  /** The elements themselves, for the kernels of this package, which only read them. */
  double[] elements() {
    return elements == null ? new double[] {scalar} : elements;
  }

  /** The same elements in another shape of the same size; nothing is copied. */
  public Tensor reshape(Shape other) {
    if (other.size() != shape.size()) {
      throw new IllegalArgumentException("cannot reshape " + shape + " to " + other);
    }
    return other.equals(shape) ? this : adopt(other, elements());
  }

  /** A function applied to each element. */
  public Tensor map(DoubleUnaryOperator function) {
    if (elements == null) {
      return new Tensor(function.applyAsDouble(scalar));
    }
    double[] result = new double[elements.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = function.applyAsDouble(elements[i]);
    }
    return new Tensor(shape, result);
  }

  /** The row-major place of the first element that is NaN or infinite, or -1. */
  public int firstNonFinite() {
    if (elements == null) {
      return Double.isFinite(scalar) ? -1 : 0;
    }
    for (int i = 0; i < elements.length; i++) {
      if (!Double.isFinite(elements[i])) {
        return i;
      }
    }
    return -1;
  }

  /** Equal where shape and every bit of every element are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Tensor tensor
            && shape.equals(tensor.shape)
            && Arrays.equals(elements(), tensor.elements()));
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(elements());
  }

  @Override
  public String toString() {
    return elements == null ? Double.toString(scalar) : shape + " " + Arrays.toString(elements);
  }
}
