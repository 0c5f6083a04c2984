package dev.letsbackprop.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few lines can ask for more than any machine has: they are refused at once, by name. */
class AttackTest {
  /** Far more than any of these takes, and far less than what they ask for would take. */
  private static final Duration SOON = Duration.ofSeconds(20);

  /** A vector of four million; each pair of two is multiplied and added, after 4,000,001 copies. */
  private static final String WIDE = "w = broadcast_to(x, shape=[4000000]); ";

  private static String body(String formula, String values) {
    return "{'formula': '" + formula + "', 'values': {" + values + "}}";
  }

  private static void assertRefused(
      String limit, String bound, String need, Function<String, String> ask, String body) {
    List<String> faults = assertTimeoutPreemptively(SOON, () -> Ask.faults(() -> ask.apply(body)));
    assertThat(faults.get(0)).containsIgnoringCase("limit '" + limit + "' is " + bound);
    assertThat(faults.get(0)).contains(need);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "broadcast_to(x, shape=[1000000, 1000000])   | 1000000000001",
        "r = repeat(x, count=10000); s = repeat(r, count=10000); repeat(s, count=10000) |"
            + " 100010001",
        "tile(x, reps=[1000000, 1000000])            | 1000000000001",
        "one_hot(x, classes=2000000000)              | 2000000001",
        "pad(reshape(x, shape=[1]), widths=[[1000000000, 1000000000]]) | 2000000003",
        "v = broadcast_to(x, shape=[1000]); einsum(v, v, v, equation=\"i,j,k->ijk\") | 1000001001",
        "v = broadcast_to(x, shape=[3000000, 1]); v @ transpose(v) | 9000006000001",
      })
  void elements(String formula, String need) {
    String quoted = formula.replace("\"", "\\\"");
    assertRefused(
        "model.elements", "8388608", "needs " + need, Ask::gradients, body(quoted, "'x': 1"));
  }

  @Test
  void twentyLinesOfATrillionElements() {
    String lines =
        IntStream.range(0, 20)
            .mapToObj(i -> "a" + i + " = broadcast_to(x, shape=[1000000, 1000000])")
            .collect(Collectors.joining("; ", "", "; a0"));
    assertRefused(
        "model.elements", "8388608", "needs 1000000000001", Ask::gradients, body(lines, "'x': 1"));
  }

  /** Four thousand bytes, each line twice as long as the one before. */
  @Test
  void aFormulaThatDoubles() {
    String lines =
        IntStream.range(1, 120)
            .mapToObj(i -> "a%d = concatenate(a%d, a%d)".formatted(i, i - 1, i - 1))
            .collect(Collectors.joining("; ", "a0 = reshape(x, shape=[1]); ", ""));
    assertThat(lines.length()).isLessThan(4_096);
    // The number, and 1 + 2 + 4 + … + 2^23.
    assertRefused(
        "model.elements", "8388608", "needs 16777216", Ask::gradients, body(lines, "'x': 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "einsum(w, w, equation=\"i,j->\") | 32000004000001",
      })
  void arithmetic(String formula, String need) {
    assertRefused(
        "model.arithmetic",
        "12000000000",
        need == null ? "needs" : "needs " + need,
        Ask::gradients,
        body((WIDE + formula).replace("\"", "\\\""), "'x': 1"));
  }

  @Test
  void aChainOfAMillionNodes() {
    String terms = "x" + "+x".repeat(500_000);
    assertRefused("model.nodes", "300000", "500001", Ask::gradients, body(terms, "'x': 1"));
    StringBuilder nodes = new StringBuilder("{'nodes': {'0': {'value': 1}");
    for (int i = 1; i <= 500_000; i++) {
      nodes.append(",'").append(i).append("':{'op':'exp','inputs':['").append(i - 1).append("']}");
    }
    assertRefused(
        "model.nodes",
        "300000",
        "the model has more",
        Ask::gradients,
        nodes.append("}}").toString());
  }

  @Test
  void derivativesOfEachByEach() {
    Map<String, Function<String, String>> asks =
        Map.of("exp(w)", Ask::jacobians, "sum(exp(w))", Ask::hessians);
    asks.forEach(
        (formula, ask) ->
            assertRefused(
                "model.answer",
                "16777216",
                "needs 250000",
                ask,
                "{'formula': 'w = v * 1; "
                    + formula
                    + "', 'values': {'v': "
                    + IntStream.range(0, 5_000).boxed().toList()
                    + "}, 'wrt': ['v']}"));
  }

  /** Two passes for each of a million elements. */
  @Test
  void aCheckOfEachElement() {
    String ones = IntStream.range(0, 100_000).mapToObj(i -> "1").collect(Collectors.joining(","));
    assertRefused(
        "model.arithmetic",
        "12000000000",
        "need",
        Ask::gradientChecks,
        "{'formula': 'sum(exp(x))', 'values': {'x': [" + ones + "]}}");
  }
}
