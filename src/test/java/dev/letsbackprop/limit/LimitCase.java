package dev.letsbackprop.limit;

import java.util.function.Function;

/**
 * A request that needs a known amount of what a limit bounds.
 *
 * @param ask sends it under the limits that it is given, and tells the answer
 */
record LimitCase(Limit limit, long need, Function<Limits, String> ask) {
  @Override
  public String toString() {
    return limit.word() + ": " + need;
  }
}
