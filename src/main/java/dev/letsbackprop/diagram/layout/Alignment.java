package dev.letsbackprop.diagram.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One of the four ways of aligning boxes in blocks that a straight wire runs through: from column
 * to column rightward or leftward, and within a column downward or upward.
 *
 * <p>All is worked out downward; upward it is the same picture upside down.
 */
final class Alignment {
  private final List<List<Item>> columns;
  private final boolean rightward;
  private final boolean downward;

  /** The first box of the block that a box is in. */
  private final Item[] roots;

  /** How far below the first box of its block it stands. */
  private final double[] shifts;

  Alignment(List<List<Item>> inOrder, int items, boolean rightward, boolean downward) {
    this.rightward = rightward;
    this.downward = downward;
    this.columns = new ArrayList<>();
    this.roots = new Item[items];
    this.shifts = new double[items];
    for (List<Item> column : inOrder) {
      List<Item> turned = new ArrayList<>(column);
      if (!downward) {
        Collections.reverse(turned);
      }
      columns.add(turned);
      column.forEach(item -> roots[item.index()] = item);
    }
    if (!rightward) {
      Collections.reverse(columns);
    }
  }

  boolean isDownward() {
    return downward;
  }

  /** The height of each box, by its index. */
  double[] heights() {
    Set<Link> crossed = crossedByLongWires();
    columns.forEach(column -> align(column, crossed));
    double[] blocks = compact();
    double[] heights = new double[shifts.length];
    for (int at = 0; at < heights.length; at++) {
      double height = blocks[roots[at].index()] + shifts[at];
      heights[at] = downward ? height : -height;
    }
    return heights;
  }

  private int place(Item item) {
    return downward ? item.order() : -item.order();
  }

  private List<Link> links(Item item) {
    return rightward ? item.in() : item.out();
  }

  private Item other(Link link) {
    return rightward ? link.from() : link.to();
  }

  /** How far below the box of the column before a box stands, where the link is straight. */
  private double drop(Link link) {
    return rightward == downward ? -link.port() : link.port();
  }

  /** A link that crosses a stretch of a long wire gives way to it. */
  private Set<Link> crossedByLongWires() {
    Set<Link> crossed = new HashSet<>();
    for (List<Item> column : columns) {
      int from = 0;
      double above = Double.NEGATIVE_INFINITY;
      for (int at = 0; at < column.size(); at++) {
        List<Link> inner = links(column.get(at)).stream().filter(Link::isInner).toList();
        if (inner.isEmpty() && at < column.size() - 1) {
          continue;
        }
        double below = inner.isEmpty() ? Double.POSITIVE_INFINITY : place(other(inner.get(0)));
        for (Item item : column.subList(from, at + 1)) {
          for (Link link : links(item)) {
            int origin = place(other(link));
            if ((origin < above || origin > below) && !link.isInner()) {
              crossed.add(link);
            }
          }
        }
        from = at + 1;
        above = below;
      }
    }
    return crossed;
  }

  /** Aligns each box of a column with a median of its neighbours, unless wires would cross. */
  private void align(List<Item> column, Set<Link> crossed) {
    double last = Double.NEGATIVE_INFINITY;
    for (Item item : column) {
      List<Link> links = new ArrayList<>(links(item));
      links.sort(Comparator.comparingInt(link -> place(other(link))));
      boolean aligned = false;
      int middle = links.size() / 2;
      for (int at = (links.size() - 1) / 2; at <= middle && at < links.size(); at++) {
        Link link = links.get(at);
        Item other = other(link);
        if (!aligned && place(other) > last && !crossed.contains(link)) {
          roots[item.index()] = roots[other.index()];
          shifts[item.index()] = shifts[other.index()] + drop(link);
          last = place(other);
          aligned = true;
        }
      }
    }
  }

  /** A block must stay that far below another. */
  private record Bound(int upper, int lower, double distance) {}

  /**
   * The height of each block: first as high as can be, and then as low as what is below lets it.
   */
  private double[] compact() {
    List<List<Bound>> above = lists();
    List<List<Bound>> below = lists();
    for (List<Item> column : columns) {
      for (int at = 1; at < column.size(); at++) {
        Item upper = column.get(at - 1);
        Item lower = column.get(at);
        double separation =
            downward ? Network.separation(upper, lower) : Network.separation(lower, upper);
        Bound bound =
            new Bound(
                roots[upper.index()].index(),
                roots[lower.index()].index(),
                separation + shifts[upper.index()] - shifts[lower.index()]);
        above.get(bound.lower()).add(bound);
        below.get(bound.upper()).add(bound);
      }
    }
    List<Integer> blocks = fromTop(above, below);
    double[] heights = new double[roots.length];
    for (int block : blocks) {
      for (Bound bound : above.get(block)) {
        heights[block] = Math.max(heights[block], heights[bound.upper()] + bound.distance());
      }
    }
    Collections.reverse(blocks);
    for (int block : blocks) {
      double lowest = Double.POSITIVE_INFINITY;
      for (Bound bound : below.get(block)) {
        lowest = Math.min(lowest, heights[bound.lower()] - bound.distance());
      }
      if (lowest < Double.POSITIVE_INFINITY) {
        heights[block] = Math.max(heights[block], lowest);
      }
    }
    return heights;
  }

  private List<List<Bound>> lists() {
    List<List<Bound>> lists = new ArrayList<>(roots.length);
    Arrays.stream(roots).forEach(root -> lists.add(new ArrayList<>()));
    return lists;
  }

  /** The blocks, each after all that are above it. */
  private List<Integer> fromTop(List<List<Bound>> above, List<List<Bound>> below) {
    int[] waiting = above.stream().mapToInt(List::size).toArray();
    ArrayDeque<Integer> ready = new ArrayDeque<>();
    for (int item = 0; item < roots.length; item++) {
      if (roots[item].index() == item && waiting[item] == 0) {
        ready.add(item);
      }
    }
    List<Integer> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      int block = ready.remove();
      order.add(block);
      for (Bound bound : below.get(block)) {
        waiting[bound.lower()]--;
        if (waiting[bound.lower()] == 0) {
          ready.add(bound.lower());
        }
      }
    }
    return order;
  }
}
