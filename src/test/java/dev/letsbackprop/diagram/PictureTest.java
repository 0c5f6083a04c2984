package dev.letsbackprop.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.diagram.Picture.Box;
import dev.letsbackprop.diagram.Picture.Wire;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.graph.RandomGraphs;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.service.Examples;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing in a picture covers anything else, and no wire runs through what is not its own. */
class PictureTest {

  private static String draw(Graph graph) {
    List<Tensor> values = graph.read(Numbers.NUMBERS, Node::value);
    Tensor seed = Tensor.filled(graph.output().shape(), 0.5);
    return Diagram.of(graph, graph.nodes(), values, seed, true)
        .write(Format.SVG, Theme.AUTO, 1_000_000);
  }

  private static void assertClear(String svg) {
    Picture picture = new Picture(svg);
    List<String> faults = new ArrayList<>();
    List<Box> boxes = picture.boxes();
    boxes.sort((a, b) -> Double.compare(a.left(), b.left()));
    for (int at = 0; at < boxes.size(); at++) {
      Box box = boxes.get(at);
      if (box.left() < 0
          || box.top() < 0
          || box.right() > picture.width()
          || box.bottom() > picture.height()) {
        faults.add("outside: " + box);
      }
      for (int next = at + 1; next < boxes.size() && boxes.get(next).left() < box.right(); next++) {
        Box other = boxes.get(next);
        if (box.meets(other) && !isPart(box, other)) {
          faults.add(box + " on " + other);
        }
      }
    }
    for (Wire wire : picture.wires()) {
      String own =
          wire.id().startsWith("w") ? wire.id().substring(1) : wire.id().replaceAll("^e|-.*", "");
      for (Box box : boxes) {
        if (!box.group().equals("n" + own)
            && wire.points().stream().anyMatch(point -> box.holds(point[0], point[1]))) {
          faults.add(wire.id() + " through " + box);
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(boxes.size() > 2);
  }

  /** A node's text stands in its own circle, and cells of a map side by side. */
  private static boolean isPart(Box a, Box b) {
    return a.group().equals(b.group())
        && (a.group().startsWith("n") || (a.what().equals("cell") && b.what().equals("cell")));
  }

  @ParameterizedTest
  @CsvSource({"5, 60", "50, 25", "300, 4"})
  void randomGraphs(int steps, int graphs) {
    for (long seed = 0; seed < graphs; seed++) {
      assertClear(draw(RandomGraphs.draw(seed, steps)));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.letsbackprop.service.Examples#names")
  void examples(String name) {
    Model model = Objects.requireNonNull(Examples.find(name)).model();
    Graph graph = model.graph();
    List<Tensor> values = graph.read(Numbers.NUMBERS, Node::value);
    List<Node> nodes = List.copyOf(model.nodes().values());
    for (boolean gradients : new boolean[] {true, false}) {
      assertClear(
          Diagram.of(graph, nodes, values, model.seed(), gradients)
              .write(Format.SVG, Theme.AUTO, 20_000));
    }
  }

  /** In this graph wires pass exactly as many columns as it says where none may. */
  @Test
  void longWiresAreCounted() {
    Graph graph = RandomGraphs.draw(3, 50);
    List<Tensor> values = graph.read(Numbers.NUMBERS, Node::value);
    Tensor seed = Tensor.filled(graph.output().shape(), 0.5);
    Diagram diagram = Diagram.of(graph, graph.nodes(), values, seed, true);
    long passages =
        assertThrows(TooLong.class, () -> diagram.write(Format.SVG, Theme.AUTO, 0)).passages();
    assertTrue(passages > 10);
    assertThrows(TooLong.class, () -> diagram.write(Format.SVG, Theme.AUTO, passages - 1));
    assertTrue(diagram.write(Format.SVG, Theme.AUTO, passages).startsWith("<svg "));
  }

  @Test
  void sameGraphSameBytes() {
    assertEquals(draw(RandomGraphs.draw(7, 50)), draw(RandomGraphs.draw(7, 50)));
  }
}
