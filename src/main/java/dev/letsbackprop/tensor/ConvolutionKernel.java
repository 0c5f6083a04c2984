package dev.letsbackprop.tensor;

/**
 * Convolutions of batches of planes in groups of channels.
 *
 * <p>One sum of x·w·y over every window: which of the three it is read for makes the convolution or
 * one of its two gradients.
 */
public final class ConvolutionKernel {
  private ConvolutionKernel() {}

  /** A row of places at which an element of the window meets a row of x and a row of y. */
  private interface Meeting {
    void row(int x, int stride, int w, int y, int count);
  }

  /** y[…] += x·w over each window. */
  public static Tensor convolve(Shape y, Tensor x, Tensor w, Window window, int groups) {
    double[] from = x.elements();
    double[] weights = w.elements();
    double[] to = Tensor.allocate(y);
    meet(
        x.shape(),
        w.shape(),
        y,
        window,
        groups,
        (i, stride, k, j, count) -> {
          double weight = weights[k];
          for (int step = 0; step < count; step++) {
            to[j + step] += weight * from[i + step * stride];
          }
        });
    return Tensor.adopt(y, to);
  }

  /** x[…] += y·w: each element of y spread over its window. */
  public static Tensor spread(Shape x, Tensor w, Tensor y, Window window, int groups) {
    double[] from = y.elements();
    double[] weights = w.elements();
    double[] to = Tensor.allocate(x);
    meet(
        x,
        w.shape(),
        y.shape(),
        window,
        groups,
        (i, stride, k, j, count) -> {
          double weight = weights[k];
          for (int step = 0; step < count; step++) {
            to[i + step * stride] += weight * from[j + step];
          }
        });
    return Tensor.adopt(x, to);
  }

  /** w[…] += x·y over all places. */
  public static Tensor correlate(Shape w, Tensor x, Tensor y, Window window, int groups) {
    double[] from = x.elements();
    double[] other = y.elements();
    double[] to = Tensor.allocate(w);
    meet(
        x.shape(),
        w,
        y.shape(),
        window,
        groups,
        (i, stride, k, j, count) -> {
          double sum = 0;
          for (int step = 0; step < count; step++) {
            sum += from[i + step * stride] * other[j + step];
          }
          to[k] += sum;
        });
    return Tensor.adopt(w, to);
  }

  private static void meet(Shape x, Shape w, Shape y, Window window, int groups, Meeting meeting) {
    int outputs = w.side(0);
    int inputs = w.side(1);
    for (int image = 0; image < x.side(0); image++) {
      for (int output = 0; output < outputs; output++) {
        int group = output / (outputs / groups);
        int to = (image * outputs + output) * y.side(2);
        for (int input = 0; input < inputs; input++) {
          Cancellation.check();
          int from = ((image * groups + group) * inputs + input) * x.side(2);
          int weight = (output * inputs + input) * window.height() * window.width();
          plane(x, from, weight, y, to, window, meeting);
        }
      }
    }
  }

  /**
   * One plane of x, whose first row is {@code from}, with one of y.
   *
   * <p>The innermost loop runs over places, so it has neither branches nor padding.
   */
  private static void plane(
      Shape x, int from, int weight, Shape y, int to, Window window, Meeting meeting) {
    for (int row = 0; row < window.height(); row++) {
      for (int down = 0; down < y.side(2); down++) {
        int at = window.row(down, row);
        if (at < 0 || at >= x.side(2)) {
          continue;
        }
        for (int column = 0; column < window.width(); column++) {
          int first = window.firstAcross(column);
          int end = window.endAcross(column, x.side(3), y.side(3));
          if (first < end) {
            meeting.row(
                (from + at) * x.side(3) + window.column(first, column),
                window.strideColumns(),
                weight + row * window.width() + column,
                (to + down) * y.side(3) + first,
                end - first);
          }
        }
      }
    }
  }
}
