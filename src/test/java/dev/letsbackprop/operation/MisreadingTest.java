package dev.letsbackprop.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong rules at random shapes: they never fail, they are wrong, and what tells is marked so. */
class MisreadingTest {
  private static final int SAMPLES = 80;

  record Wrong(Entry entry, Misconception misconception) {
    @Override
    public String toString() {
      return misconception.code();
    }
  }

  static Stream<Wrong> all() {
    return Catalogue.entries().stream()
        .flatMap(entry -> entry.misconceptions().stream().map(each -> new Wrong(entry, each)));
  }

  /** A use of the operation, and one place with the right flow and the wrong one. */
  private record Trial(Drawing drawing, int place, Tensor right, Tensor wrong) {}

  private static Stream<Trial> trials(Wrong wrong) {
    RandomGenerator random = Drawing.generator(wrong.toString());
    return IntStream.range(0, SAMPLES)
        .mapToObj(i -> Drawing.of(wrong.entry(), random))
        .flatMap(
            drawing ->
                IntStream.range(0, drawing.inputs().size())
                    .mapToObj(place -> trial(wrong.misconception(), drawing, place))
                    .filter(Objects::nonNull));
  }

  private static @Nullable Trial trial(Misconception misconception, Drawing drawing, int place) {
    Operation operation = drawing.operation();
    List<Tensor> x = drawing.inputs();
    List<Shape> shapes = x.stream().map(Tensor::shape).toList();
    if (!operation.carries(place, shapes)) {
      return null;
    }
    Tensor y = operation.evaluate(x);
    Tensor cotangent = drawing.weights();
    Tensor wrong = misconception.flow(operation, Numbers.NUMBERS, place, x, y, cotangent);
    checkOtherAlgebras(misconception, drawing, place, wrong);
    if (wrong == null) {
      return null;
    }
    Tensor right = operation.vjp(Numbers.NUMBERS, place, x, y, cotangent);
    return new Trial(
        drawing,
        place,
        Numbers.NUMBERS.sumTo(right, shapes.get(place)),
        operation.elementwise() ? Numbers.NUMBERS.sumTo(wrong, shapes.get(place)) : wrong);
  }

  /** Whatever the algebra, the rule is made or not, of one shape. */
  private static void checkOtherAlgebras(
      Misconception misconception, Drawing drawing, int place, @Nullable Tensor wrong) {
    Operation operation = drawing.operation();
    Shape result = drawing.weights().shape();
    Latex.Written written =
        misconception.flow(
            operation,
            new Latex(),
            place,
            drawing.inputs().stream().map(x -> Latex.symbol("x", x.shape())).toList(),
            Latex.symbol("y", result),
            Latex.symbol("g", result));
    assertEquals(wrong == null, written == null, misconception::code);
    GraphBuilder builder = new GraphBuilder();
    List<Node> leaves = drawing.inputs().stream().map(x -> builder.leaf("x", x, false)).toList();
    Node y = builder.apply(operation, leaves);
    Node flow =
        misconception.flow(
            operation, builder, place, leaves, y, builder.leaf("g", drawing.weights(), false));
    assertEquals(wrong == null, flow == null, misconception::code);
    if (wrong != null && flow != null && written != null) {
      assertEquals(wrong.shape(), flow.shape(), misconception::code);
      assertEquals(wrong.shape(), written.shape(), misconception::code);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void itIsMadeAndWrong(Wrong wrong) {
    List<Trial> trials = trials(wrong).toList();
    assertTrue(trials.size() >= SAMPLES / 20, () -> "made only " + trials.size() + " times");
    assertTrue(
        trials.stream().anyMatch(trial -> !trial.wrong().equals(trial.right())),
        "the right rule under another name");
  }

  /** What is always the right gradient but for one factor gives it away. */
  @ParameterizedTest
  @MethodSource("all")
  void mereFactorsAreTelling(Wrong wrong) {
    List<Trial> trials = trials(wrong).filter(MisreadingTest::hasSeveralNumbers).toList();
    boolean factor = trials.size() > 3 && trials.stream().allMatch(MisreadingTest::isFactor);
    assertTrue(!factor || wrong.misconception().telling(), wrong::toString);
  }

  private static boolean hasSeveralNumbers(Trial trial) {
    return IntStream.range(0, trial.right().size()).filter(at -> trial.right().at(at) != 0).count()
        > 1;
  }

  private static boolean isFactor(Trial trial) {
    Tensor right = trial.right();
    Tensor wrong = trial.wrong();
    if (!right.shape().equals(wrong.shape())) {
      return false;
    }
    double ratio = Double.NaN;
    for (int at = 0; at < right.size(); at++) {
      if (right.at(at) != 0) {
        double each = wrong.at(at) / right.at(at);
        ratio = Double.isNaN(ratio) ? each : ratio;
        if (Math.abs(each - ratio) > 1e-9 * Math.abs(ratio)) {
          return false;
        }
      } else if (wrong.at(at) != 0) {
        return false;
      }
    }
    return true;
  }
}
