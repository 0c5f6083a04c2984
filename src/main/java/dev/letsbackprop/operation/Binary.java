package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ElementwiseKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** A function of two numbers, applied to each pair of elements after NumPy's broadcasting. */
public sealed interface Binary extends Operation
    permits Arithmetic, Extremum, Transcendental, Comparison {

  double value(double a, double b);

  Term latex(Term a, Term b);

  /** Where an input's numbers may lie. */
  default Domain domain(int place) {
    return Domain.AROUND_ZERO;
  }

  @Override
  default int arity() {
    return 2;
  }

  @Override
  default boolean elementwise() {
    return true;
  }

  @Override
  default Shape shape(List<Shape> inputs) {
    return Broadcast.shape(inputs);
  }

  @Override
  default Tensor evaluate(List<Tensor> inputs) {
    Tensor a = inputs.get(0);
    Tensor b = inputs.get(1);
    if (a.rank() == 0 && b.rank() == 0) {
      return Tensor.scalar(value(a.item(), b.item()));
    }
    return ElementwiseKernel.zip(Broadcast.shape(a.shape(), b.shape()), a, b, this::value);
  }

  @Override
  default Term latex(List<Term> x) {
    return latex(x.get(0), x.get(1));
  }

  @Override
  default Sample sample(RandomGenerator random) {
    Shape whole = Sample.shape(random, 0);
    Shape part = Sample.stretchable(random, whole);
    boolean swapped = random.nextBoolean();
    return Sample.of(
        this,
        new Sample.Operand(swapped ? part : whole, domain(0)),
        new Sample.Operand(swapped ? whole : part, domain(1)));
  }
}
