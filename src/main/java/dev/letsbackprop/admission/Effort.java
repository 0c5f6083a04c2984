package dev.letsbackprop.admission;

/**
 * What work takes, by an estimate that is rather too high than too low.
 *
 * @param bytes of memory, for all objects that it holds at once
 * @param micros microseconds of one processor, on a machine of no particular kind
 */
public record Effort(long bytes, long micros) {
  public static final Effort NOTHING = new Effort(0, 0);

  /** Both together; a sum that does not fit a long is {@link Long#MAX_VALUE}. */
  public Effort plus(Effort other) {
    return new Effort(sum(bytes, other.bytes), sum(micros, other.micros));
  }

  /** As often; a product that does not fit a long is {@link Long#MAX_VALUE}. */
  public Effort times(long factor) {
    return new Effort(product(bytes, factor), product(micros, factor));
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private static long product(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
  }
}
