package dev.letsbackprop.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Any name is text and nothing but text, in every format. */
class NamesTest {
  private static final Set<String> ELEMENTS =
      Set.of("svg", "title", "desc", "style", "g", "path", "circle", "rect", "text");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "class",
          "cx",
          "cy",
          "d",
          "height",
          "id",
          "lengthAdjust",
          "r",
          "role",
          "rx",
          "textLength",
          "viewBox",
          "width",
          "x",
          "xmlns",
          "y");
  private static final Pattern ID = Pattern.compile("[nwvg]\\d+|[evgc]\\d+-\\d+|[vg]-end|end|");

  static List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "<script>alert(1)</script>",
                "]]>",
                "\"><image href=\"https://example.org\"/>",
                "' onload='alert(1)",
                "&lt;b&gt; &amp; &#60; &nbsp;",
                "$\\input{/etc/passwd}$",
                "\\N \\G \\l \\n \\\\ \\\"",
                "\", URL=\"https://example.org",
                "];} digraph x {",
                "<<b>bold</b>>",
                "end",
                "%%{init: {\"securityLevel\": \"loose\"}}%%",
                "`**bold** _x_`",
                "$$x^2$$",
                "#quot; #35; #lt;",
                "fa:fa-ban",
                "1. x",
                "- x",
                "click n0 href \"javascript:alert(1)\"",
                "--> n0; style n0 fill:red",
                "|x|",
                "\u202Egnp.exe",
                "\u2066a\u2069\u200Bb\u00AD",
                "a\u0000b\u0007\t\n\r\u0085\u2028\u2029c",
                "\uFFFE\uFFFF\uE000",
                "e\u0489\u0301\u0301\u0301\u0301",
                "\u0301",
                "\uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDCBB",
                "名前",
                "متغير",
                "השם",
                "w * x + b",
                "\uFDFD".repeat(3),
                "x".repeat(250),
                "\uD83D\uDE00".repeat(250)));
    for (char sign = 1; sign < 256; sign++) {
      names.add("a" + sign + "b");
    }
    return names;
  }

  /** A graph in which a leaf and a step have awful names, and a fork. */
  static Diagram diagram(String name) {
    GraphBuilder builder = new GraphBuilder();
    Entry multiply = Objects.requireNonNull(Catalogue.find("multiply"));
    Node x = builder.leaf(name, Tensor.scalar(3), false);
    Node y = builder.step("y" + name, multiply.example(), List.of(x, x));
    Graph graph = builder.build(y);
    List<Tensor> values = graph.read(Numbers.NUMBERS, Node::value);
    return Diagram.of(graph, graph.nodes(), values, Tensor.ONE, true);
  }

  static String write(String name, Format format) {
    return diagram(name).write(format, Theme.AUTO, 100);
  }

  @Test
  void svgHoldsTextOnly() {
    int plain = new Picture(write("x", Format.SVG)).elements().size();
    for (String name : names()) {
      String svg = write(name, Format.SVG);
      Picture picture = new Picture(svg);
      Set<String> attributes = new TreeSet<>();
      for (Element element : picture.elements()) {
        assertTrue(ELEMENTS.contains(element.getTagName()), element::getTagName);
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
          attributes.add(element.getAttributes().item(at).getNodeName());
        }
        assertTrue(ID.matcher(element.getAttribute("id")).matches(), svg);
      }
      attributes.removeAll(ATTRIBUTES);
      assertEquals(Set.of(), attributes, svg);
      assertEquals(
          Caption.of(name, Caption.SHORT),
          picture.byId("n0").getElementsByTagName("text").item(0).getTextContent());
      assertEquals(plain, picture.elements().size(), svg);
    }
  }

  @Test
  void nothingInvisibleIsLeft() {
    for (String name : names()) {
      for (Format format : Format.values()) {
        String text = write(name, format).replaceAll("[\n\u2068\u2069]", "");
        assertTrue(
            text.codePoints()
                .noneMatch(
                    character ->
                        Character.isISOControl(character)
                            || Character.getType(character) == Character.FORMAT
                            || Character.getType(character) == Character.LINE_SEPARATOR
                            || Character.getType(character) == Character.PARAGRAPH_SEPARATOR
                            || Character.getType(character) == Character.UNASSIGNED),
            text);
      }
    }
  }

  @Test
  void captions() {
    assertEquals("\\u202egnp.exe", Caption.of("\u202Egnp.exe", 50));
    assertEquals("a\\u0000b\\u000a", Caption.of("a\u0000b\n", 50));
    assertEquals("\\u{e0001}", Caption.of("\uDB40\uDC01", 50));
    assertEquals("abc…", Caption.of("abcdef", 3));
    assertEquals("abc", Caption.of("abc", 3));
    assertEquals("e\u0301\u0302\\u0303", Caption.of("e\u0301\u0302\u0303", 50));
  }

  /** Every line of DOT is one that we write; between its quotes no sign is Graphviz's own. */
  @Test
  void dotHoldsTextOnly() {
    Pattern line =
        Pattern.compile(
            "(digraph backprop \\{|  rankdir=LR;|  (node|edge) \\[fontname=\"Helvetica\","
                + " fontsize=\\d+];|}|  \\w+ \\[shape=\\w+(, style=\\w+)?(,"
                + " label=\"([^\"\\\\&]|\\\\.|&amp;)*\")?];|  \\w+ -> \\w+ \\[(arrowhead=none,"
                + " )?label=<(<font color=\"#\\w{6}\">[−∞\\w. ]+</font>(<br/>)?)+>];)");
    for (String name : names()) {
      for (String each : write(name, Format.DOT).lines().toList()) {
        assertTrue(line.matcher(each).matches(), each);
      }
    }
  }

  @Test
  void mermaidHoldsTextOnly() {
    Pattern line =
        Pattern.compile(
            "flowchart LR|  \\w+ -?--[->]\\|\"[^\"]*\"\\| \\w+|  \\w+ --> \\w+"
                + "|  \\w+(\\[|\\(|\\(\\(|\\(\\[)\"(?<text>[^\"]*)\"(]|\\)|\\)\\)|]\\))");
    for (String name : names()) {
      for (String each : write(name, Format.MERMAID).lines().toList()) {
        Matcher matcher = line.matcher(each);
        assertTrue(matcher.matches(), each);
        String text = matcher.group("text");
        if (text != null) {
          assertTrue(text.replace("<br/>", "").matches("([\\p{L}\\p{M}\\p{N} •×÷]|#\\d+;)*"), each);
        }
      }
    }
  }

  @Test
  void graphvizReadsIt(@TempDir Path folder) throws IOException, InterruptedException {
    if (!Programs.has("dot", "-V")) {
      return;
    }
    StringBuilder all = new StringBuilder();
    for (String name : names()) {
      all.append(write(name, Format.DOT));
    }
    Path file = folder.resolve("all.dot");
    Files.writeString(file, all, StandardCharsets.UTF_8);
    Process dot =
        new ProcessBuilder("dot", "-Tplain", file.toString()).redirectErrorStream(true).start();
    List<String> lines =
        new String(dot.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertEquals(0, dot.waitFor(), lines::toString);
    assertEquals(names().size(), lines.stream().filter("stop"::equals).count());
    // Two nodes, the point of the fork, and what is differentiated.
    assertEquals(
        4L * names().size(), lines.stream().filter(each -> each.startsWith("node ")).count());
    assertTrue(
        lines.stream().noneMatch(each -> each.contains("Warning") || each.contains("Error")));
  }
}
