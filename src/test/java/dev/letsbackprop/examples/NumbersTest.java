package dev.letsbackprop.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The service reproduces every number that the examples state. */
class NumbersTest {
  private static final double FLOAT32 = 0x1p-23;
  private static final double FLOAT64 = 1e-12;

  static List<ExampleFile> files() {
    return ExampleFile.all();
  }

  /** To half a unit of its last digit, where the file does not say why it cannot be. */
  @ParameterizedTest
  @MethodSource("files")
  void published(ExampleFile file) {
    List<Claim> off =
        Claim.of(file, "published").stream().filter(claim -> !reproduces(claim)).toList();
    assertEquals(
        exceptions(file),
        off.stream().map(NumbersTest::key).collect(Collectors.toCollection(TreeSet::new)),
        () -> file + ": these digits are not reproduced: " + off);
    for (Claim claim : off) {
      double stated = Double.parseDouble(claim.stated());
      assertEquals(stated, claim.ours(), rounding(claim, stated), () -> "An exception: " + claim);
    }
  }

  /** That of a derivative in float32 is one of what it was subtracted from, such as 1 - tanh². */
  private static double rounding(Claim claim, double stated) {
    return claim.quantity().equals("derivatives") ? 4 * FLOAT32 : FLOAT32 * Math.abs(stated);
  }

  @ParameterizedTest
  @MethodSource("files")
  void computed(ExampleFile file) {
    List<Claim> claims = Claim.of(file, "computed");
    assertTrue(claims.size() > 1);
    for (Claim claim : claims) {
      double stated = Double.parseDouble(claim.stated());
      double tolerance = FLOAT64 * Math.max(1, Math.abs(stated));
      assertEquals(stated, claim.ours(), tolerance, claim::toString);
    }
  }

  private static boolean reproduces(Claim claim) {
    BigDecimal stated = new BigDecimal(claim.stated());
    BigDecimal difference = new BigDecimal(claim.ours()).subtract(stated).abs();
    BigDecimal half = BigDecimal.valueOf(5, stated.scale() + 1);
    // A decimal with all digits of a float64 is still not quite that float64.
    BigDecimal spelling = new BigDecimal(Math.ulp(claim.ours()) / 2);
    return difference.compareTo(half.add(spelling)) <= 0;
  }

  private static String key(Claim claim) {
    return claim.quantity() + " of " + claim.node();
  }

  private static Set<String> exceptions(ExampleFile file) {
    Set<String> exceptions = new TreeSet<>();
    JsonNode quantities = file.json().path("exceptions");
    quantities
        .properties()
        .forEach(
            quantity ->
                quantity
                    .getValue()
                    .properties()
                    .forEach(node -> exceptions.add(quantity.getKey() + " of " + node.getKey())));
    return exceptions;
  }
}
