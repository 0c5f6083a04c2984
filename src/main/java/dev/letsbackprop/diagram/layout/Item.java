package dev.letsbackprop.diagram.layout;

import java.util.ArrayList;
import java.util.List;

/** A box in a column, and the height at which wires run through it. */
public final class Item {
  private final int index;
  private final int column;
  private final double width;
  private final double above;
  private final double below;
  private final boolean passing;
  private final List<Link> in = new ArrayList<>();
  private final List<Link> out = new ArrayList<>();
  private int order;
  private double y;

  Item(int index, int column, double width, double above, double below, boolean passing) {
    this.index = index;
    this.column = column;
    this.width = width;
    this.above = above;
    this.below = below;
    this.passing = passing;
  }

  int index() {
    return index;
  }

  public int column() {
    return column;
  }

  double width() {
    return width;
  }

  /** How far the box reaches above the wire. */
  double above() {
    return above;
  }

  /** How far the box reaches below the wire. */
  double below() {
    return below;
  }

  /** Whether it is no more than a place where a wire passes a column. */
  boolean isPassing() {
    return passing;
  }

  /** The links that arrive, from the uppermost port to the lowest. */
  List<Link> in() {
    return in;
  }

  /** The links that leave, all from one point. */
  public List<Link> out() {
    return out;
  }

  /** Its place in its column, from the top. */
  int order() {
    return order;
  }

  void order(int place) {
    order = place;
  }

  /** The height of the wire. */
  public double y() {
    return y;
  }

  void y(double height) {
    y = height;
  }
}
