package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "zz, x z, z",
    "mulitply, add multiply, multiply",
    "OUTPUT, outputs output, output",
    "outptu, nodes output, output",
    "abcdef, abcfed abcdxf, abcdxf",
    "ab, cb ac, cb",
    "αβδγ, αβγδ, αβγδ",
  })
  void theNearestWordIsSuggested(String word, String known, String suggested) {
    assertThat(Suggestion.didYouMean(word, List.of(known.split(" "))))
        .isEqualTo(" Did you mean '" + suggested + "'?");
  }

  @Test
  void spacesDoNotCount() {
    assertThat(Suggestion.didYouMean("x**2", List.of("x", "x ** 2", "y")))
        .isEqualTo(" Did you mean 'x ** 2'?");
    assertThat(Suggestion.didYouMean("a * b", List.of("ab", "a*b")))
        .isEqualTo(" Did you mean 'a*b'?");
  }

  @ParameterizedTest
  @CsvSource({"w, x", "abcdef, abcxyz", "abcd, abxy", "'', x", "relu, softmax"})
  void farWordsAreNotSuggested(String word, String known) {
    assertThat(Suggestion.didYouMean(word, List.of(known))).isEmpty();
  }

  @Test
  void longWordsAndWordsFarDownTheListAreNotLookedAt() {
    String longest = "a".repeat(64);
    assertThat(Suggestion.didYouMean(longest, List.of(longest + "b"))).isEmpty();
    assertThat(Suggestion.didYouMean(longest + "b", List.of(longest))).isEmpty();
    assertThat(Suggestion.didYouMean(longest, List.of("a".repeat(63)))).isNotEmpty();
    // A letter that becomes two when it is folded must not run over the end.
    assertThat(Suggestion.didYouMean("İ".repeat(64), List.of("İ".repeat(64)))).isEmpty();

    List<String> many = Collections.nCopies(4_000, "nothing");
    assertThat(Suggestion.didYouMean("output", plus(many, "output"))).isEmpty();
    assertThat(Suggestion.didYouMean("output", plus(many.subList(1, 4_000), "output")))
        .isNotEmpty();
  }

  private static List<String> plus(List<String> words, String last) {
    List<String> all = new ArrayList<>(words);
    all.add(last);
    return all;
  }

  @Test
  void distancesAreThoseOfTheTextbook() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String a = word(random, 1 + random.nextInt(i % 10 == 0 ? 64 : 8));
      String b = word(random, random.nextInt(i % 10 == 0 ? 64 : 8));
      assertThat(new EditDistance(a).to(b)).as("%s to %s", a, b).isEqualTo(textbook(a, b));
    }
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append("abcß".charAt(random.nextInt(4)));
    }
    return word.toString();
  }

  private static int textbook(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best =
            Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + other);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        steps[i][j] = swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
      }
    }
    return steps[a.length()][b.length()];
  }
}
