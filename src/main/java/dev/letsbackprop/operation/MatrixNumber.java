package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.MatrixKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** Numbers that sum up a matrix. */
public sealed interface MatrixNumber extends Matrix {

  @Override
  default Shape shape(List<Shape> inputs) {
    return Matrix.batch(Matrix.square(inputs.get(0)));
  }

  @Described(
      summary = "The sum of the diagonal.",
      formula = "\\sum_i A_{ii}",
      symbol = "tr",
      reason =
          "Only the diagonal counts, each element by itself: the upstream gradient stands"
              + " on it.",
      derivatives = "\\frac{\\partial L}{\\partial y} \\cdot I",
      shapeRule = "[…, n, m] becomes […].",
      inputs = "A",
      conventions = "The last two axes are the matrix, as in NumPy's linalg.trace.",
      example = "[[1, 2], [3, 4]]")
  record Trace() implements MatrixNumber {
    @Override
    public Shape shape(List<Shape> inputs) {
      return Matrix.batch(inputs.get(0));
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      Tensor diagonal = Vocabulary.MULTIPLY.evaluate(List.of(x, identity(x.shape())));
      return new Reduction.Sum(Axes.of(-2, -1), false).evaluate(List.of(diagonal));
    }

    private static Tensor identity(Shape matrices) {
      int rows = matrices.side(matrices.rank() - 2);
      int columns = matrices.side(matrices.rank() - 1);
      double[] elements = new double[Math.multiplyExact(rows, columns)];
      for (int at = 0; at < Math.min(rows, columns); at++) {
        elements[at * (columns + 1)] = 1;
      }
      return Tensor.adopt(Shape.of(rows, columns), elements);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T identity = on.constant(identity(on.shape(x.get(0))));
      return on.multiply(Matrix.single(on, cotangent), identity);
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.call("\\operatorname{tr}", x);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Matrix.batch(random).then(random.nextInt(1, 4), random.nextInt(1, 4));
      return Sample.of(this, Sample.operand(shape));
    }
  }

  @Described(
      summary = "The determinant: by what factor the matrix stretches volumes.",
      symbol = "det",
      reason =
          "It is linear in each element, with the cofactor of that element as its slope (Jacobi's"
              + " formula: det A · A⁻ᵀ).",
      derivatives = "\\frac{\\partial L}{\\partial y} \\cdot \\operatorname{cof}\\left(A\\right)",
      shapeRule = "[…, n, n] becomes […].",
      inputs = "A",
      aliases = {"det", "Det"},
      conventions = "The gradient is right at a singular matrix too: cofactors need no inverse.",
      example = "[[1, 2], [3, 4]]")
  record Determinant() implements MatrixNumber {
    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      return MatrixKernel.determinant(inputs.get(0));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T cofactors = on.apply(new MatrixFactor.Cofactors(), x);
      return on.multiply(Matrix.single(on, cotangent), cofactors);
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.call("\\det", x);
    }
  }

  @Described(
      summary = "The logarithm of the determinant, which does not overflow where that would.",
      reason =
          "From d log det A = tr(A⁻¹ dA): each element counts the number at its place in"
              + " the transpose of the inverse.",
      derivatives = "\\frac{\\partial L}{\\partial y} \\cdot \\left(A^{-1}\\right)^{\\top}",
      shapeRule = "[…, n, n] becomes […].",
      inputs = "A",
      conventions = {
        "The logarithm of a negative determinant is NaN, with a warning, as in PyTorch.",
        "A singular matrix gives -Infinity and a gradient of NaN, with a warning."
      },
      example = "[[2, 1], [1, 3]]")
  record Logdet() implements MatrixNumber {
    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      return MatrixKernel.logDeterminant(inputs.get(0));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T inverse = on.apply(new MatrixFactor.Inverse(), x);
      return on.multiply(Matrix.single(on, cotangent), Matrix.transpose(on, inverse));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.prefix("\\log ", Term.call("\\det", x));
    }
  }
}
