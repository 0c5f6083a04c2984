package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ProductKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Products of vectors, matrices and batches of matrices. */
public sealed interface LinearAlgebra extends Operation {

  /**
   * NumPy's matrix product. That either operand may be read transposed closes it under
   * differentiation: its gradients are such products again, and no transpose is ever copied.
   */
  @Described(
      summary = "The matrix product as NumPy's: of vectors, matrices, or batches of matrices.",
      symbol = "@",
      reason =
          "In y = xW each entry of x meets a row of W: x gets g Wᵀ and W gets xᵀ g, where"
              + " g is the upstream gradient.",
      derivation = {
        "y_{ij} = \\sum_k x_{ik} \\cdot W_{kj}",
        "\\frac{\\partial y_{ij}}{\\partial x_{pq}} = \\left[i = p\\right] \\cdot W_{qj}",
        "\\frac{\\partial L}{\\partial x_{pq}} = \\sum_{ij} \\frac{\\partial L}{\\partial y_{ij}}"
            + " \\cdot \\frac{\\partial y_{ij}}{\\partial x_{pq}} = \\sum_j \\frac{\\partial"
            + " L}{\\partial y_{pj}} \\cdot W_{qj} = \\sum_j \\frac{\\partial L}{\\partial y_{pj}}"
            + " \\cdot \\left(W^{\\top}\\r"
            + "ight)_{jq}",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\, W^{\\top}",
        "\\frac{\\partial y_{ij}}{\\partial W_{pq}} = x_{ip} \\cdot \\left[j = q\\right]",
        "\\frac{\\partial L}{\\partial W_{pq}} = \\sum_{ij} \\frac{\\partial L}{\\partial y_{ij}}"
            + " \\cdot \\frac{\\partial y_{ij}}{\\partial W_{pq}} = \\sum_i x_{ip} \\cdot"
            + " \\frac{\\partial L}{\\partial y_{iq}} = \\sum_i \\left(x^{\\top}\\r"
            + "ight)_{pi} \\cdot \\frac{\\partial L}{\\partial y_{iq}}",
        "\\frac{\\partial L}{\\partial W} = x^{\\top} \\, \\frac{\\partial L}{\\partial y}"
      },
      shapeRule =
          "[…, n, k] times […, k, m] is […, n, m]; the axes before broadcast; a vector is a row at"
              + " the left, a column at the right, and its axis is dropped again.",
      inputs = {"x", "W"},
      aliases = "MatMul",
      example = {"[[1, 2], [3, 4], [5, 6]]", "[[1, 0, 2], [0, 1, 1]]"})
  record Matmul(
      @Attribute(
              value = "Whether the last two axes of the first operand are swapped.",
              otherwise = "false")
          boolean transposeA,
      @Attribute(
              value = "Whether the last two axes of the second operand are swapped.",
              otherwise = "false")
          boolean transposeB)
      implements LinearAlgebra {
    @Override
    public int arity() {
      return 2;
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape a = inputs.get(0);
      Shape b = inputs.get(1);
      if (a.rank() == 0 || b.rank() == 0) {
        throw Misuse.ofInputs(
            "A matrix product needs vectors or matrices, found "
                + a
                + " and "
                + b
                + "; use multiply for scalars.");
      }
      checkTranspose(a, transposeA, "transpose_a");
      checkTranspose(b, transposeB, "transpose_b");
      Shape whole = product(row(a), column(b), a, b);
      int batch = whole.rank() - 2;
      Shape result = whole.slice(0, batch);
      result = a.rank() == 1 ? result : result.then(whole.side(batch));
      return b.rank() == 1 ? result : result.then(whole.side(batch + 1));
    }

    private static void checkTranspose(Shape operand, boolean transposed, String attribute) {
      if (transposed && operand.rank() == 1) {
        throw Misuse.ofAttribute(attribute, "A vector has no transpose, found " + operand + ".");
      }
    }

    /** The shape of the product of operands that are matrices or batches of matrices. */
    private Shape product(Shape a, Shape b, Shape givenA, Shape givenB) {
      int inner = a.side(a.rank() - (transposeA ? 2 : 1));
      int other = b.side(b.rank() - (transposeB ? 1 : 2));
      if (inner != other) {
        throw Misuse.ofInputs(
            "Shapes "
                + told(givenA, transposeA)
                + " and "
                + told(givenB, transposeB)
                + " do not multiply: each row of the first has "
                + inner
                + " entries, each column of the second "
                + other
                + ".");
      }
      Shape batch = Broadcast.shape(a.slice(0, a.rank() - 2), b.slice(0, b.rank() - 2));
      return batch.then(
          a.side(a.rank() - (transposeA ? 1 : 2)), b.side(b.rank() - (transposeB ? 2 : 1)));
    }

    private static String told(Shape shape, boolean transposed) {
      return transposed ? shape + " (transposed)" : shape.toString();
    }

    private static Shape row(Shape vector) {
      return vector.rank() == 1 ? Shape.of(1, vector.side(0)) : vector;
    }

    private static Shape column(Shape vector) {
      return vector.rank() == 1 ? vector.then(1) : vector;
    }

    @Override
    public long arithmetic(List<Shape> inputs) {
      Shape a = row(inputs.get(0));
      Shape whole = product(a, column(inputs.get(1)), inputs.get(0), inputs.get(1));
      return Shape.times(whole.extent(), a.side(a.rank() - (transposeA ? 2 : 1)));
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor a = inputs.get(0);
      Tensor b = inputs.get(1);
      Tensor left = a.reshape(row(a.shape()));
      Tensor right = b.reshape(column(b.shape()));
      Shape whole = product(left.shape(), right.shape(), a.shape(), b.shape());
      Tensor product = ProductKernel.product(whole, left, transposeA, right, transposeB);
      return product.reshape(shape(List.of(a.shape(), b.shape())));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape a = on.shape(x.get(0));
      Shape b = on.shape(x.get(1));
      T left = on.reshape(x.get(0), row(a));
      T right = on.reshape(x.get(1), column(b));
      T c = on.reshape(cotangent, product(row(a), column(b), a, b));
      T flow = new MatmulFlow<>(on, left, transposeA, right, transposeB, c).to(place);
      // A vector at the right was made a column; without its axis of 1 it broadcasts as it should.
      Shape shape = on.shape(flow);
      return place == 1 && b.rank() == 1
          ? on.reshape(flow, shape.slice(0, shape.rank() - 1))
          : flow;
    }

    @Misreading(
        did = "the other matrix was not transposed",
        due = MatrixSlip.DUE,
        derivatives = {
          "\\frac{\\partial L}{\\partial y} \\, W",
          "x \\, \\frac{\\partial L}{\\partial y}"
        })
    public <T> @Nullable T notTransposed(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0
          ? slip(on, transposeA, cotangent, false, x.get(1), transposeB)
          : slip(on, transposeB, x.get(0), transposeA, cotangent, false);
    }

    @Misreading(
        did = "the two factors stand in the wrong order",
        due = MatrixSlip.DUE,
        derivatives = {
          "W^{\\top} \\, \\frac{\\partial L}{\\partial y}",
          "\\frac{\\partial L}{\\partial y} \\, x^{\\top}"
        })
    public <T> @Nullable T order(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0
          ? slip(on, transposeA, x.get(1), !transposeB, cotangent, false)
          : slip(on, transposeB, cotangent, false, x.get(0), !transposeA);
    }

    @Misreading(
        did = "the rule for the other matrix's gradient was used",
        due = MatrixSlip.DUE,
        derivatives = {
          "x^{\\top} \\, \\frac{\\partial L}{\\partial y}",
          "\\frac{\\partial L}{\\partial y} \\, W^{\\top}"
        })
    public <T> @Nullable T wrongFactor(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0
          ? slip(on, transposeA, x.get(0), !transposeA, cotangent, false)
          : slip(on, transposeB, cotangent, false, x.get(1), !transposeB);
    }

    /** A wrong gradient of a factor, turned again where the factor was read transposed. */
    private static <T> @Nullable T slip(
        Algebra<T> on, boolean turned, T a, boolean transposeA, T b, boolean transposeB) {
      return turned
          ? MatrixSlip.product(on, b, !transposeB, a, !transposeA)
          : MatrixSlip.product(on, a, transposeA, b, transposeB);
    }

    @Override
    public Term latex(List<Term> x) {
      Term a = transposeA ? Term.power(x.get(0), "\\top") : x.get(0);
      Term b = transposeB ? Term.power(x.get(1), "\\top") : x.get(1);
      return Term.chain(a, "\\,", b, Term.Binding.PRODUCT);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      int rows = random.nextInt(1, 4);
      int inner = random.nextInt(1, 4);
      int columns = random.nextInt(1, 4);
      Shape batch = random.nextBoolean() ? Shape.SCALAR : Sample.shape(random, 0);
      Shape part = Sample.stretchable(random, batch);
      boolean swapped = random.nextBoolean();
      boolean vectorA = random.nextInt(4) == 0;
      boolean vectorB = random.nextInt(4) == 0;
      boolean turnedA = !vectorA && random.nextBoolean();
      boolean turnedB = !vectorB && random.nextBoolean();
      Shape a = matrix(swapped ? part : batch, rows, inner, turnedA);
      Shape b = matrix(swapped ? batch : part, inner, columns, turnedB);
      return Sample.of(
          new Matmul(turnedA, turnedB),
          Sample.operand(vectorA ? Shape.of(inner) : a),
          Sample.operand(vectorB ? Shape.of(inner) : b));
    }

    private static Shape matrix(Shape batch, int rows, int columns, boolean turned) {
      return turned ? batch.then(columns, rows) : batch.then(rows, columns);
    }
  }
}
