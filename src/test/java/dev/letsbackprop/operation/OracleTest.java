package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation's values and gradients against those that PyTorch gave. */
class OracleTest {
  private static final double TOLERANCE = 1e-12;

  static Stream<String> operations() {
    return Catalogue.entries().stream().map(Entry::name);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void agrees(String name) {
    List<Golden> cases = Golden.of(Objects.requireNonNull(Catalogue.find(name)));
    assertFalse(cases.isEmpty(), name + " has no cases: record some in src/test/oracle");
    List<String> apart = new ArrayList<>();
    for (Golden golden : cases) {
      for (Golden.Difference difference : golden.differences()) {
        if (difference.relative() > TOLERANCE) {
          apart.add(golden.told() + ": " + difference.where() + ", by " + difference.relative());
        }
      }
    }
    assertEquals(List.of(), apart);
  }

  @Test
  void onlyOperationsOfTheCatalogueAreRecorded() {
    List<String> unknown = new ArrayList<>(Golden.recorded());
    unknown.removeAll(operations().toList());
    assertEquals(List.of(), unknown);
  }
}
