package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.ElementwiseKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Choosing between tensors, element by element. */
public sealed interface Choice extends Operation {

  @Described(
      summary = "The second operand where the condition is not 0, else the third.",
      reason =
          "Only what was chosen moves the result, so the upstream gradient passes only" + " there.",
      shapeRule = "The three shapes, broadcast.",
      inputs = {"c", "a", "b"},
      aliases = "Where",
      conventions = {
        "The condition gets a gradient of 0.",
        "NaN is not 0: it chooses the second operand."
      },
      example = {"[1, 0, 1]", "[1, 2, 3]", "[-1, -2, -3]"})
  record Where() implements Choice {
    @Override
    public int arity() {
      return 3;
    }

    @Override
    public boolean elementwise() {
      return true;
    }

    @Override
    public boolean carries(int place, List<Shape> inputs) {
      return place > 0;
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      return Broadcast.shape(inputs);
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Shape shape = Broadcast.shape(inputs.stream().map(Tensor::shape).toList());
      return ElementwiseKernel.where(shape, inputs.get(0), inputs.get(1), inputs.get(2));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T zero = on.constant(0);
      if (place == 0) {
        return on.broadcastTo(zero, on.shape(y));
      }
      return place == 1 ? on.where(x.get(0), cotangent, zero) : on.where(x.get(0), zero, cotangent);
    }

    @Misreading(
        did = "both sides were given the upstream gradient",
        due = "{x} gets it only where it was chosen, and 0 elsewhere")
    public <T> @Nullable T everywhere(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 0 ? null : cotangent;
    }

    @Override
    public <T> @Nullable T simplify(Symbolic<T> on, List<T> x) {
      Tensor condition = on.known(x.get(0));
      if (condition == null || condition.rank() > 0) {
        return null;
      }
      T chosen = x.get(condition.item() != 0 ? 1 : 2);
      return on.broadcastTo(chosen, shape(x.stream().map(on::shape).toList()));
    }

    @Override
    public Term latex(List<Term> x) {
      Term condition = x.get(0);
      if (x.get(2).text().equals("0")) {
        Term bracket = Term.iverson(condition.condition());
        return Term.chain(x.get(1), "\\cdot", bracket, Term.Binding.PRODUCT);
      }
      return Term.atom(
          "\\begin{cases}"
              + x.get(1).text()
              + " & "
              + condition.condition()
              + " \\\\ "
              + x.get(2).text()
              + " & \\text{otherwise}\\end{cases}");
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape shape = Sample.shape(random, 0);
      return Sample.of(
          this,
          new Sample.Operand(Sample.stretchable(random, shape), Domain.indices(2)),
          Sample.operand(shape),
          Sample.operand(Sample.stretchable(random, shape)));
    }
  }
}
