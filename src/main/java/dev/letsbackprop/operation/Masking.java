package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Letting some elements through and stopping others. */
public sealed interface Masking extends Operation {

  @Described(
      summary =
          "x where the mask is 1, divided by the share that is kept on average, and 0"
              + " elsewhere.",
      reason = "What passed forward passes back, scaled alike; what was dropped gets nothing.",
      shapeRule = "The shape of x, to which the mask must broadcast.",
      inputs = {"x", "m"},
      conventions = {
        "The mask is an input of 0 and 1, so that the result is the same every time; another"
            + " number is an error.",
        "The mask gets a gradient of 0.",
        "What passes is divided by 1 - rate while training (inverted dropout), so that nothing is"
            + " left to do later."
      },
      example = {"[1, 2, 3, 4]", "[1, 0, 1, 1]"},
      exampleAttributes = "rate=0.25")
  record Dropout(
      @Attribute(value = "How much is dropped on average, from 0 to below 1.", otherwise = "0.5")
          double rate)
      implements Masking {
    public Dropout {
      if (!(rate >= 0 && rate < 1)) {
        throw Misuse.ofAttribute("rate", "rate must be from 0 to below 1, found " + rate + ".");
      }
    }

    @Override
    public int arity() {
      return 2;
    }

    @Override
    public boolean carries(int place, List<Shape> inputs) {
      return place == 0;
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      Shape x = inputs.get(0);
      if (!inputs.get(1).broadcastsTo(x)) {
        throw Misuse.ofInputs(
            "A mask of shape " + inputs.get(1) + " does not broadcast to " + x + ".");
      }
      return x;
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor mask = inputs.get(1);
      for (int at = 0; at < mask.size(); at++) {
        if (mask.at(at) != 0 && mask.at(at) != 1) {
          throw Misuse.ofInputs("A mask holds 0 and 1 only, found " + mask.at(at) + ".");
        }
      }
      Tensor scaled = inputs.get(0).map(x -> x / (1 - rate));
      return Vocabulary.WHERE.evaluate(List.of(mask, scaled, Tensor.ZERO));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 1
          ? on.broadcastTo(on.constant(0), on.shape(x.get(1)))
          : on.apply(this, List.of(cotangent, x.get(1)));
    }

    @Misreading(
        did = "the mask was left out",
        due = "what was dropped from {x} moves nothing, so its gradient is 0",
        telling = true)
    public <T> @Nullable T maskMissing(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 1 ? null : on.divide(cotangent, on.constant(1 - rate));
    }

    @Misreading(
        did = "what was kept was not scaled",
        due = "what is kept is divided by the share that is kept, and so is its gradient",
        telling = true)
    public <T> @Nullable T notScaled(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 1 || rate == 0 ? null : on.where(x.get(1), cotangent, on.constant(0));
    }

    @Override
    public Term latex(List<Term> x) {
      Term kept = Term.chain(x.get(0), "\\cdot", x.get(1), Term.Binding.PRODUCT);
      return rate == 0 ? kept : Term.fraction(kept, Term.number(1 - rate));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape x = Sample.shape(random, 0);
      return Sample.of(
          new Dropout(0.25 * random.nextInt(4)),
          Sample.operand(x),
          new Sample.Operand(Sample.stretchable(random, x), Domain.indices(2)));
    }
  }
}
