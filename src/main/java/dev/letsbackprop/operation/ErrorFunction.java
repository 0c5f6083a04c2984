package dev.letsbackprop.operation;

/**
 * The error function and its complement to about one unit in the last place.
 *
 * <p>Chebyshev series after Schonfelder, "Chebyshev expansions for the error and related functions"
 * (Mathematics of Computation 32, 1978); the coefficients are those that the definition gives,
 * worked out with fifty digits: anyone can work them out again.
 */
final class ErrorFunction {
  /**
   * Added to x before the far series takes its reciprocal: it decides how fast the series falls.
   */
  private static final double SHIFT = 2.5;

  /** erf(x)/x - 1 on [0, 1], over 2x² - 1. */
  private static final double[] NEAR = {
    -0.024523060617345903,
    -0.14226120510371365,
    0.010035582187599796,
    -0.0005768764699767485,
    2.741993125219606e-05,
    -1.1043175507344507e-06,
    3.8488755420345036e-08,
    -1.1808582533875466e-09,
    3.2334215826050907e-11,
    -7.991015947004549e-13,
    1.7990725113961456e-14,
    -3.718635487818693e-16,
    7.103599003714253e-18
  };

  /** (x + SHIFT)·exp(x²)·erfc(x) on [1, ∞), over 2(1 + SHIFT)/(x + SHIFT) - 1. */
  private static final double[] FAR = {
    0.9428567230627729,
    0.45400266241393294,
    0.08650170985489321,
    0.012187349785163006,
    0.0010229192207129904,
    -1.2425477268497002e-05,
    -1.5496891093239147e-05,
    -1.1532352092978394e-06,
    1.9763914423530825e-07,
    3.3862420897174324e-08,
    -2.8971469540034255e-09,
    -8.730632364169389e-10,
    5.901040472429391e-11,
    2.3451343691920643e-11,
    -1.824414494427617e-12,
    -6.611841844926125e-13,
    7.450141097478028e-14,
    1.862474171421658e-14,
    -3.3525938120451953e-15,
    -4.680314976693701e-16,
    1.5019979339981406e-16,
    6.917882907537385e-18
  };

  private ErrorFunction() {}

  /** 2/√π times the integral of exp(-t²) from 0 to x. */
  static double of(double x) {
    double size = Math.abs(x);
    if (size <= 1) {
      return x + x * sum(NEAR, 2 * x * x - 1);
    }
    return Math.copySign(1 - tail(size), x);
  }

  /** 1 - erf(x), without the cancellation where x is large. */
  static double complement(double x) {
    if (Math.abs(x) <= 0.5) {
      return 1 - of(x);
    }
    if (x < 0) {
      return 2 - complement(-x);
    }
    // Up to 1 at most two bits cancel, and half is taken off exactly.
    return x <= 1 ? 0.5 - (x - 0.5) - x * sum(NEAR, 2 * x * x - 1) : tail(x);
  }

  /** The share of a standard normal distribution that lies below x: erfc(-x/√2)/2. */
  static double normalBelow(double x) {
    double scaled = -x * Irrational.ROOT_HALF;
    double below = 0.5 * complement(scaled);
    if (scaled < 1 || below == 0) {
      return below;
    }
    // Out here the slope of log erfc(z) is about -2z: what rounding -x/√2 lost would show.
    double lost = Math.fma(-x, Irrational.ROOT_HALF, -scaled) - x * Irrational.ROOT_HALF_REST;
    return below - below * 2 * scaled * lost;
  }

  /** erfc(x) where x is 1 or more. */
  private static double tail(double x) {
    if (x > 28) {
      return 0;
    }
    // The square of the leading bits is exact, so that exp sees no rounded square.
    double leading = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xffffffff_00000000L);
    double rest = (leading - x) * (leading + x);
    double scaled = sum(FAR, 2 * (1 + SHIFT) / (x + SHIFT) - 1) / (x + SHIFT);
    return StrictMath.exp(-leading * leading) * StrictMath.exp(rest) * scaled;
  }

  /** A Chebyshev series at t, by Clenshaw's recurrence. */
  private static double sum(double[] coefficients, double t) {
    double next = 0;
    double afterNext = 0;
    for (int k = coefficients.length - 1; k > 0; k--) {
      double current = 2 * t * next - afterNext + coefficients[k];
      afterNext = next;
      next = current;
    }
    return t * next - afterNext + coefficients[0];
  }
}
