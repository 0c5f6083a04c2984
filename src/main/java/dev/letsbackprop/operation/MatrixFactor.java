package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.MatrixKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** Matrices made from matrices: inverses, solutions, factors. */
public sealed interface MatrixFactor extends Matrix {

  @Override
  default Shape shape(List<Shape> inputs) {
    return Matrix.square(inputs.get(0));
  }

  @Described(
      summary = "The inverse of a square matrix.",
      symbol = "x⁻¹",
      reason =
          "From A·A⁻¹ = I: dA⁻¹ = -A⁻¹ dA A⁻¹, so A gets -A⁻ᵀ G A⁻ᵀ, where G is the"
              + " upstream gradient.",
      shapeRule = "The shape of the input, […, n, n].",
      inputs = "A",
      aliases = "inv",
      conventions =
          "A matrix without an inverse gives NaN all over, with a warning; NumPy refuses it.",
      example = "[[2, 1], [1, 3]]")
  record Inverse() implements MatrixFactor {
    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      return MatrixKernel.inverse(inputs.get(0));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.negative(on.matmul(on.matmul(y, true, cotangent, false), false, y, true));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.power(x.get(0), "-1");
    }
  }

  @Described(
      summary = "The cofactors of a square matrix: how its determinant moves with each element.",
      formula =
          "_{ij} = \\left(-1\\right)^{i + j} \\cdot \\det\\left(A \\text{ without row } i"
              + " \\text{ and column } j\\right)",
      reason =
          "From C = det A · A⁻ᵀ by the product rule: with the upstream gradient G and s ="
              + " Σ G·C it is (s·C - C Gᵀ C) / det A.",
      derivatives =
          "\\frac{s \\cdot y - y \\, \\left(\\frac{\\partial L}{\\partial"
              + " y}\\right)^{\\top} \\, y}{\\det\\left(A\\right)}, \\quad s = \\sum_{ij}"
              + " \\frac{\\partial L}{\\partial y_{ij}} \\cdot y_{ij}",
      shapeRule = "The shape of the input, […, n, n].",
      inputs = "A",
      conventions = {
        "The cofactors of a singular matrix are right; from three rows on their own gradient there"
            + " is not finite, with a warning.",
        "The cofactor of a matrix of one element is 1."
      },
      example = "[[1, 2], [3, 4]]")
  record Cofactors() implements MatrixFactor {
    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      return MatrixKernel.cofactors(inputs.get(0));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape shape = on.shape(y);
      int side = shape.side(shape.rank() - 1);
      if (side == 1) {
        return on.broadcastTo(on.constant(0), shape);
      }
      if (side == 2) {
        // Two rows are only swapped and signed, so nothing need be divided by the determinant.
        return on.apply(this, List.of(cotangent));
      }
      T sum = on.sumKeeping(on.multiply(cotangent, y), Axes.of(-2, -1));
      T turned = on.matmul(on.matmul(y, false, cotangent, true), false, y, false);
      T determinant = Matrix.single(on, on.apply(new MatrixNumber.Determinant(), x));
      return on.divide(on.subtract(on.multiply(sum, y), turned), determinant);
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.call("\\operatorname{cof}", x);
    }
  }

  @Described(
      summary = "The solution x of A x = b.",
      reason =
          "From dA x + A dx = db: with the upstream gradient g, b gets A⁻ᵀ g, another"
              + " system to solve, and A gets that times -xᵀ.",
      derivatives = {
        "-\\frac{\\partial L}{\\partial b} \\, y^{\\top}",
        "\\left(A^{\\top}\\right)^{-1} \\, \\frac{\\partial L}{\\partial y}"
      },
      shapeRule =
          "[…, n, n] with [n] or […, n, k]: the shape of b; the axes before broadcast. A b of one"
              + " axis is a vector, any other holds matrices of columns.",
      inputs = {"A", "b"},
      conventions = {
        "Only a b of one axis is a vector, as in NumPy 2.",
        "A singular A gives NaN all over, with a warning; NumPy refuses it."
      },
      example = {"[[2, 1], [1, 3]]", "[3, 5]"})
  record Solve() implements MatrixFactor {
    @Override
    public int arity() {
      return 2;
    }

    /** b as matrices of columns. */
    private static Shape columns(Shape b) {
      return b.rank() == 1 ? b.then(1) : b;
    }

    private static Shape whole(Shape a, Shape b) {
      Shape columns = columns(b);
      int rows = columns.rank() - 2;
      int side = Matrix.square(a).side(a.rank() - 1);
      if (rows < 0 || columns.side(rows) != side) {
        throw Misuse.ofInputs(
            "Matrices " + a + " need right sides of " + side + " rows, found shape " + b + ".");
      }
      return Broadcast.shape(Matrix.batch(a), columns.slice(0, rows))
          .then(side, columns.side(rows + 1));
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape whole = whole(inputs.get(0), inputs.get(1));
      return inputs.get(1).rank() == 1 ? whole.slice(0, whole.rank() - 1) : whole;
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor a = inputs.get(0);
      Tensor b = inputs.get(1);
      Tensor columns = b.reshape(columns(b.shape()));
      return MatrixKernel.solve(whole(a.shape(), b.shape()), a, columns)
          .reshape(shape(List.of(a.shape(), b.shape())));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape b = on.shape(x.get(1));
      Shape whole = whole(on.shape(x.get(0)), b);
      T turned = Matrix.transpose(on, x.get(0));
      if (place == 1) {
        boolean alone = b.rank() == 1 && whole.rank() == 2;
        T flow = on.apply(this, List.of(turned, alone ? cotangent : on.reshape(cotangent, whole)));
        return alone ? flow : on.reshape(flow, on.shape(cotangent));
      }
      T flow = on.apply(this, List.of(turned, on.reshape(cotangent, whole)));
      return on.negative(on.matmul(flow, false, on.reshape(y, whole), true));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.chain(Term.power(x.get(0), "-1"), "\\,", x.get(1), Term.Binding.PRODUCT);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      int side = random.nextInt(1, 4);
      Shape batch = Matrix.batch(random);
      Shape right =
          random.nextInt(3) == 0
              ? Shape.of(side)
              : (random.nextBoolean() ? batch : Shape.SCALAR).then(side, random.nextInt(1, 4));
      return Sample.of(
          this,
          Matrix.drawn(random.nextBoolean() ? batch : Shape.SCALAR, side),
          Sample.operand(right));
    }
  }

  @Described(
      summary = "The lower triangular L with L Lᵀ = A, for a symmetric positive definite A.",
      formula = "\\operatorname{cholesky}\\left(A\\right), \\quad y \\, y^{\\top} = A",
      reason =
          "From dA = dL Lᵀ + L dLᵀ: with the upstream gradient G it is L⁻ᵀ Φ(Lᵀ G) L⁻¹"
              + " made symmetric, where Φ takes the lower triangle with half the diagonal.",
      derivatives =
          "\\frac{1}{2} \\cdot \\left(S + S^{\\top}\\right), \\quad S ="
              + " \\left(y^{\\top}\\right)^{-1} \\, \\Phi\\left(y^{\\top} \\, \\frac{\\partial"
              + " L}{\\partial y}\\right) \\, y^{-1}",
      shapeRule = "The shape of the input, […, n, n].",
      inputs = "A",
      conventions = {
        "Of a matrix that is not symmetric the symmetric part (A + Aᵀ)/2 is factored, so the"
            + " gradient is symmetric, as JAX has it; NumPy reads the lower triangle only.",
        "A matrix that is not positive definite gives NaN all over, with a warning; NumPy refuses"
            + " it."
      },
      example = "[[4, 2], [2, 5]]")
  record Cholesky() implements MatrixFactor {
    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      return MatrixKernel.cholesky(inputs.get(0));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      int side = on.shape(y).side(on.shape(y).rank() - 1);
      T product = on.matmul(y, true, cotangent, false);
      T lower = on.multiply(product, on.constant(lowerTriangle(side)));
      T turned = Matrix.transpose(on, y);
      T left = on.apply(new Solve(), List.of(turned, lower));
      T both = on.apply(new Solve(), List.of(turned, Matrix.transpose(on, left)));
      return on.multiply(on.constant(0.5), on.add(both, Matrix.transpose(on, both)));
    }

    /** Ones below the diagonal, halves on it. */
    private static Tensor lowerTriangle(int side) {
      double[] elements = new double[Math.multiplyExact(side, side)];
      for (int at = 0; at < elements.length; at++) {
        int row = at / side;
        int column = at % side;
        elements[at] = row > column ? 1 : row == column ? 0.5 : 0;
      }
      return Tensor.adopt(Shape.of(side, side), elements);
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("cholesky", x.get(0));
    }
  }
}
