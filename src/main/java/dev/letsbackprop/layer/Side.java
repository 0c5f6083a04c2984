package dev.letsbackprop.layer;

import dev.letsbackprop.tensor.Shape;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A side of a shape in letters: so many times a letter, over what an attribute says, such as {@code
 * 4H} or {@code C/groups}.
 */
record Side(int times, Letter letter, @Nullable String divisor) {
  static Side of(String text) {
    String[] parts = text.split("/", 2);
    String times = parts[0].replaceAll("\\D", "");
    return new Side(
        times.isEmpty() ? 1 : Integer.parseInt(times),
        Letter.valueOf(parts[0].replaceAll("\\d", "")),
        parts.length == 1 ? null : parts[1]);
  }

  /** Whether what it is divided by is known. */
  boolean isKnown(Map<String, Integer> attributes) {
    return divisor(attributes) > 0;
  }

  /** How many the letter counts where this side has that length; null where no whole number. */
  @Nullable Integer count(int length, Map<String, Integer> attributes) {
    return quotient(Shape.times(length, divisor(attributes)), times);
  }

  /** The length of this side where the letter counts so many; null where no whole number. */
  @Nullable Integer length(int count, Map<String, Integer> attributes) {
    return quotient(Shape.times(count, times), divisor(attributes));
  }

  private int divisor(Map<String, Integer> attributes) {
    return divisor == null ? 1 : attributes.getOrDefault(divisor, 1);
  }

  private static @Nullable Integer quotient(long number, int by) {
    return number % by == 0 && number / by <= Integer.MAX_VALUE
        ? (Integer) Math.toIntExact(number / by)
        : null;
  }

  @Override
  public String toString() {
    return (times == 1 ? "" : times) + letter.name() + (divisor == null ? "" : "/" + divisor);
  }
}
