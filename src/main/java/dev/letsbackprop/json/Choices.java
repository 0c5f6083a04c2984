package dev.letsbackprop.json;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words that the constants of an enum are in JSON: their names in lower case. */
public final class Choices {
  private Choices() {}

  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The constant of that word, or null. */
  public static <E extends Enum<E>> @Nullable E find(Class<E> type, String word) {
    return EnumSet.allOf(type).stream()
        .filter(constant -> word(constant).equals(word))
        .findFirst()
        .orElse(null);
  }

  /** All words of an enum, in its order. */
  public static <E extends Enum<E>> List<String> words(Class<E> type) {
    return EnumSet.allOf(type).stream().map(Choices::word).toList();
  }
}
