package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** Matrices of which one side of a diagonal is kept and the other becomes 0. */
public sealed interface Triangular extends Operation {
  int k();

  Triangular shifted(int k);

  /** Whether an element so far to the right of the main diagonal is kept. */
  boolean keeps(long right);

  String word();

  @Override
  default int arity() {
    return 1;
  }

  @Override
  default Shape shape(List<Shape> inputs) {
    if (inputs.get(0).rank() < 2) {
      throw Misuse.ofInputs(
          "A triangle is cut from a matrix, which shape " + inputs.get(0) + " is not.");
    }
    return inputs.get(0);
  }

  @Override
  default Tensor evaluate(List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    double[] elements = x.toArray();
    int rows = x.shape().side(x.rank() - 2);
    int columns = x.shape().side(x.rank() - 1);
    for (int at = 0; at < elements.length; at++) {
      if (!keeps((long) at % columns - at / columns % rows)) {
        elements[at] = 0;
      }
    }
    return Tensor.adopt(x.shape(), elements);
  }

  @Override
  default <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    return on.apply(this, List.of(cotangent));
  }

  @Override
  default Term latex(List<Term> x) {
    return k() == 0
        ? Term.function(word(), x.get(0))
        : Term.function(word(), x.get(0), Term.number(k()));
  }

  @Override
  default Sample sample(RandomGenerator random) {
    return Sample.of(shifted(random.nextInt(-3, 4)), Sample.operand(Sample.shape(random, 2)));
  }

  @Described(
      summary = "The lower triangle of a matrix, zeros above a diagonal.",
      formula = "_{ij} = x_{ij} \\cdot \\left[j \\le i + k\\right]",
      reason =
          "What became 0 no longer moves the result: the upstream gradient is cut the"
              + " same way.",
      shapeRule = "The shape of the input, whose last two axes are matrices.",
      example = "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]")
  record Tril(
      @Attribute(
              value = "The last diagonal that is kept: 0 the main one, positive above it.",
              otherwise = "0")
          int k)
      implements Triangular {
    @Override
    public Triangular shifted(int other) {
      return new Tril(other);
    }

    @Override
    public boolean keeps(long right) {
      return right <= k;
    }

    @Override
    public String word() {
      return "tril";
    }
  }

  @Described(
      summary = "The upper triangle of a matrix, zeros below a diagonal.",
      formula = "_{ij} = x_{ij} \\cdot \\left[j \\ge i + k\\right]",
      reason =
          "What became 0 no longer moves the result: the upstream gradient is cut the"
              + " same way.",
      shapeRule = "The shape of the input, whose last two axes are matrices.",
      example = "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]")
  record Triu(
      @Attribute(
              value = "The first diagonal that is kept: 0 the main one, positive above it.",
              otherwise = "0")
          int k)
      implements Triangular {
    @Override
    public Triangular shifted(int other) {
      return new Triu(other);
    }

    @Override
    public boolean keeps(long right) {
      return right >= k;
    }

    @Override
    public String word() {
      return "triu";
    }
  }
}
