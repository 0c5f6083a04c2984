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
    passes(CHAIN, new Limits(3, 100, 9, 100));
    assertEquals(
        List.of("/nodes: The limit 'model.nodes' is 2; the model has more."),
        Ask.faults(CHAIN, new Limits(2, 100, 9, 100)));
  }

  @Test
  void edges() {
    passes(CHAIN, new Limits(10, 3, 9, 100));
    assertEquals(
        List.of("/nodes: The limit 'model.edges' is 2; the model has more."),
        Ask.faults(CHAIN, new Limits(10, 2, 9, 100)));
  }

  @Test
  void rank() {
    passes(CHAIN, new Limits(10, 10, 1, 100));
    assertEquals(
        List.of("/nodes/x: The limit 'model.rank' is 0; this node has rank 1."),
        Ask.faults(CHAIN, new Limits(10, 10, 0, 100)));
  }

  @Test
  void elements() {
    passes(CHAIN, new Limits(10, 10, 9, 5));
    assertEquals(
        List.of("/nodes/z: The limit 'model.elements' is 4; up to here the model needs 5."),
        Ask.faults(CHAIN, new Limits(10, 10, 9, 4)));
  }

  @Test
  void whatDoesNotFitALongIsStillCounted() {
    assertEquals(
        List.of(
            "/nodes/y: The limit 'model.elements' is 16777216; up to here the model needs more"
                + " than 9 · 10^18."),
        Ask.faults(
            "{'nodes': {'x': {'value': 1}, 'y': {'op': 'broadcast_to', 'inputs': ['x'],"
                + "'attributes': {'shape': [2000000000, 2000000000, 2000000000]}},"
                + "'z': {'op': 'sum', 'inputs': ['y']}}}"));
  }
}
