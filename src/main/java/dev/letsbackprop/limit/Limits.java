package dev.letsbackprop.limit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How much every request may need.
 *
 * <p>What a model needs is known from its shapes before a number is computed, and does not depend
 * on what else goes on: the same request always passes, or always fails.
 */
public final class Limits {
  /** What holds in a process where nothing is set. */
  public static final Limits DEFAULT = standard(Runtime.getRuntime().maxMemory());

  private final Map<Limit, Long> most;

  private Limits(Map<Limit, Long> most) {
    this.most = most;
  }

  private static Limits standard(long heap) {
    Map<Limit, Long> most = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      most.put(limit, limit.standard(heap));
    }
    return new Limits(most);
  }

  /**
   * Limits that are set by name, the others as they are here.
   *
   * @throws IllegalArgumentException with a sentence where a name is none, or a number
   */
  public Limits with(Map<String, String> settings) {
    Limits all = this;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      Limit limit = Limit.find(setting.getKey());
      if (limit == null) {
        throw new IllegalArgumentException(
            "There is no limit '%s'; there are %s."
                .formatted(
                    setting.getKey(),
                    String.join(
                        ", ", Arrays.stream(Limit.values()).map(Limit::word).sorted().toList())));
      }
      all = all.with(limit, number(limit, setting.getValue()));
    }
    return all;
  }

  /**
   * The same with another bound in one place.
   *
   * @throws IllegalArgumentException where it is no number of at least 0, or more than it may be
   */
  public Limits with(Limit limit, long bound) {
    if (bound < 0 || bound > limit.highest()) {
      throw refusal(limit, Long.toString(bound));
    }
    Map<Limit, Long> changed = new EnumMap<>(most);
    changed.put(limit, bound);
    return new Limits(changed);
  }

  private static long number(Limit limit, String text) {
    try {
      return Long.parseLong(text.strip().replace("_", ""));
    } catch (NumberFormatException e) {
      throw refusal(limit, text);
    }
  }

  private static IllegalArgumentException refusal(Limit limit, String found) {
    return new IllegalArgumentException(
        "The limit '%s' is a whole number from 0 to %d; found %s."
            .formatted(limit.word(), limit.highest(), found));
  }

  /** The bound in force. */
  public long of(Limit limit) {
    return Objects.requireNonNull(most.get(limit));
  }

  /** The bound in force, of a limit that is at most {@link Integer#MAX_VALUE}. */
  public int count(Limit limit) {
    return Math.toIntExact(of(limit));
  }

  /** How the sentence of a refusal begins: the limit and its bound. */
  public String told(Limit limit) {
    return "The limit '" + limit.word() + "' is " + of(limit);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Limits limits && most.equals(limits.most);
  }

  @Override
  public int hashCode() {
    return most.hashCode();
  }

  @Override
  public String toString() {
    return most.toString();
  }
}
