package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** A function of one number, applied to each element. */
public sealed interface Unary extends Operation
    permits Algebraic,
        Stepwise,
        Exponential,
        Trigonometric,
        InverseTrigonometric,
        Hyperbolic,
        Gaussian,
        Activation,
        GatedActivation,
        PiecewiseActivation {

  double value(double x);

  /** What flows back to x, the input, when {@code cotangent} arrives at y, the value. */
  <T> T vjp(Algebra<T> on, T x, T y, T cotangent);

  Term latex(Term x);

  /** Where it is defined and smooth, but for kinks. */
  default Domain domain() {
    return Domain.AROUND_ZERO;
  }

  @Override
  default int arity() {
    return 1;
  }

  @Override
  default boolean elementwise() {
    return true;
  }

  @Override
  default Shape shape(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  default Tensor evaluate(List<Tensor> inputs) {
    return inputs.get(0).map(this::value);
  }

  @Override
  default <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    return vjp(on, x.get(0), y, cotangent);
  }

  @Override
  default Term latex(List<Term> x) {
    return latex(x.get(0));
  }

  @Override
  default Sample sample(RandomGenerator random) {
    return Sample.of(this, new Sample.Operand(Sample.shape(random, 0), domain()));
  }
}
