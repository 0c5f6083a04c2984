package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong rule gives what somebody would write down by hand who believes it. */
class WorkedMisconceptionTest {

  record Row(
      String code,
      Operation operation,
      List<Tensor> inputs,
      Tensor cotangent,
      int place,
      Tensor flow) {

    static Row of(String line) {
      String[] cells = line.split(" \\| ", -1);
      String[] head = cells[0].split(" ", -1);
      Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
      for (int i = 1; i < head.length; i++) {
        int equals = head[i].indexOf('=');
        attributes.put(head[i].substring(0, equals), Literals.parse(head[i].substring(equals + 1)));
      }
      String name = head[0].substring(0, head[0].indexOf('.'));
      Operation operation =
          Objects.requireNonNull(Catalogue.find(name), name)
              .create(
                  attributes,
                  misuse -> {
                    throw misuse;
                  });
      return new Row(
          head[0],
          Objects.requireNonNull(operation),
          Stream.of(cells[1].split("; ", -1)).map(Literals::tensor).toList(),
          Literals.tensor(cells[2]),
          Integer.parseInt(cells[3]),
          Literals.tensor(cells[4]));
    }

    Tensor output() {
      return operation.evaluate(inputs);
    }

    /** What flows back by each way of the mistake. */
    List<Tensor> flows() {
      List<Tensor> flows = new ArrayList<>();
      for (Misconception each : Catalogue.of(operation).misconceptions()) {
        Tensor flow =
            each.code().equals(code)
                ? each.flow(operation, Numbers.NUMBERS, place, inputs, output(), cotangent)
                : null;
        if (flow != null) {
          flows.add(flow);
        }
      }
      return flows;
    }

    @Override
    public String toString() {
      return code + " towards input " + place;
    }
  }

  static List<Row> rows() throws IOException {
    try (InputStream worked =
        Objects.requireNonNull(
            WorkedMisconceptionTest.class.getResourceAsStream("/misconceptions/worked.txt"))) {
      return new String(worked.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Row::of)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void byHand(Row row) {
    assertEquals(row.output().shape(), row.cotangent().shape());
    assertTrue(
        row.flows().stream().anyMatch(flow -> near(flow, row.flow())), row.flows()::toString);
    Tensor right =
        row.operation()
            .vjp(Numbers.NUMBERS, row.place(), row.inputs(), row.output(), row.cotangent());
    assertTrue(!near(right, row.flow()), "the right rule gives the same");
  }

  private static boolean near(Tensor found, Tensor expected) {
    boolean near = found.shape().equals(expected.shape());
    for (int at = 0; near && at < found.size(); at++) {
      near = Math.abs(found.at(at) - expected.at(at)) < 1e-12;
    }
    return near;
  }

  @Test
  void everyMisconceptionIsWorkedByHand() throws IOException {
    Set<String> worked = new TreeSet<>();
    rows().forEach(row -> worked.add(row.code()));
    Set<String> all = new TreeSet<>();
    Catalogue.entries()
        .forEach(entry -> entry.misconceptions().forEach(each -> all.add(each.code())));
    assertEquals(all, worked);
  }
}
