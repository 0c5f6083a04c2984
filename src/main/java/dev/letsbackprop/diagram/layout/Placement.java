package dev.letsbackprop.diagram.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The height of each box, after Brandes and Köpf: aligned with a median neighbour towards each of
 * the four corners, and of the four heights the mean of the middle two.
 */
final class Placement {
  private Placement() {}

  /** Places the boxes of columns whose order stands. */
  static void place(List<List<Item>> columns, List<Item> items) {
    List<double[]> layouts = new ArrayList<>();
    List<Alignment> alignments = new ArrayList<>();
    for (boolean rightward : new boolean[] {true, false}) {
      for (boolean downward : new boolean[] {true, false}) {
        Alignment alignment = new Alignment(columns, items.size(), rightward, downward);
        alignments.add(alignment);
        layouts.add(alignment.heights());
      }
    }
    int smallest = 0;
    for (int at = 1; at < layouts.size(); at++) {
      smallest = extent(layouts.get(at)) < extent(layouts.get(smallest)) ? at : smallest;
    }
    double top = least(layouts.get(smallest));
    double bottom = most(layouts.get(smallest));
    for (int at = 0; at < layouts.size(); at++) {
      double[] heights = layouts.get(at);
      shift(
          heights, alignments.get(at).isDownward() ? top - least(heights) : bottom - most(heights));
    }
    for (Item item : items) {
      double[] four = layouts.stream().mapToDouble(each -> each[item.index()]).sorted().toArray();
      item.y((four[1] + four[2]) / 2);
    }
    columns.forEach(Placement::approach);
  }

  /** What only one wire leaves, and none reaches, comes as near to its target as there is room. */
  private static void approach(List<Item> column) {
    for (int at = 0; at < column.size(); at++) {
      Item item = column.get(at);
      if (item.in().isEmpty() && item.out().size() == 1) {
        Link link = item.out().get(0);
        double wish = link.to().y() + link.port();
        double least =
            at == 0
                ? Double.NEGATIVE_INFINITY
                : column.get(at - 1).y() + Network.separation(column.get(at - 1), item);
        double most =
            at == column.size() - 1
                ? Double.POSITIVE_INFINITY
                : column.get(at + 1).y() - Network.separation(item, column.get(at + 1));
        // Where rounding leaves no room at all it stays.
        item.y(least > most ? item.y() : Math.max(least, Math.min(most, wish)));
      }
    }
  }

  private static double extent(double[] heights) {
    return most(heights) - least(heights);
  }

  private static double least(double[] heights) {
    return Arrays.stream(heights).min().orElse(0);
  }

  private static double most(double[] heights) {
    return Arrays.stream(heights).max().orElse(0);
  }

  private static void shift(double[] heights, double by) {
    for (int at = 0; at < heights.length; at++) {
      heights[at] += by;
    }
  }
}
