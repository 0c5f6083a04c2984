package dev.letsbackprop.diagram;

import static dev.letsbackprop.diagram.SvgWriter.coordinate;

/** The path of a wire: level through columns, bent only between them. */
final class WirePath {
  private final StringBuilder path = new StringBuilder();
  private double x;
  private double y;
  private boolean level;

  WirePath(double x, double y) {
    path.append('M').append(coordinate(x)).append(' ').append(coordinate(y));
    this.x = x;
    this.y = y;
  }

  /** Goes on to the right, levelly or in a curve that starts and ends so. */
  WirePath to(double right, double height) {
    if (coordinate(height).equals(coordinate(y))) {
      level |= right > x;
      x = right;
      return this;
    }
    settle();
    double middle = (x + right) / 2;
    path.append('C').append(coordinate(middle)).append(' ').append(coordinate(y));
    path.append(' ').append(coordinate(middle)).append(' ').append(coordinate(height));
    path.append(' ').append(coordinate(right)).append(' ').append(coordinate(height));
    x = right;
    y = height;
    return this;
  }

  private void settle() {
    if (level) {
      path.append('H').append(coordinate(x));
      level = false;
    }
  }

  @Override
  public String toString() {
    settle();
    return path.toString();
  }
}
