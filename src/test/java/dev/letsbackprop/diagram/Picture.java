package dev.letsbackprop.diagram;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An SVG as an XML parser reads it, and the boxes and wires that it shows. */
final class Picture {
  private static final Map<String, Double> SIZES =
      Map.of("op", 15.0, "name", 10.5, "shape", 9.5, "const", 11.0);

  private final Document document;

  Picture(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(svg, e);
    }
  }

  /** Something that stands somewhere; {@code group} is the id of what it is a part of. */
  record Box(String group, String what, double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean holds(double x, double y) {
      double slack = 0.3;
      return x > left + slack && x < right - slack && y > top + slack && y < bottom - slack;
    }
  }

  /** A wire as points close to each other. */
  record Wire(String id, List<double[]> points) {}

  List<Element> elements() {
    return elements("*");
  }

  List<Element> elements(String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int at = 0; at < found.getLength(); at++) {
      elements.add((Element) found.item(at));
    }
    return elements;
  }

  Element byId(String id) {
    return elements().stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id));
  }

  double width() {
    return number(document.getDocumentElement(), "width");
  }

  double height() {
    return number(document.getDocumentElement(), "height");
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static String group(Element element) {
    if (!element.getAttribute("id").isEmpty()) {
      return element.getAttribute("id");
    }
    return element.getParentNode() instanceof Element parent ? group(parent) : "";
  }

  /** Circles, boxes, texts and maps. */
  List<Box> boxes() {
    List<Box> boxes = new ArrayList<>();
    for (Element text : elements("text")) {
      double size = SIZES.getOrDefault(text.getAttribute("class"), 12.0);
      double half = Lettering.width(text.getTextContent(), size) / 2;
      double x = number(text, "x") - (text.getAttribute("class").equals("const") ? half : 0);
      double y = number(text, "y");
      String what = text.getTextContent();
      boxes.add(new Box(group(text), what, x - half, y - 0.78 * size, x + half, y + 0.22 * size));
    }
    for (Element circle : elements("circle")) {
      if (!circle.getAttribute("class").equals("dot")) {
        double r = number(circle, "r");
        double x = number(circle, "cx");
        double y = number(circle, "cy");
        boxes.add(new Box(group(circle), "circle", x - r, y - r, x + r, y + r));
      }
    }
    for (Element rect : elements("rect")) {
      if (!rect.getAttribute("class").equals("ground")) {
        double x = number(rect, "x");
        double y = number(rect, "y");
        double right = x + number(rect, "width");
        boxes.add(new Box(group(rect), "rect", x, y, right, y + number(rect, "height")));
      }
    }
    for (Element cells : elements("path")) {
      if (cells.getAttribute("class").startsWith("cell")) {
        cells(cells, boxes);
      }
    }
    return boxes;
  }

  /** The cells of one shade lie within the map. */
  private static void cells(Element path, List<Box> boxes) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (String cell : path.getAttribute("d").substring(1).split("M", -1)) {
      String[] numbers = cell.split("[ hvz]+", -1);
      double x = Double.parseDouble(numbers[0]);
      double y = Double.parseDouble(numbers[1]);
      double side = Double.parseDouble(numbers[2]);
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x + side);
      bottom = Math.max(bottom, y + side);
    }
    boxes.add(new Box(group(path), "cell", left, top, right, bottom));
  }

  List<Wire> wires() {
    List<Wire> wires = new ArrayList<>();
    for (Element path : elements("path")) {
      if (path.getAttribute("class").startsWith("wire")) {
        wires.add(new Wire(group(path), points(path.getAttribute("d"))));
      }
    }
    return wires;
  }

  private static List<double[]> points(String path) {
    List<double[]> points = new ArrayList<>();
    Scanner words = new Scanner(path.replaceAll("([MHC])", " $1 "));
    double x = 0;
    double y = 0;
    while (words.hasNext()) {
      String command = words.next();
      double[] to = new double[command.equals("H") ? 1 : command.equals("M") ? 2 : 6];
      for (int at = 0; at < to.length; at++) {
        to[at] = Double.parseDouble(words.next());
      }
      if (command.equals("M")) {
        points.add(to);
      } else {
        for (int step = 1; step <= 64; step++) {
          double t = step / 64.0;
          points.add(
              command.equals("H")
                  ? new double[] {x + t * (to[0] - x), y}
                  : new double[] {
                    bezier(x, to[0], to[2], to[4], t), bezier(y, to[1], to[3], to[5], t)
                  });
        }
      }
      x = points.get(points.size() - 1)[0];
      y = points.get(points.size() - 1)[1];
    }
    return points;
  }

  private static double bezier(double a, double b, double c, double d, double t) {
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  }
}
