package dev.letsbackprop.diagram.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Boxes in columns, linked from each column to the next, and their arrangement.
 *
 * <p>A wire crosses a column in a place of its own, and bends only in the gaps between columns,
 * where nothing stands: so it never runs through a box.
 */
public final class Network {
  /** The room between boxes of a column, and between a box and a wire that passes. */
  private static final double SPACE = 10;

  /** Half the room that a wire itself takes. */
  private static final double WIRE = 3;

  private static final double NARROWEST_GAP = 22;
  private static final double WIDEST_GAP = 90;

  private final List<List<Item>> columns = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private double[] lefts = new double[0];
  private double[] widths = new double[0];

  /** A network without boxes. */
  public Network(int columns) {
    for (int column = 0; column < columns; column++) {
      this.columns.add(new ArrayList<>());
    }
  }

  /** Adds a box below those of its column. */
  public Item box(int column, double width, double above, double below) {
    return add(new Item(items.size(), column, width, above, below, false));
  }

  /** Adds a place where a wire passes a column. */
  public Item passage(int column) {
    return add(new Item(items.size(), column, 0, WIRE, WIRE, true));
  }

  private Item add(Item item) {
    List<Item> column = columns.get(item.column());
    item.order(column.size());
    column.add(item);
    items.add(item);
    return item;
  }

  /**
   * Links a box to one of the next column; links that arrive at the same box come from its
   * uppermost port to its lowest.
   *
   * @param port how far below the middle of the box it arrives
   */
  public Link connect(Item from, Item to, double port) {
    if (to.column() != from.column() + 1) {
      throw new IllegalArgumentException("a link leads to the next column");
    }
    Link link = new Link(from, to, port, to.in().size());
    from.out().add(link);
    to.in().add(link);
    return link;
  }

  /** Orders the columns, and gives each box its place. */
  public void arrange() {
    new Ordering(columns).improve();
    Placement.place(columns, items);
    lefts = new double[columns.size()];
    widths = new double[columns.size()];
    double x = 0;
    for (int column = 0; column < lefts.length; column++) {
      lefts[column] = x;
      for (Item item : columns.get(column)) {
        widths[column] = Math.max(widths[column], item.width());
      }
      x += widths[column] + gap(column);
    }
  }

  /** Wide enough that no wire is steep, within reason. */
  private double gap(int column) {
    double steepest = 0;
    for (Item item : columns.get(column)) {
      for (Link link : item.out()) {
        steepest = Math.max(steepest, Math.abs(link.to().y() + link.port() - item.y()));
      }
    }
    return Math.min(WIDEST_GAP, NARROWEST_GAP + steepest / 4);
  }

  /** The room that two neighbours of a column need between their wires. */
  static double separation(Item upper, Item lower) {
    return upper.below() + SPACE + lower.above();
  }

  public double left(int column) {
    return lefts[column];
  }

  public double right(int column) {
    return lefts[column] + widths[column];
  }

  /** The least height that a box reaches up to. */
  public double top() {
    return items.stream().mapToDouble(item -> item.y() - item.above()).min().orElse(0);
  }

  public double bottom() {
    return items.stream().mapToDouble(item -> item.y() + item.below()).max().orElse(0);
  }

  /** How often wires cross. */
  public long crossings() {
    return Crossings.count(columns);
  }
}
