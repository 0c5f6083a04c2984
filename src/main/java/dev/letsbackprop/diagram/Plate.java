package dev.letsbackprop.diagram;

import static dev.letsbackprop.diagram.SvgWriter.coordinate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value above its wire and a gradient below it: numbers as they are, a tensor as its shape and a
 * map of its entries, the darker the farther from zero.
 */
record Plate(@Nullable Thumbnail value, @Nullable Thumbnail gradient) {
  private static final double NUMBER = 12;
  private static final double SHAPE = 9.5;

  /** Between the wire and what stands above or below it. */
  private static final double AIR = 5;

  /** How many shades a map has on each side of zero. */
  private static final int SHADES = 4;

  /** The room that it takes along the wire. */
  double width() {
    return Math.max(width(value), width(gradient));
  }

  private static double width(@Nullable Thumbnail shown) {
    if (shown == null) {
      return 0;
    }
    return shown.isNumber()
        ? Lettering.width(shown.number(), NUMBER)
        : Math.max(Lettering.width(shown.sides(), SHAPE), shown.columns() * cell(shown));
  }

  double above() {
    if (value == null) {
      return 0;
    }
    return AIR + (value.isNumber() ? NUMBER : mapHeight(value) + 2 + SHAPE);
  }

  double below() {
    if (gradient == null) {
      return 0;
    }
    return AIR + (gradient.isNumber() ? NUMBER : mapHeight(gradient));
  }

  private static double mapHeight(Thumbnail tensor) {
    return tensor.rows() * cell(tensor);
  }

  private static double cell(Thumbnail tensor) {
    return Math.max(tensor.rows(), tensor.columns()) > 4 ? 5 : 8;
  }

  /**
   * Draws both.
   *
   * @param id what their ids end with
   * @param x the middle
   * @param y the wire
   */
  void draw(SvgWriter svg, String id, double x, double y) {
    if (value != null) {
      svg.open("g", "id", "v" + id, "class", "value");
      if (value.isNumber()) {
        svg.open("text", "x", x, "y", y - AIR).text(value.number()).close("text");
      } else {
        double top = y - AIR - mapHeight(value);
        svg.open("text", "class", "shape", "x", x, "y", top - 3);
        svg.text(value.sides()).close("text");
        map(svg, value, x, top);
      }
      svg.close("g");
    }
    if (gradient != null) {
      svg.open("g", "id", "g" + id, "class", "gradient");
      if (gradient.isNumber()) {
        svg.open("text", "x", x, "y", y + AIR + 0.8 * NUMBER).text(gradient.number()).close("text");
      } else {
        map(svg, gradient, x, y + AIR);
      }
      svg.close("g");
    }
  }

  /** The cells of one shade are one path, so that a picture of many tensors stays small. */
  private static void map(SvgWriter svg, Thumbnail tensor, double x, double top) {
    double side = cell(tensor);
    double left = x - tensor.columns() * side / 2;
    double scale = scale(tensor.cells());
    Map<String, StringBuilder> paths = new TreeMap<>();
    String square = "h" + coordinate(side) + "v" + coordinate(side) + "h" + coordinate(-side) + "z";
    for (int at = 0; at < tensor.cells().size(); at++) {
      int row = at / tensor.columns();
      int column = at % tensor.columns();
      paths
          .computeIfAbsent(shade(tensor.cells().get(at), scale), shade -> new StringBuilder())
          .append('M')
          .append(coordinate(left + column * side))
          .append(' ')
          .append(coordinate(top + row * side))
          .append(square);
    }
    paths.forEach((shade, path) -> svg.empty("path", "class", "cell " + shade, "d", path));
  }

  private static double scale(List<Double> cells) {
    double most = 0;
    for (double cell : cells) {
      most = Double.isFinite(cell) ? Math.max(most, Math.abs(cell)) : most;
    }
    return most;
  }

  /**
   * {@code p} above zero, {@code m} below, and with it {@code s1} to {@code s3} where it is not the
   * darkest; {@code nan} for what is no number.
   */
  private static String shade(double cell, double scale) {
    if (Double.isNaN(cell)) {
      return "nan";
    }
    if (cell == 0) {
      return "zero";
    }
    double share = Math.min(1, Math.abs(cell) / scale);
    int shade = Math.max(1, (int) Math.ceil(share * SHADES));
    return (cell < 0 ? "m" : "p") + (shade == SHADES ? "" : " s" + shade);
  }
}
