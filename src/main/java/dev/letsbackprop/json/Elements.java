package dev.letsbackprop.json;

import java.util.Arrays;

/** The elements of a tensor as they come in: stored up to a limit, counted beyond it. */
final class Elements {
  private final int most;
  private double[] elements = new double[8];
  private long count;

  Elements(int most) {
    this.most = most;
  }

  void add(double element) {
    if (count < elements.length) {
      elements[(int) count] = element;
    } else if (count < most) {
      grow();
      elements[(int) count] = element;
    }
    count++;
  }

  private void grow() {
    long doubled = 2L * elements.length;
    elements = Arrays.copyOf(elements, (int) Math.min(doubled, most));
  }

  long count() {
    return count;
  }

  /** All of them, which must not be more than the limit. */
  double[] toArray() {
    int length = Math.toIntExact(count);
    return length == elements.length ? elements : Arrays.copyOf(elements, length);
  }
}
