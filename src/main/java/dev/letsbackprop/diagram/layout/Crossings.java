package dev.letsbackprop.diagram.layout;

import java.util.Arrays;
import java.util.List;

/** Counts how often links cross, from the order of the columns alone. */
final class Crossings {
  private Crossings() {}

  /** All crossings. */
  static long count(List<List<Item>> columns) {
    long count = 0;
    for (int column = 1; column < columns.size(); column++) {
      count += before(columns.get(column), columns.get(column - 1).size());
    }
    return count;
  }

  /**
   * The crossings between a column and the one before it: pairs of links that arrive in the other
   * order than they leave in.
   */
  private static long before(List<Item> column, int origins) {
    // How many links so far leave at or above each place, as a Fenwick tree.
    int[] tree = new int[origins + 1];
    int links = 0;
    long count = 0;
    for (Item item : column) {
      for (Link link : item.in()) {
        int origin = link.from().order() + 1;
        int above = 0;
        for (int at = origin; at > 0; at -= at & -at) {
          above += tree[at];
        }
        count += links - above;
        for (int at = origin; at <= origins; at += at & -at) {
          tree[at]++;
        }
        links++;
      }
    }
    return count;
  }

  /** The crossings among the links of two items of a column, where the first is above. */
  static long between(Item upper, Item lower) {
    return pairs(origins(upper), origins(lower)) + pairs(targets(upper), targets(lower));
  }

  private static double[] origins(Item item) {
    double[] places = new double[item.in().size()];
    for (int at = 0; at < places.length; at++) {
      places[at] = item.in().get(at).from().order();
    }
    Arrays.sort(places);
    return places;
  }

  private static double[] targets(Item item) {
    double[] places = new double[item.out().size()];
    for (int at = 0; at < places.length; at++) {
      places[at] = item.out().get(at).target();
    }
    Arrays.sort(places);
    return places;
  }

  /** How many pairs are in the wrong order; both arrays are sorted. */
  private static long pairs(double[] upper, double[] lower) {
    long count = 0;
    int below = 0;
    for (double place : upper) {
      while (below < lower.length && lower[below] < place) {
        below++;
      }
      count += below;
    }
    return count;
  }
}
