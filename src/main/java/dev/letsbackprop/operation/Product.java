package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sums of products other than the plain matrix product. */
public sealed interface Product extends Operation {

  @Described(
      summary = "NumPy's dot: the inner product of vectors, the matrix product of matrices.",
      symbol = "·",
      reason =
          "Each entry of one operand is multiplied by entries of the other, and gets the"
              + " upstream gradient times those, as in matmul.",
      derivatives = {
        "\\frac{\\partial L}{\\partial y} \\, W^{\\top}",
        "x^{\\top} \\, \\frac{\\partial L}{\\partial y}"
      },
      shapeRule =
          "[…, k] times [k] or […, k, m]: the last axis of the first meets the last but one of the"
              + " second, and the other axes of both stand one after another.",
      inputs = {"x", "W"},
      conventions = {
        "A scalar multiplies, as in NumPy.",
        "With more than two axes it pairs every row of the first operand with every matrix of the"
            + " second, as NumPy does; matmul goes through batches together."
      },
      example = {"[1, 2, 3]", "[4, 5, 6]"})
  record Dot() implements Product {
    @Override
    public int arity() {
      return 2;
    }

    /** The operation that it is for operands of these shapes. */
    private static Operation meaning(Shape a, Shape b) {
      if (a.rank() == 0 || b.rank() == 0) {
        return Vocabulary.MULTIPLY;
      }
      int inner = Math.max(0, b.rank() - 2);
      if (a.side(a.rank() - 1) != b.side(inner)) {
        throw Misuse.ofInputs(
            "Shapes "
                + a
                + " and "
                + b
                + " do not multiply: each row of the first has "
                + a.side(a.rank() - 1)
                + " entries, each column of the second "
                + b.side(inner)
                + ".");
      }
      if (a.rank() <= 2 && b.rank() <= 2) {
        return new LinearAlgebra.Matmul(false, false);
      }
      if (a.rank() + b.rank() > Equation.LETTERS.length()) {
        throw Misuse.ofInputs("Shapes " + a + " and " + b + " have too many axes.");
      }
      String left = Equation.LETTERS.substring(0, a.rank());
      String kept = Equation.LETTERS.substring(a.rank(), a.rank() + b.rank() - 1);
      String met = left.substring(a.rank() - 1);
      String right = kept.substring(0, inner) + met + kept.substring(inner);
      return new Einsum(left + "," + right + "->" + left.substring(0, a.rank() - 1) + kept);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      return meaning(inputs.get(0), inputs.get(1)).shape(inputs);
    }

    @Override
    public long arithmetic(List<Shape> inputs) {
      return meaning(inputs.get(0), inputs.get(1)).arithmetic(inputs);
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      return meaning(inputs.get(0).shape(), inputs.get(1).shape()).evaluate(inputs);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return meaning(on.shape(x.get(0)), on.shape(x.get(1))).vjp(on, place, x, y, cotangent);
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.infix(x.get(0), "\\cdot", x.get(1), Term.Binding.PRODUCT);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape left = Sample.shape(random, 0);
      int inner = random.nextInt(1, 4);
      Shape right = random.nextBoolean() ? Shape.SCALAR : Sample.shape(random, 1);
      if (random.nextInt(4) == 0) {
        return Sample.of(this, Sample.operand(left), Sample.operand(Shape.SCALAR));
      }
      int last = right.rank() - 1;
      Shape b = last < 0 ? Shape.of(inner) : right.slice(0, last).then(inner, right.side(last));
      return Sample.of(this, Sample.operand(left.then(inner)), Sample.operand(b));
    }
  }

  @Described(
      summary = "Every element of the first operand times every element of the second.",
      formula = "_{ij} = a_i \\cdot b_j",
      symbol = "⊗",
      reason =
          "Each element of a meets all of b, so it gets its row of the upstream gradient"
              + " times b, summed; each element of b its column times a.",
      derivatives = {
        "_i = \\sum_j \\frac{\\partial L}{\\partial y_{ij}} \\cdot b_j",
        "_j = \\sum_i \\frac{\\partial L}{\\partial y_{ij}} \\cdot a_i"
      },
      shapeRule = "[n, m] for operands of n and m elements.",
      inputs = {"a", "b"},
      conventions = "Operands that are not vectors are put in one row first, as in NumPy.",
      example = {"[1, 2, 3]", "[10, 20]"})
  record Outer() implements Product {
    @Override
    public int arity() {
      return 2;
    }

