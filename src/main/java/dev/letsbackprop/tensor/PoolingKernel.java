package dev.letsbackprop.tensor;

/** Where in each window of each plane the largest element is. */
public final class PoolingKernel {
  private PoolingKernel() {}

  /** What stands in {@code from} where x is largest in each window. */
  public static Tensor pick(Shape y, Tensor from, Tensor x, Window window) {
    int[] places = largest(y, x, window);
    double[] elements = from.elements();
    double[] result = Tensor.allocate(y);
    for (int at = 0; at < result.length; at++) {
      result[at] = elements[places[at]];
    }
    return Tensor.adopt(y, result);
  }

  /** Zeros, and each element of y added where x is largest in its window. */
  public static Tensor spread(Tensor y, Tensor x, Window window) {
    int[] places = largest(y.shape(), x, window);
    double[] elements = y.elements();
    double[] result = Tensor.allocate(x.shape());
    for (int at = 0; at < places.length; at++) {
      result[places[at]] += elements[at];
    }
    return Tensor.adopt(x.shape(), result);
  }

  private static int[] largest(Shape y, Tensor x, Window window) {
    int[] places = new int[Math.toIntExact(y.size())];
    int height = x.shape().side(2);
    int width = x.shape().side(3);
    double[] elements = x.elements();
    for (int at = 0; at < places.length; at++) {
      if (at % y.side(3) == 0) {
        Cancellation.check();
      }
      int plane = at / (y.side(2) * y.side(3));
      int down = at / y.side(3) % y.side(2);
      places[at] = largest(elements, plane, height, width, window, down, at % y.side(3));
    }
    return places;
  }

  /** The first of the largest elements; one that is NaN counts as larger than all. */
  private static int largest(
      double[] x, int plane, int height, int width, Window window, int down, int across) {
    int best = -1;
    for (int i = 0; i < window.height(); i++) {
      int row = window.row(down, i);
      for (int j = 0; j < window.width(); j++) {
        int column = window.column(across, j);
        if (row < 0 || row >= height || column < 0 || column >= width) {
          continue;
        }
        int at = (plane * height + row) * width + column;
        if (best < 0 || x[at] > x[best] || (Double.isNaN(x[at]) && !Double.isNaN(x[best]))) {
          best = at;
        }
      }
    }
    return best;
  }
}
