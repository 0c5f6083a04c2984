package dev.letsbackprop.json;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the steps of optimal string alignment from one word to others: a character more, less or
 * other, or two neighbours swapped.
 *
 * <p>Bit-parallel after Hyyrö (2003), a whole column of the usual table in one long: a hundred
 * misspelt words against thousands of long ones took seconds with the table and take milliseconds
 * so. Bit i of a vector speaks of the step from row i to row i + 1 of the column.
 */
final class EditDistance {
  /** The longest word whose column fits a long. */
  static final int LONGEST = Long.SIZE;

  private final int length;
  private final long[] ascii = new long[128];
  private final Map<Character, Long> others = new HashMap<>();

  /** Steps from this word, which is not empty and not too long. */
  EditDistance(String word) {
    this.length = word.length();
    for (int i = 0; i < length; i++) {
      char character = word.charAt(i);
      if (character < ascii.length) {
        ascii[character] |= 1L << i;
      } else {
        others.merge(character, 1L << i, (a, b) -> a | b);
      }
    }
  }

  /** Steps to another word, of any length. */
  int to(String other) {
    long last = 1L << (length - 1);
    long increases = -1;
    long decreases = 0;
    long diagonals = 0;
    long matchesBefore = 0;
    int steps = length;
    for (int j = 0; j < other.length(); j++) {
      long matches = places(other.charAt(j));
      long swaps = ((~diagonals & matches) << 1) & matchesBefore;
      diagonals = (((matches & increases) + increases) ^ increases) | matches | decreases | swaps;
      long rises = decreases | ~(diagonals | increases);
      long falls = diagonals & increases;
      if ((rises & last) != 0) {
        steps++;
      }
      if ((falls & last) != 0) {
        steps--;
      }
      rises = (rises << 1) | 1;
      increases = (falls << 1) | ~(diagonals | rises);
      decreases = rises & diagonals;
      matchesBefore = matches;
    }
    return steps;
  }

  /** A bit for each place of the word where the character stands. */
  private long places(char character) {
    return character < ascii.length ? ascii[character] : others.getOrDefault(character, 0L);
  }
}
