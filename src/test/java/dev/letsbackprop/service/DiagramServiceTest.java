package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.diagram.Format;
import dev.letsbackprop.limit.Limits;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a diagram says, and what is refused. */
class DiagramServiceTest {

  private static String draw(String body, Format format) {
    DiagramRequest request = DiagramRequestReader.read(Ask.bytes(body), Limits.DEFAULT);
    return new DiagramService(Limits.DEFAULT).draw(request, format);
  }

  private static List<String> faults(String body) {
    return Ask.faults(() -> draw(body, Format.SVG));
  }

  /** Backpropagation, intuitions (CS231n): f = (x + y)z at -2, 5, -4. */
  @Test
  void circuit() {
    assertEquals(
        """
        digraph backprop {
          rankdir=LR;
          node [fontname="Helvetica", fontsize=12];
          edge [fontname="Helvetica", fontsize=11];
          n0 [shape=box, label="x"];
          n1 [shape=box, label="y"];
          n2 [shape=box, label="z"];
          n3 [shape=circle, label="+\\nq"];
          n4 [shape=circle, label="×\\nf"];
          loss [shape=plaintext, label="L"];
          n0 -> n3 [label=<<font color="#0550ae">−2</font><br/><font color="#b42318">−4</font>>];
          n1 -> n3 [label=<<font color="#0550ae">5</font><br/><font color="#b42318">−4</font>>];
          n3 -> n4 [label=<<font color="#0550ae">3</font><br/><font color="#b42318">−4</font>>];
          n2 -> n4 [label=<<font color="#0550ae">−4</font><br/><font color="#b42318">3</font>>];
          n4 -> loss [label=<<font color="#0550ae">−12</font><br/><font color="#b42318">1</font>>];
        }
        """,
        draw(
            "{'formula': 'q = x + y; f = q * z', 'values': {'x': -2, 'y': 5, 'z': -4}}",
            Format.DOT));
  }

  /** d(a·a + a)/da at 3: 3 along each edge of the product and 1 along the other, 7 in all. */
  @Test
  void aForkShowsItsSum() {
    assertEquals(
        """
        flowchart LR
          n0["a"]
          b0(("•"))
          n0 ---|"3<br/>∇ 7"| b0
          n1(("×<br/>b"))
          n2(("#43;<br/>c"))
          loss(["L"])
          b0 -->|"3<br/>∇ 3"| n1
          b0 -->|"3<br/>∇ 3"| n1
          n1 -->|"9<br/>∇ 1"| n2
          b0 -->|"3<br/>∇ 1"| n2
          n2 -->|"12<br/>∇ 1"| loss
        """,
        draw("{'formula': 'b = a * a; c = b + a', 'values': {'a': 3}}", Format.MERMAID));
  }

  @Test
  void aForkInSvg() {
    String svg = draw("{'formula': 'b = a * a', 'values': {'a': 3}}", Format.SVG);
    for (String id : List.of("n0", "w0", "v0", "g0", "e1-0", "e1-1", "v1-0", "g1-1", "end")) {
      assertEquals(2, svg.split(" id=\"" + id + "\"", -1).length, id);
    }
    assertTrue(svg.contains("<g id=\"g0\" class=\"gradient\"><text x="), svg);
    assertEquals(2, svg.split("class=\"dot\"", -1).length);
  }

  /** What comes from beyond is a branch of an output that is used: 1 and 2 make 3. */
  @Test
  void anOutputThatIsUsed() {
    String chart =
        draw(
            "{'nodes': {'x': {'value': 1}, 'y': {'op': 'multiply', 'inputs': ['x', 5]},"
                + " 'z': {'op': 'exp', 'inputs': ['y']}}, 'output': 'y', 'upstream': 2}",
            Format.MERMAID);
    assertTrue(chart.contains("n1 ---|\"5<br/>∇ 2\"| b1"), chart);
    assertTrue(chart.contains("b1 -->|\"5<br/>∇ 0\"| n2"), chart);
    assertTrue(chart.contains("b1 -->|\"5<br/>∇ 2\"| loss"), chart);
    assertTrue(chart.contains("c1_1([\"5\"])\n  c1_1 --> n1"), chart);
  }

