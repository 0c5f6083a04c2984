package dev.letsbackprop.json;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which known word a misspelt one was meant to be.
 *
 * <p>The distance is that of optimal string alignment, where swapping two neighbours is one step,
 * and upper case does not count. The work is bounded, because both words may come from a stranger:
 * only the first {@value #MOST_WORDS} known words are looked at, and none over {@value
 * EditDistance#LONGEST} characters.
 */
public final class Suggestion {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int MOST_WORDS = 4_000;

  private Suggestion() {}

  /**
   * A sentence to append to a fault, such as {@code " Did you mean 'z'?"}, or nothing.
   *
   * <p>Of words equally near, the first of the collection is taken; a word with no character in
   * common is none.
   */
  public static String didYouMean(String word, Collection<String> known) {
    String nearest = nearest(word, known);
    return nearest == null ? "" : " Did you mean " + Words.quote(nearest) + "?";
  }

  private static @Nullable String nearest(String word, Collection<String> known) {
    String folded = word.toLowerCase(Locale.ROOT);
    if (folded.isEmpty() || folded.length() > EditDistance.LONGEST) {
      return null;
    }
    String bare = BLANKS.matcher(folded).replaceAll("");
    EditDistance distance = new EditDistance(folded);
    int bound = Math.max(1, folded.length() / 3);
    String nearest = null;
    int looked = 0;
    for (String candidate : known) {
      if (looked++ == MOST_WORDS) {
        break;
      }
      if (candidate.indexOf(' ') != folded.indexOf(' ')
          && candidate.length() <= EditDistance.LONGEST
          && BLANKS.matcher(candidate.toLowerCase(Locale.ROOT)).replaceAll("").equals(bare)) {
        // The same but for spaces, as steps of formulas are called by their text.
        return candidate;
      }
      int length = candidate.length();
      if (Math.abs(length - folded.length()) <= bound && length <= EditDistance.LONGEST) {
        int steps = distance.to(candidate.toLowerCase(Locale.ROOT));
        if (steps <= bound && steps < Math.max(length, folded.length())) {
          nearest = candidate;
          // Only a nearer word can win from here on.
          bound = steps - 1;
        }
      }
    }
    return nearest;
  }
}
