package dev.letsbackprop.diagram;

/**
 * How a node is drawn: an operation as a circle with its symbol and its name below, drawn out where
 * the symbol is long; an input as a box with its name.
 *
 * @param symbol what stands inside
 * @param name what stands below; empty where there is nothing
 * @param isStep whether it is an operation
 */
record Body(String symbol, String name, boolean isStep, int inputs) {
  private static final double RADIUS = 18;
  private static final double HALF_BOX = 13;
  private static final double SIGN = 15;
  private static final double WORD = 12;
  private static final double NAME = 10.5;

  /** The most that two inputs are apart where they arrive. */
  private static final double PORTS = 14;

  static Body of(Diagram diagram, int place) {
    String name = Caption.of(diagram.name(place), Caption.SHORT);
    return diagram.node(place).isLeaf()
        ? new Body(name, "", false, 0)
        : new Body(diagram.symbol(place), name, true, diagram.node(place).inputs().size());
  }

  private boolean isSign() {
    return isStep && symbol.codePointCount(0, symbol.length()) <= 2;
  }

  private double halfHeight() {
    return isStep ? RADIUS : HALF_BOX;
  }

  private double halfWidth() {
    double text = Lettering.width(symbol, isSign() ? SIGN : WORD) / 2;
    return Math.max(halfHeight(), text + (isStep ? 7 : 9));
  }

  double width() {
    return Math.max(2 * halfWidth(), name.isEmpty() ? 0 : Lettering.width(name, NAME));
  }

  double above() {
    return halfHeight();
  }

  double below() {
    return halfHeight() + (name.isEmpty() ? 0 : 3 + NAME + 2);
  }

  /** How far below the middle an input arrives. */
  double port(int input) {
    double step = inputs < 2 ? 0 : Math.min(PORTS, 1.5 * RADIUS / (inputs - 1));
    return (input - (inputs - 1) / 2.0) * step;
  }

  /** How far left of the middle its edge is at that height. */
  double edge(double port) {
    double straight = halfWidth() - halfHeight();
    return isStep ? straight + Math.sqrt(RADIUS * RADIUS - port * port) : halfWidth();
  }

  void draw(SvgWriter svg, double x, double y) {
    if (isStep && halfWidth() <= RADIUS) {
      svg.empty("circle", "class", "body", "cx", x, "cy", y, "r", RADIUS);
    } else {
      svg.empty(
          "rect",
          "class",
          "body",
          "x",
          x - halfWidth(),
          "y",
          y - halfHeight(),
          "width",
          2 * halfWidth(),
          "height",
          2 * halfHeight(),
          "rx",
          isStep ? RADIUS : 5.0);
    }
    write(svg, isSign() ? "op" : "word", symbol, x, y + (isSign() ? 5 : 4), isSign() ? SIGN : WORD);
    if (!name.isEmpty()) {
      write(svg, "name", name, x, y + halfHeight() + 3 + 0.8 * NAME, NAME);
    }
  }

  /** A name in a script whose width is anybody's guess is told the room that it has. */
  private static void write(
      SvgWriter svg, String style, String text, double x, double y, double size) {
    if (Lettering.isUncertain(text)) {
      svg.open(
          "text",
          "class",
          style,
          "x",
          x,
          "y",
          y,
          "textLength",
          Lettering.width(text, size),
          "lengthAdjust",
          "spacingAndGlyphs");
    } else {
      svg.open("text", "class", style, "x", x, "y", y);
    }
    svg.text(text).close("text");
  }
}