    private static int count(Shape shape) {
      if (shape.size() > Integer.MAX_VALUE) {
        throw Misuse.ofInputs("Shape " + shape + " is too large to be put in one row.");
      }
      return (int) shape.size();
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      return Shape.of(count(inputs.get(0)), count(inputs.get(1)));
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor column = inputs.get(0).reshape(Shape.of(inputs.get(0).size(), 1));
      Tensor row = inputs.get(1).reshape(Shape.of(1, inputs.get(1).size()));
      return Vocabulary.MULTIPLY.evaluate(List.of(column, row));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T other = x.get(1 - place);
      T row = on.reshape(other, Shape.of(count(on.shape(other))));
      T flow =
          place == 0
              ? on.matmul(cotangent, false, row, false)
              : on.matmul(row, false, cotangent, false);
      return on.reshape(flow, on.shape(x.get(place)));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.infix(x.get(0), "\\otimes", x.get(1), Term.Binding.PRODUCT);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      return Sample.of(
          this,
          Sample.operand(Sample.shape(random, 0)),
          Sample.operand(Shape.of(random.nextInt(1, 4))));
    }
  }

  @Described(
      summary =
          "A sum of products, said by its indices: einsum(\"ij,jk->ik\") is the matrix product.",
      reason =
          "Each operand meets the product of the others: its gradient is the upstream"
              + " gradient times these, summed over the indices that it lacks, and the same for"
              + " every value of an index that it alone has.",
      shapeRule = "The sides of the letters after ->.",
      inputs = {"A", "B"},
      aliases = "Einsum",
      conventions = {
        "Without -> the letters that stand once come out, in alphabetical order, capitals first,"
            + " as in NumPy.",
        "A letter that stands twice in one operand reads its diagonal.",
        "A letter has one side wherever it stands: sides of 1 are not stretched.",
        "An ellipsis is not supported; name every axis."
      },
      example = {"[[1, 2], [3, 4]]", "[[5, 6], [7, 8]]"},
      exampleAttributes = "equation=\"ij,jk->ik\"")
  record Einsum(
      @Attribute("The letters of each operand's axes, then -> and those of the result.")
          String equation)
      implements Product {
    public Einsum {
      equation = Equation.parse(equation).text();
    }

    @Override
    public int arity() {
      return 1;
    }

    @Override
    public boolean variadic() {
      return true;
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      return Equation.parse(equation).shape(inputs);
    }

    @Override
    public long arithmetic(List<Shape> inputs) {
      return Equation.parse(equation).arithmetic(inputs);
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      return Equation.parse(equation).evaluate(inputs);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Equation parsed = Equation.parse(equation);
      String own = parsed.operands().get(place);
      List<String> others = new ArrayList<>(parsed.operands());
      others.set(place, parsed.output());
      List<T> inputs = new ArrayList<>(x);
      inputs.set(place, cotangent);
      String left = String.join(",", others);
      String reached = Equation.shared(own, left);
      T flow = on.apply(new Einsum(left + "->" + reached), inputs);
      Shape shape = on.shape(x.get(place));
      Shape spread = Equation.firstPlaces(own, reached, shape);
      T placed = on.reshape(flow, spread);
      Tensor diagonal = Equation.diagonal(own, shape);
      T back = diagonal.rank() == 0 ? placed : on.multiply(placed, on.constant(diagonal));
      return on.broadcastTo(back, shape);
    }

    @Override
    public <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
      Equation parsed = Equation.parse(equation);
      return parsed.operands().size() == 1 && parsed.operands().get(0).equals(parsed.output())
          ? x.get(0)
          : null;
    }

    @Override
    public Term latex(List<Term> x) {
      return Equation.parse(equation).latex(x);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      int[] sides = IntStream.generate(() -> random.nextInt(1, 4)).limit(4).toArray();
      List<String> operands = new ArrayList<>();
      Sample.Operand[] shapes = new Sample.Operand[random.nextInt(1, 4)];
      List<String> present = new ArrayList<>();
      for (int operand = 0; operand < shapes.length; operand++) {
        int[] letters = random.ints(random.nextInt(0, 4), 0, sides.length).toArray();
        StringBuilder term = new StringBuilder();
        for (int letter : letters) {
          term.append("ijkB".charAt(letter));
        }
        operands.add(term.toString());
        term.chars().mapToObj(Character::toString).forEach(present::add);
        shapes[operand] =
            Sample.operand(Shape.of(IntStream.of(letters).map(at -> sides[at]).toArray()));
      }
      String left = String.join(",", operands);
      List<String> output = new ArrayList<>(present.stream().distinct().sorted().toList());
      Collections.rotate(output, random.nextInt(4));
      String right = String.join("", output.subList(0, random.nextInt(output.size() + 1)));
      boolean implicit = random.nextInt(4) == 0;
      return Sample.of(new Einsum(implicit ? left : left + "->" + right), shapes);
    }
  }
}
