package dev.letsbackprop.diagram.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers, orders and heights, on graphs whose best drawing mathematics knows. */
class NetworkTest {

  @Test
  void layersStandRightOfInputsAndNearConsumers() {
    // x, y, q = x + y, late, f = q * late: late stands beside q, not beside x.
    assertArrayEquals(
        new int[] {0, 0, 1, 1, 2},
        Layers.of(List.of(new int[0], new int[0], new int[] {0, 1}, new int[0], new int[] {2, 3})));
  }

  /** Three steps from x; from w one, which is used with the last of these: both stand near it. */
  @Test
  void aBranchMovesAsAWhole() {
    assertArrayEquals(
        new int[] {0, 1, 2, 3, 2, 3, 4},
        Layers.of(
            List.of(
                new int[0],
                new int[] {0},
                new int[] {1},
                new int[] {2},
                new int[0],
                new int[] {4},
                new int[] {3, 5})));
  }

  /** A tree whose boxes were added in any order is drawn without a crossing. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void treesAreDrawnWithoutCrossings(long seed) {
    int depth = 5;
    Network network = new Network(depth + 1);
    List<List<Item>> columns = new ArrayList<>();
    for (int column = 0; column <= depth; column++) {
      List<Item> items = new ArrayList<>();
      for (int at = 0; at < 1 << (depth - column); at++) {
        items.add(network.box(column, 40, 20, 20));
      }
      Collections.shuffle(items, new Random(seed + column));
      columns.add(items);
    }
    for (int column = 0; column < depth; column++) {
      for (int at = 0; at < columns.get(column).size(); at++) {
        network.connect(columns.get(column).get(at), columns.get(column + 1).get(at / 2), 0);
      }
    }
    network.arrange();
    assertEquals(0, network.crossings());
  }

  /** Every drawing of K(m, n) in two columns has m(m-1)/2 · n(n-1)/2 crossings. */
  @ParameterizedTest
  @CsvSource({"2, 2, 1", "3, 3, 9", "4, 5, 60"})
  void completeGraphs(int left, int right, long crossings) {
    Network network = new Network(2);
    List<Item> from = new ArrayList<>();
    for (int at = 0; at < left; at++) {
      from.add(network.box(0, 10, 5, 5));
    }
    for (int at = 0; at < right; at++) {
      Item to = network.box(1, 10, 5, 5);
      from.forEach(item -> network.connect(item, to, 0));
    }
    network.arrange();
    assertEquals(crossings, network.crossings());
  }

  @Test
  void aChainIsStraight() {
    Network network = new Network(6);
    Item first = network.box(0, 40, 30, 10);
    Item last = first;
    for (int column = 1; column < 6; column++) {
      Item next =
          column % 2 == 0 ? network.box(column, 20, 5 * column, 50) : network.passage(column);
      network.connect(last, next, 0);
      last = next;
    }
    network.arrange();
    assertEquals(first.y(), last.y(), 1e-9);
    assertEquals(network.left(0) + 40, network.right(0), 1e-9);
    assertTrue(network.left(1) > network.right(0));
  }

  @Test
  void aPortIsReachedStraight() {
    Network network = new Network(3);
    Item first = network.box(0, 40, 10, 10);
    Item from = network.box(1, 40, 10, 10);
    Item to = network.box(2, 40, 20, 20);
    network.connect(first, from, -5);
    network.connect(from, to, 7);
    network.arrange();
    assertEquals(first.y(), from.y() - 5, 1e-9);
    assertEquals(from.y(), to.y() + 7, 1e-9);
  }
}
