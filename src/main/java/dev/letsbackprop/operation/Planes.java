package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Window;
import java.util.random.RandomGenerator;

/** What operations on {@code [batch, channels, height, width]} have in common. */
final class Planes {
  private Planes() {}

  /**
   * A window of that size, checked.
   *
   * @throws Misuse where a size, stride or dilation is below 1 or a padding below 0
   */
  static Window window(Pair size, Pair stride, Pair padding, Pair dilation) {
    return new Window(
        size.atLeast(1, "size").rows(),
        size.columns(),
        stride.atLeast(1, "stride").rows(),
        stride.columns(),
        padding.atLeast(0, "padding").rows(),
        padding.columns(),
        dilation.atLeast(1, "dilation").rows(),
        dilation.columns());
  }

  /**
   * The same shape.
   *
   * @throws Misuse where it does not have four axes
   */
  static Shape check(Shape shape) {
    if (shape.rank() != 4) {
      throw Misuse.ofInputs(
          "Expected [batch, channels, height, width], found shape " + shape + ".");
    }
    return shape;
  }

  /**
   * The shape of what a window gives at each of its places.
   *
   * @throws Misuse where it does not fit
   */
  static Shape places(Shape x, int channels, Window window) {
    int down = window.placesDown(x.side(2));
    int across = window.placesAcross(x.side(3));
    if (down < 1 || across < 1) {
      throw Misuse.ofInputs(
          "A window of "
              + window.height()
              + " × "
              + window.width()
              + " does not fit into planes of "
              + x.side(2)
              + " × "
              + x.side(3)
              + " with their padding.");
    }
    return Shape.of(x.side(0), channels, down, across);
  }

  /**
   * The shape {@code result}.
   *
   * @throws Misuse where {@code found} is not {@code expected}
   */
  static Shape expect(Shape found, Shape expected, Shape result) {
    if (!found.equals(expected)) {
      throw Misuse.ofInputs("Expected an input of shape " + expected + ", found " + found + ".");
    }
    return result;
  }

  /**
   * How many channels so many groups of them are.
   *
   * @throws Misuse where an axis cannot have so many, which without outputs nothing else forbids
   */
  static int channels(int each, int groups) {
    if ((long) each * groups > Integer.MAX_VALUE) {
      throw Misuse.ofAttribute("groups", groups + " groups of " + each + " channels are too many.");
    }
    return each * groups;
  }

  static Pair pair(RandomGenerator random, int least, int most) {
    return new Pair(random.nextInt(least, most + 1), random.nextInt(least, most + 1));
  }

  /** Planes that are large enough for a window of two dilated rows and columns. */
  static Shape drawn(RandomGenerator random, int channels) {
    return Shape.of(random.nextInt(1, 3), channels, random.nextInt(3, 5), random.nextInt(3, 5));
  }

  /** The rows and columns of x beyond the last that a window meets at so many places. */
  static Pair rest(Shape places, Window window, Shape x) {
    return new Pair(
        x.side(2) - spanned(places.side(2), window, true),
        x.side(3) - spanned(places.side(3), window, false));
  }

  /** The least side over which a window has that many places. */
  static int spanned(int places, Window window, boolean down) {
    long side =
        down
            ? (places - 1L) * window.strideRows()
                - 2L * window.paddingRows()
                + (long) window.dilationRows() * (window.height() - 1)
                + 1
            : (places - 1L) * window.strideColumns()
                - 2L * window.paddingColumns()
                + (long) window.dilationColumns() * (window.width() - 1)
                + 1;
    return (int) Math.min(side, Integer.MAX_VALUE / 2);
  }

  /** One product for each element of y and weight of its output, whichever of them is asked for. */
  static long products(Shape y, Shape w) {
    return Shape.times(y.extent(), w.extent() / Math.max(1, w.side(0)));
  }
}
