package dev.letsbackprop.operation;

import java.util.List;
import java.util.random.RandomGenerator;

/** Smooth activation functions that are their input times a gate, which the input opens itself. */
public sealed interface GatedActivation extends Unary {

  @Described(
      summary = "x times its own sigmoid: a gate that x opens for itself.",
      reason = "By the product rule σ(x) + x·σ(x)·(1 - σ(x)), where x·σ(x) is the value y.",
      derivation = {
        "s = \\sigma\\left(x\\right), \\quad y = x \\cdot s",
        "\\frac{\\partial L}{\\partial s} = \\frac{\\partial L}{\\partial y} \\cdot x",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot s +"
            + " \\frac{\\partial L}{\\partial s} \\cdot s \\cdot \\left(1 - s\\r"
            + "ight)",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot \\left(s + x"
            + " \\cdot s \\cdot \\left(1 - s\\r"
            + "ight)\\r"
            + "ight) = \\frac{\\partial L}{\\partial y} \\cdot \\left(s + y \\cdot \\left(1 - s\\r"
            + "ight)\\r"
            + "ight)"
      },
      aliases = "swish",
      example = "[-1, 0, 1]")
  record Silu() implements GatedActivation {
    @Override
    public double value(double x) {
      return Gate.of(x, new Activation.Sigmoid().value(x));
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T gate = on.apply(new Activation.Sigmoid(), List.of(x));
      T opening = on.multiply(y, on.subtract(on.constant(1), gate));
      return on.multiply(cotangent, on.add(gate, opening));
    }

    @Misreading(
        did = "the slope of the gate was left out",
        due = "{x} is in both factors, so the slope is σ(a) + a·σ(a)·(1 - σ(a)), where a is {x}")
    public <T> T gateConstant(Algebra<T> on, T x, T y, T cotangent) {
      return on.multiply(cotangent, on.apply(new Activation.Sigmoid(), List.of(x)));
    }

    @Override
    public Term latex(Term x) {
      return Term.chain(x, "\\cdot", Term.call("\\sigma", List.of(x)), Term.Binding.PRODUCT);
    }
  }

  @Described(
      summary = "x times the hyperbolic tangent of its softplus.",
      reason =
          "By the product rule t + x·(1 - t²)·σ(x), where t is the hyperbolic tangent and"
              + " σ the slope of softplus.",
      aliases = "Mish",
      example = "[-1, 0, 1]")
  record Mish() implements GatedActivation {
    @Override
    public double value(double x) {
      return Gate.of(x, StrictMath.tanh(new Activation.Softplus().value(x)));
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T softplus = on.apply(new Activation.Softplus(), List.of(x));
      T gate = on.apply(new Hyperbolic.Tanh(), List.of(softplus));
      T slope =
          on.multiply(
              on.subtract(on.constant(1), on.square(gate)),
              on.apply(new Activation.Sigmoid(), List.of(x)));
      return on.multiply(cotangent, on.add(gate, on.multiply(x, slope)));
    }

    @Override
    public Term latex(Term x) {
      Term gate = Term.call("\\tanh", List.of(new Activation.Softplus().latex(x)));
      return Term.chain(x, "\\cdot", gate, Term.Binding.PRODUCT);
    }
  }

  /** How gelu is worked out. */
  enum Approximation {
    NONE,
    TANH
  }

  @Described(
      summary = "x times the share of a standard normal distribution that lies below x.",
      reason =
          "By the product rule Φ(x) + x·φ(x), where φ is the bell curve; the"
              + " approximation by tanh has σ(2u) = (1 + tanh u)/2 in place of Φ.",
      derivation = {
        "p = \\Phi\\left(x\\right), \\quad y = x \\cdot p",
        "\\frac{\\partial L}{\\partial p} = \\frac{\\partial L}{\\partial y} \\cdot x",
        "\\frac{\\partial p}{\\partial x} = \\frac{1}{\\sqrt{2 \\cdot \\pi}} \\cdot"
            + " e^{-\\frac{x^{2}}{2}}",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot p +"
            + " \\frac{\\partial L}{\\partial p} \\cdot \\frac{\\partial p}{\\partial x}",
        "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot"
            + " \\left(\\Phi\\left(x\\r"
            + "ight) + x \\cdot \\frac{1}{\\sqrt{2 \\cdot \\pi}} \\cdot e^{-\\frac{x^{2}}{2}}\\r"
            + "ight)"
      },
      aliases = "Gelu",
      conventions = "Left out, the approximation is none: the exact function, as in PyTorch.",
      example = "[-1, 0, 1]")
  record Gelu(
      @Attribute(
              value = "How Φ is worked out: exactly, or by a hyperbolic tangent.",
              otherwise = "\"none\"")
          Approximation approximate)
      implements GatedActivation {
    private static final double CUBIC = 0.044715;

    @Override
    public double value(double x) {
      double bent = Irrational.ROOT_EIGHT_OVER_PI * x * (1 + CUBIC * x * x);
      Unary gate =
          approximate == Approximation.TANH ? new Activation.Sigmoid() : new Gaussian.NormalCdf();
      return Gate.of(x, gate.value(approximate == Approximation.TANH ? bent : x));
    }

    @Override
    public <T> T vjp(Algebra<T> on, T x, T y, T cotangent) {
      T square = on.square(x);
      if (approximate == Approximation.NONE) {
        T share = on.apply(new Gaussian.NormalCdf(), List.of(x));
        T height = Gaussian.density(on, x);
        return on.multiply(cotangent, on.add(share, on.multiply(x, height)));
      }
      T one = on.constant(1);
      T scale = on.constant(Irrational.ROOT_EIGHT_OVER_PI);
      T cubic = on.multiply(x, on.add(one, on.multiply(on.constant(CUBIC), square)));
      T slope = on.multiply(scale, on.add(one, on.multiply(on.constant(3 * CUBIC), square)));
      // Not (1 + tanh)/2, which cancels for negative numbers.
      T gate = on.apply(new Activation.Sigmoid(), List.of(on.multiply(scale, cubic)));
      T opening = on.multiply(on.multiply(gate, on.subtract(one, gate)), slope);
      return on.multiply(cotangent, on.add(gate, on.multiply(x, opening)));
    }

    @Override
    public Term latex(Term x) {
      if (approximate == Approximation.NONE) {
        return Term.chain(x, "\\cdot", Term.call("\\Phi", List.of(x)), Term.Binding.PRODUCT);
      }
      Term cube =
          Term.chain(Term.number(CUBIC), "\\cdot", Term.power(x, "3"), Term.Binding.PRODUCT);
      Term sum = Term.chain(x, "+", cube, Term.Binding.SUM);
      Term bent =
          Term.chain(Term.atom("\\sqrt{\\frac{2}{\\pi}}"), "\\cdot", sum, Term.Binding.PRODUCT);
      Term gate =
          Term.chain(Term.atom("1"), "+", Term.call("\\tanh", List.of(bent)), Term.Binding.SUM);
      return Term.chain(Term.fraction(x, Term.atom("2")), "\\cdot", gate, Term.Binding.PRODUCT);
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Approximation[] all = Approximation.values();
      return Sample.of(
          new Gelu(all[random.nextInt(all.length)]), Sample.operand(Sample.shape(random, 0)));
    }
  }

  /** A number times a gate that it opens itself. */
  final class Gate {
    private Gate() {}

    /** x·gate, and its limit where a shut gate meets -Infinity. */
    static double of(double x, double gate) {
      return gate == 0 ? -0.0 : x * gate;
    }
  }
}
