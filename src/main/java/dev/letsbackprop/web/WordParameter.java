package dev.letsbackprop.web;

import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter of the query that is one of the words of an enum. */
final class WordParameter {
  private WordParameter() {}

  /**
   * What was asked for.
   *
   * @throws BadParameter where it is none of the words
   */
  static <E extends Enum<E>> E read(String parameter, String asked, Class<E> type) {
    E found = find(asked, type);
    if (found == null) {
      List<String> words = Choices.words(type);
      throw new BadParameter(
          "The parameter '"
              + parameter
              + "' is one of "
              + String.join(", ", words)
              + ", not "
              + Words.quote(asked)
              + "."
              + Suggestion.didYouMean(asked, words));
    }
    return found;
  }

  static <E extends Enum<E>> @Nullable E find(String word, Class<E> type) {
    return EnumSet.allOf(type).stream()
        .filter(constant -> Choices.word(constant).equals(word))
        .findFirst()
        .orElse(null);
  }
}
