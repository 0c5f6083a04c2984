package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/** Whole numbers that point at places; nothing flows back to an index. */
public sealed interface Indexing extends Operation {

  /** Whether a number is a whole one from 0 to {@code count - 1}. */
  static boolean isIndex(double number, int count) {
    return number == Math.rint(number) && number >= 0 && number < count;
  }

  /**
   * The index that a number is.
   *
   * @throws Misuse where it is not a whole number from 0 to {@code count - 1}
   */
  static int index(double number, int count) {
    if (!isIndex(number, count)) {
      String shown = number == Math.rint(number) ? Term.number(number).text() : "" + number;
      throw Misuse.ofInputs(
          "The index " + shown + " is not a whole number from 0 to " + (count - 1) + ".");
    }
    return (int) number;
  }

  @Described(
      summary = "For each index a row of zeros with a 1 at that place.",
      formula = "_{nk} = \\left[t_n = k\\right]",
      reason = "An index points or does not: nothing flows back to it.",
      shapeRule = "The shape of the indices, and a last axis of that many classes.",
      inputs = "t",
      conventions = {
        "The indices get a gradient of 0.",
        "An index that is not a whole number from 0 to classes - 1 is an error."
      },
      example = "[0, 2]",
      exampleAttributes = "classes=3")
  record OneHot(@Attribute("The number of classes.") int classes) implements Indexing {
    public OneHot {
      if (classes < 0) {
        throw Misuse.ofAttribute("classes", "The number of classes cannot be " + classes + ".");
      }
    }

    @Override
    public int arity() {
      return 1;
    }

    @Override
    public boolean carries(int place, List<Shape> inputs) {
      return false;
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      return inputs.get(0).then(classes);
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor indices = inputs.get(0);
      Shape shape = indices.shape().then(classes);
      double[] result = new double[Math.toIntExact(shape.size())];
      for (int row = 0; row < indices.size(); row++) {
        result[row * classes + index(indices.at(row), classes)] = 1;
      }
      return Tensor.adopt(shape, result);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return on.broadcastTo(on.constant(0), on.shape(x.get(0)));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("one_hot", x.get(0));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      int count = random.nextInt(1, 5);
      return Sample.of(
          new OneHot(count), new Sample.Operand(Sample.shape(random, 0), Domain.indices(count)));
    }
  }
}