  @Test
  void constantsHaveNoGradient() {
    String chart =
        draw(
            "{'nodes': {'x': {'value': 2, 'constant': true}, 'w': {'value': 3},"
                + " 'y': {'op': 'multiply', 'inputs': ['x', 'w']}}}",
            Format.MERMAID);
    assertTrue(chart.contains("n0(\"x\")"), chart);
    assertTrue(chart.contains("n0 -->|\"2\"| n2"), chart);
    assertTrue(chart.contains("n1 -->|\"3<br/>∇ 2\"| n2"), chart);
  }

  @Test
  void valuesAlone() {
    String body = "{'formula': 'x * x', 'values': {'x': 3}, 'gradients': false, 'theme': ";
    for (Format format : Format.values()) {
      String diagram = draw(body + "'light'}", format);
      assertFalse(diagram.contains("∇") || diagram.contains("id=\"g"), diagram);
    }
    assertFalse(draw(body + "'light'}", Format.SVG).contains("@media"));
    assertTrue(draw(body + "'dark'}", Format.SVG).contains("@media screen{"));
    assertTrue(draw(body + "'auto'}", Format.SVG).contains("prefers-color-scheme:dark"));
  }

  private static String chain(int steps) {
    return IntStream.range(0, steps)
        .mapToObj(
            at ->
                "'s"
                    + at
                    + "': {'op': 'tanh', 'inputs': ['"
                    + (at == 0 ? "x" : "s" + (at - 1))
                    + "']}")
        .collect(Collectors.joining(", ", "{'nodes': {'x': {'value': 1}, ", "}}"));
  }

  @Test
  void nodes() {
    assertTrue(draw(chain(399), Format.SVG).contains("id=\"n399\""));
    assertEquals(
        List.of(": The limit 'diagram.nodes' is 400; the model has 401."), faults(chain(400)));
  }

  private static String wide(int inputs) {
    return "{'nodes': {'x': {'value': [1]}, 'y': {'op': 'concatenate', 'inputs': ["
        + String.join(", ", Collections.nCopies(inputs, "'x'"))
        + "]}, 'z': {'op': 'sum', 'inputs': ['y']}}}";
  }

  @Test
  void edges() {
    assertTrue(draw(wide(1_599), Format.SVG).contains("id=\"e1-1598\""));
    assertEquals(
        List.of(": The limit 'diagram.edges' is 1600; the model has 1601."), faults(wide(1_600)));
  }

  /** Each of n steps in a row is used at the end: n wires that pass about n columns each. */
  private static String fan(int steps) {
    String all =
        IntStream.range(0, steps).mapToObj(at -> "'s" + at + "'").collect(Collectors.joining(", "));
    return chain(steps)
        .replace("'x': {'value': 1}", "'x': {'value': [1]}")
        .replaceFirst(
            "}}$",
            ", 'y': {'op': 'concatenate', 'inputs': ["
                + all
                + "]}}, 'output': 'y', 'upstream': ["
                + String.join(",", Collections.nCopies(steps, "1"))
                + "]}");
  }

  @Test
  void passages() {
    assertTrue(draw(fan(140), Format.SVG).contains("id=\"n141\""));
    List<String> faults = faults(fan(145));
    assertEquals(1, faults.size());
    assertTrue(
        faults
            .get(0)
            .startsWith(
                ": The limit 'diagram.passages' is 20000 columns that wires may pass between their"
                    + " nodes; in this picture they pass 2"),
        faults::toString);
    assertTrue(draw(fan(145), Format.DOT).contains("n145"));
  }

  @Test
  void faults() {
    assertEquals(
        List.of(
            "/theme: Expected one of auto, light, dark, found 'drak'. Did you mean 'dark'?",
            "/gradients: Expected true or false, found the number 1."),
        faults("{'formula': 'x', 'values': {'x': 1}, 'theme': 'drak', 'gradients': 1}"));
    assertTrue(
        faults("{'formula': 'x', 'values': {'x': 1}, 'wrt': ['x']}")
            .get(0)
            .startsWith("/wrt: Unknown property 'wrt'."));
    assertTrue(
        faults("{'formula': 'one_hot(x, classes=2)', 'values': {'x': 7}, 'upstream': [1, 1]}")
            .get(0)
            .startsWith("/formula: "));
  }
}
