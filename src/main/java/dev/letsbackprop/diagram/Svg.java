package dev.letsbackprop.diagram;

import dev.letsbackprop.diagram.Diagram.Edge;
import dev.letsbackprop.diagram.layout.Item;
import dev.letsbackprop.diagram.layout.Network;
import java.util.List;

/** Draws a diagram as SVG. */
final class Svg {
  private static final double MARGIN = 14;
  private static final double HEAD = 7;

  private final Diagram diagram;
  private final Scene scene;
  private final Network network;
  private final SvgWriter svg = new SvgWriter();
  private final double down;

  private Svg(Diagram diagram, long most) {
    this.diagram = diagram;
    this.scene = new Scene(diagram, most);
    this.network = scene.network();
    this.down = MARGIN - network.top();
  }

  static String of(Diagram diagram, Theme theme, long most) {
    return new Svg(diagram, most).draw(theme);
  }

  private String draw(Theme theme) {
    double width = Math.ceil(network.right(scene.end().column()) + 2 * MARGIN);
    for (int node = 0; node < diagram.size(); node++) {
      width = Math.max(width, Math.ceil(network.right(scene.node(node).column()) + 2 * MARGIN));
    }
    double height = Math.ceil(network.bottom() + down + MARGIN);
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "bp",
        "width",
        width,
        "height",
        height,
        "viewBox",
        "0 0 " + SvgWriter.coordinate(width) + " " + SvgWriter.coordinate(height),
        "role",
        "img");
    svg.line().open("title").text(Description.title(diagram)).close("title");
    svg.line().open("desc").text(Description.of(diagram)).close("desc");
    svg.line().open("style").raw(Palette.style(theme, diagram.hasTensors())).close("style");
    svg.line().empty("rect", "class", "ground", "width", width, "height", height);
    for (int node = 0; node < diagram.size(); node++) {
      wire(node);
    }
    for (int node = 0; node < diagram.size(); node++) {
      for (int input = 0; input < scene.body(node).inputs(); input++) {
        edge(new Edge(node, input));
      }
    }
    end();
    for (int node = 0; node < diagram.size(); node++) {
      node(node);
    }
    return svg.line().close("svg").line().toString();
  }

  private double left(Item item) {
    return network.left(item.column()) + MARGIN;
  }

  private double right(Item item) {
    return network.right(item.column()) + MARGIN;
  }

  private double y(Item item) {
    return item.y() + down;
  }

  /** What leaves a node, as far as all of it goes one way. */
  private void wire(int node) {
    List<Item> wire = scene.wire(Integer.valueOf(node));
    Body body = scene.body(node);
    WirePath path = new WirePath(scene.bodyMiddle(node) + MARGIN + body.edge(0), y(wire.get(0)));
    for (Item item : wire) {
      path.to(left(item), y(item)).to(right(item), y(item));
    }
    svg.line().empty("path", "id", "w" + node, "class", "wire", "d", path);
    for (Item item : wire) {
      if (item.out().size() > 1) {
        svg.empty("circle", "class", "dot", "cx", right(item), "cy", y(item), "r", 3.0);
      }
    }
  }

  private void edge(Edge edge) {
    List<Item> items = scene.edge(edge);
    Body body = scene.body(edge.node());
    Item first = items.get(0);
    Item target = items.get(items.size() - 1);
    String id = edge.node() + "-" + edge.input();
    double port = body.port(edge.input());
    svg.line().open("g", "id", "e" + id, "class", "edge");
    WirePath path = new WirePath(right(first), y(first));
    for (Item item : items.subList(1, items.size() - 1)) {
      path.to(left(item), y(item)).to(right(item), y(item));
    }
    double height = y(target) + port;
    double tip = scene.bodyMiddle(edge.node()) + MARGIN - body.edge(port);
    path.to(left(target), height).to(tip, height);
    svg.empty("path", "class", "wire", "d", path);
    head(tip, height);
    svg.close("g");
    Plate plate = scene.branchPlate(edge);
    if (plate != null) {
      Item branch = items.get(1);
      plate.draw(svg, id, (left(branch) + right(branch)) / 2, y(branch));
    } else if (diagram.input(edge) == null) {
      svg.open("text", "id", "c" + id, "class", "const", "x", right(first) - 2, "y", y(first) + 4);
      svg.text(diagram.literal(edge)).close("text");
    }
  }

  private void head(double x, double y) {
    WirePath tip = new WirePath(x, y);
    String sides =
        "L"
            + SvgWriter.coordinate(x - HEAD)
            + " "
            + SvgWriter.coordinate(y - HEAD / 2)
            + "V"
            + SvgWriter.coordinate(y + HEAD / 2)
            + "z";
    svg.empty("path", "class", "head", "d", tip + sides);
  }

  /** The output's way on to what is differentiated. */
  private void end() {
    Item end = scene.end();
    Item output = scene.node(diagram.output());
    svg.line().open("g", "id", "end", "class", "end");
    double mark = right(end) - 8;
    WirePath path = new WirePath(right(output), y(output));
    path.to(left(end), y(end)).to(mark - 8, y(end));
    svg.empty("path", "class", diagram.isLoss() ? "wire" : "wire beyond", "d", path);
    svg.open("text", "class", "op", "x", mark, "y", y(end) + 5).text(diagram.loss()).close("text");
    svg.close("g");
    Plate plate = scene.beyond();
    plate.draw(svg, "-end", left(end) + (right(end) - 16 - left(end)) / 2, y(end));
  }

  private void node(int node) {
    Item item = scene.node(node);
    boolean constant = diagram.node(node).isConstant();
    String kind = scene.body(node).isStep() ? "step" : constant ? "input constant" : "input";
    svg.line().open("g", "id", "n" + node, "class", "node " + kind);
    svg.open("title").text(Description.of(diagram, node)).close("title");
    scene.body(node).draw(svg, scene.bodyMiddle(node) + MARGIN, y(item));
    svg.close("g");
    scene.plate(node).draw(svg, Integer.toString(node), scene.plateMiddle(node) + MARGIN, y(item));
  }
}
