package dev.letsbackprop.diagram.layout;

import java.util.Arrays;
import java.util.List;

/** Which layer each node of a graph stands in: right of all its inputs, and near its consumers. */
public final class Layers {
  private Layers() {}

  /**
   * The layer of each node, from 0; no layer is empty.
   *
   * @param inputs for each node the places of its inputs, all before its own
   */
  public static int[] of(List<int[]> inputs) {
    int[] layers = new int[inputs.size()];
    for (int node = 0; node < layers.length; node++) {
      for (int input : inputs.get(node)) {
        layers[node] = Math.max(layers[node], layers[input] + 1);
      }
    }
    moveToConsumers(inputs, layers);
    return withoutGaps(layers);
  }

  /**
   * Moves what is made early and used late to where it is used: a weight of the last layer does not
   * stand at the far left.
   *
   * <p>What has one step among its inputs only trades one wire for another, and its leaves follow.
   */
  private static void moveToConsumers(List<int[]> inputs, int[] layers) {
    int[] first = new int[layers.length];
    Arrays.fill(first, Integer.MAX_VALUE);
    for (int node = layers.length - 1; node >= 0; node--) {
      if (first[node] < Integer.MAX_VALUE && steps(inputs, inputs.get(node)) <= 1) {
        layers[node] = first[node] - 1;
      }
      for (int input : inputs.get(node)) {
        first[input] = Math.min(first[input], layers[node]);
      }
    }
  }

  private static long steps(List<int[]> inputs, int[] nodes) {
    return Arrays.stream(nodes).distinct().filter(node -> inputs.get(node).length > 0).count();
  }

  private static int[] withoutGaps(int[] layers) {
    int[] used = Arrays.stream(layers).distinct().sorted().toArray();
    return Arrays.stream(layers).map(layer -> Arrays.binarySearch(used, layer)).toArray();
  }
}
