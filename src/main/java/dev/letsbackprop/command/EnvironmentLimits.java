package dev.letsbackprop.command;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import java.util.Locale;
import java.util.Map;

/** Limits as variables of the environment set them, by the names that the service knows as well. */
final class EnvironmentLimits {
  private EnvironmentLimits() {}

  /**
   * Those of an environment, such as {@code LETSBACKPROP_LIMITS_MODEL_NODES=1000}.
   *
   * @throws Failure where what is set is no number, or too large a one
   */
  static Limits of(Map<String, String> environment) {
    Limits limits = Limits.DEFAULT;
    for (Limit limit : Limit.values()) {
      String variable = variable(limit);
      String set = environment.get(variable);
      if (set != null) {
        try {
          limits = limits.with(Map.of(limit.word(), set));
        } catch (IllegalArgumentException e) {
          throw Failure.of("A limit is not set right", variable + ": " + e.getMessage());
        }
      }
    }
    return limits;
  }

  private static String variable(Limit limit) {
    return "LETSBACKPROP_LIMITS_" + limit.word().toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
