package dev.letsbackprop.diagram.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The order within each column that makes few wires cross: sweeps that put each box at the mean of
 * its neighbours, and exchanges of boxes side by side.
 */
final class Ordering {
  /** The most sweeps; a large network gets fewer. */
  private static final int SWEEPS = 32;

  /** About how many links all sweeps together may look at. */
  private static final int BUDGET = 1_000_000;

  /** The most rounds of exchanges after a sweep. */
  private static final int ROUNDS = 8;

  /** How many sweeps in a row may bring nothing. */
  private static final int PATIENCE = 10;

  private final List<List<Item>> columns;
  private List<List<Item>> best;
  private long fewest;
  private final int sweeps;
  private final int rounds;

  Ordering(List<List<Item>> columns) {
    this.columns = columns;
    this.best = copy();
    this.fewest = Crossings.count(columns);
    int links = columns.stream().flatMap(List::stream).mapToInt(item -> item.out().size()).sum();
    this.sweeps = Math.max(2, Math.min(SWEEPS, BUDGET / (links + 1)));
    this.rounds = Math.max(1, Math.min(ROUNDS, BUDGET / 8 / (links + 1)));
  }

  /** Puts the columns into the best order that was found. */
  void improve() {
    sweep();
    for (List<Item> order : List.of(walk(true), walk(false))) {
      int[] places = new int[order.size()];
      for (int place = 0; place < places.length; place++) {
        places[order.get(place).index()] = place;
      }
      for (int column = 0; column < columns.size(); column++) {
        List<Item> items = new ArrayList<>(columns.get(column));
        items.sort(Comparator.comparingInt(item -> places[item.index()]));
        assign(column, items);
      }
      keepIfBetter();
      sweep();
    }
    for (int column = 0; column < columns.size(); column++) {
      assign(column, best.get(column));
    }
  }

  /**
   * All items in the order in which a walk leaves them: back from the last column along the ports
   * from the top, which draws a tree without a crossing, or forward from the first.
   */
  private List<Item> walk(boolean back) {
    Set<Item> seen = new LinkedHashSet<>();
    List<List<Item>> starts = new ArrayList<>(columns);
    if (back) {
      Collections.reverse(starts);
    }
    for (List<Item> column : starts) {
      for (Item start : column) {
        Deque<Item> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
          Item item = open.pop();
          if (seen.add(item)) {
            List<Link> links = back ? item.in() : item.out();
            for (int at = links.size() - 1; at >= 0; at--) {
              open.push(back ? links.get(at).from() : links.get(at).to());
            }
          }
        }
      }
    }
    return List.copyOf(seen);
  }

  /** Sweeps from the order that stands. */
  private void sweep() {
    int idle = 0;
    for (int sweep = 0; sweep < sweeps && idle < PATIENCE && fewest > 0; sweep++) {
      // Of equals the upper stays above in two sweeps, and goes below in the next two.
      boolean swapEquals = sweep % 4 >= 2;
      if (sweep % 2 == 0) {
        for (int column = 1; column < columns.size(); column++) {
          sort(column, Ordering::meanOrigin, swapEquals);
        }
      } else {
        for (int column = columns.size() - 2; column >= 0; column--) {
          sort(column, Ordering::meanTarget, swapEquals);
        }
      }
      exchange();
      idle = keepIfBetter() ? 0 : idle + 1;
    }
  }

  private boolean keepIfBetter() {
    long crossings = Crossings.count(columns);
    if (crossings >= fewest) {
      return false;
    }
    fewest = crossings;
    best = copy();
    return true;
  }

  private List<List<Item>> copy() {
    return columns.stream().map(List::copyOf).toList();
  }

  private static double meanOrigin(Item item) {
    double sum = 0;
    for (Link link : item.in()) {
      sum += link.from().order();
    }
    return sum / item.in().size();
  }

  private static double meanTarget(Item item) {
    double sum = 0;
    for (Link link : item.out()) {
      sum += link.target();
    }
    return sum / item.out().size();
  }

  /** Sorts a column by a mean; what has none stays in its place. */
  private void sort(int column, ToDoubleFunction<Item> mean, boolean swapEquals) {
    List<Item> items = columns.get(column);
    @Nullable Item[] sorted = new @Nullable Item[items.size()];
    List<Keyed> movable = new ArrayList<>();
    for (Item item : items) {
      double key = mean.applyAsDouble(item);
      if (Double.isNaN(key)) {
        sorted[item.order()] = item;
      } else {
        movable.add(new Keyed(item, key));
      }
    }
    Comparator<Keyed> byKey = Comparator.comparingDouble(Keyed::key);
    movable.sort(
        swapEquals
            ? byKey.thenComparing(keyed -> keyed.item().order(), Comparator.reverseOrder())
            : byKey);
    int next = 0;
    List<Item> all = new ArrayList<>(items.size());
    for (Item fixed : sorted) {
      all.add(fixed == null ? movable.get(next++).item() : fixed);
    }
    assign(column, all);
  }

  private record Keyed(Item item, double key) {}

  private void assign(int column, List<Item> order) {
    List<Item> items = columns.get(column);
    for (int place = 0; place < order.size(); place++) {
      Item item = order.get(place);
      item.order(place);
      items.set(place, item);
    }
  }

  /** Exchanges neighbours while that saves crossings. */
  private void exchange() {
    boolean better = true;
    for (int round = 0; better && round < rounds; round++) {
      better = false;
      for (int column = 0; column < columns.size(); column++) {
        for (int place = 1; place < columns.get(column).size(); place++) {
          better |= exchange(columns.get(column), place);
        }
      }
    }
  }

  private static boolean exchange(List<Item> items, int place) {
    Item upper = items.get(place - 1);
    Item lower = items.get(place);
    if (Crossings.between(lower, upper) >= Crossings.between(upper, lower)) {
      return false;
    }
    items.set(place - 1, lower);
    items.set(place, upper);
    lower.order(place - 1);
    upper.order(place);
    return true;
  }
}
