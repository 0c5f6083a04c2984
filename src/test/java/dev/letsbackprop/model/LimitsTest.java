package dev.letsbackprop.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.service.Ask;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits hold at N and not before, and are known before anything is computed. */
class LimitsTest {
  private static final String CHAIN =
      "{'nodes': {'x': {'value': [1, 2]}, 'y': {'op': 'add', 'inputs': ['x', 3]},"
          + "'z': {'op': 'sum', 'inputs': ['y']}}}";

  private static void passes(String body, Limits limits) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    assertDoesNotThrow(() -> Ask.gradients(bytes, limits));
  }

  @Test
  void nodes() {
    passes(CHAIN, new Limits(3, 100, 9, 100, 1_000, 1_000));
    assertEquals(
        List.of("/nodes: The limit 'model.nodes' is 2; the model has more."),
        Ask.faults(CHAIN, new Limits(2, 100, 9, 100, 1_000, 1_000)));
  }

  @Test
  void edges() {
    passes(CHAIN, new Limits(10, 3, 9, 100, 1_000, 1_000));
    assertEquals(
        List.of("/nodes: The limit 'model.edges' is 2; the model has more."),
        Ask.faults(CHAIN, new Limits(10, 2, 9, 100, 1_000, 1_000)));
  }

  @Test
  void rank() {
    passes(CHAIN, new Limits(10, 10, 1, 100, 1_000, 1_000));
    assertEquals(
        List.of("/nodes/x: The limit 'model.rank' is 0; this node has rank 1."),
        Ask.faults(CHAIN, new Limits(10, 10, 0, 100, 1_000, 1_000)));
  }

  @Test
  void elements() {
    passes(CHAIN, new Limits(10, 10, 9, 5, 1_000, 1_000));
    assertEquals(
        List.of("/nodes/z: The limit 'model.elements' is 4; up to here the model needs 5."),
        Ask.faults(CHAIN, new Limits(10, 10, 9, 4, 1_000, 1_000)));
  }

  @Test
  void arithmetic() {
    // 2 + 2 + 1 elements for the sum with a constant, 2 + 1 for the total.
    passes(CHAIN, new Limits(10, 10, 9, 100, 8, 100));
    assertEquals(
        List.of("/nodes/z: The limit 'model.arithmetic' is 7; up to here the model needs 8."),
        Ask.faults(CHAIN, new Limits(10, 10, 9, 100, 7, 100)));
  }

  @Test
  void answer() {
    // Values and gradients of 2, 2 and 1 elements.
    passes(CHAIN, new Limits(10, 10, 9, 100, 100, 10));
    assertEquals(
        List.of(
            ": The limit 'model.answer' is 9 elements; with what is to be included the answer has"
                + " 10. Ask for fewer nodes in 'wrt', or for less in 'include'."),
        Ask.faults(CHAIN, new Limits(10, 10, 9, 100, 100, 9)));
  }

  @Test
  void sidesBesideASideOfZeroCountAllTheSame() {
    assertEquals(
        List.of(
            "/nodes/b: The limit 'model.elements' is 8388608; up to here the model needs"
                + " 2147483648."),
        Ask.faults(
            "{'nodes': {'x': {'value': 1}, 'b': {'op': 'broadcast_to', 'inputs': ['x'],"
                + "'attributes': {'shape': [0, 2147483647]}},"
                + "'y': {'op': 'sum', 'inputs': ['b']}}}"));
    assertEquals(
        List.of(
            "/nodes/x/value/shape: A tensor may have 16777216 elements; this one has 100000000."),
        Ask.faults("{'nodes': {'x': {'value': {'shape': [10000, 0, 10000], 'data': []}}}}"));
  }

  @Test
  void whatDoesNotFitALongIsStillCounted() {
    assertEquals(
        List.of(
            "/nodes/y: The limit 'model.elements' is 8388608; up to here the model needs more"
                + " than 9 · 10^18."),
        Ask.faults(
            "{'nodes': {'x': {'value': 1}, 'y': {'op': 'broadcast_to', 'inputs': ['x'],"
                + "'attributes': {'shape': [2000000000, 2000000000, 2000000000]}},"
                + "'z': {'op': 'sum', 'inputs': ['y']}}}"));
  }
}
