package dev.letsbackprop.operation;

import java.util.List;

/** Logarithms and angles of two numbers, broadcast as in NumPy. */
public sealed interface Transcendental extends Binary {

  @Described(
      summary = "log(eˣ + eʸ), the sum of two numbers that are given by their logarithms.",
      reason = "Each operand counts by its share of the sum, eˣ/(eˣ + eʸ) = σ(x - y).",
      conventions = {
        "Numbers of ±1000 neither overflow nor vanish.",
        "Of two operands at -Infinity the value is -Infinity and the gradient NaN."
      },
      example = {"1", "2"})
  record Logaddexp() implements Transcendental {
    @Override
    public double value(double a, double b) {
      if (a == b) {
        // Not by way of the difference, which is NaN for two infinities.
        return a + Irrational.LOG_2;
      }
      return Math.max(a, b) + StrictMath.log1p(StrictMath.exp(-Math.abs(a - b)));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T lead = on.subtract(x.get(place), x.get(1 - place));
      return on.multiply(cotangent, on.apply(new Activation.Sigmoid(), List.of(lead)));
    }

    @Override
    public Term latex(Term a, Term b) {
      Term left = Term.power(Term.atom("e"), a.text());
      Term right = Term.power(Term.atom("e"), b.text());
      return Term.call("\\log", List.of(Term.chain(left, "+", right, Term.Binding.SUM)));
    }
  }

  @Described(
      summary = "The angle, from -π to π, at which the point (x, y) is seen from the origin.",
      reason =
          "The angle turns the faster the nearer the point: x/(x² + y²) as y grows, -y/(x² + y²) as"
              + " x grows.",
      inputs = {"y", "x"},
      aliases = "arctan2",
      conventions = {
        "At the origin the value is 0 (or ±π beside -0) and the gradient NaN, with a warning.",
        "Where x is negative, y = 0 gives π and y = -0 gives -π."
      },
      example = {"1", "2"})
  record Atan2() implements Transcendental {
    @Override
    public double value(double a, double b) {
      return StrictMath.atan2(a, b);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      T share = on.multiply(cotangent, x.get(1 - place));
      T distance = on.add(on.square(x.get(1)), on.square(x.get(0)));
      T flow = on.divide(share, distance);
      return place == 0 ? flow : on.negative(flow);
    }

    @Override
    public Term latex(Term a, Term b) {
      return Term.function("atan2", a, b);
    }
  }
}
