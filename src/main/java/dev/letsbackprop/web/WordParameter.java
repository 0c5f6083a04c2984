package dev.letsbackprop.web;

import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import java.util.List;

/** A parameter of the query that is one of the words of an enum. */
final class WordParameter {
  private WordParameter() {}

  /**
   * What was asked for.
   *
   * @throws BadParameter where it is none of the words
   */
  static <E extends Enum<E>> E read(String parameter, String asked, Class<E> type) {
    E found = Choices.find(type, asked);
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
}
