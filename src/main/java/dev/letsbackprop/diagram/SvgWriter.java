package dev.letsbackprop.diagram;

/** Writes SVG element by element; whatever is text stays text. */
final class SvgWriter {
  private final StringBuilder svg = new StringBuilder();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; a null value leaves its name out
   */
  SvgWriter open(String element, Object... attributes) {
    svg.append('<').append(element);
    for (int at = 0; at < attributes.length; at += 2) {
      svg.append(' ').append(attributes[at]).append("=\"");
      Object value = attributes[at + 1];
      text(value instanceof Double number ? coordinate(number) : value.toString());
      svg.append('"');
    }
    svg.append('>');
    return this;
  }

  SvgWriter close(String element) {
    svg.append("</").append(element).append('>');
    return this;
  }

  /** An element without content. */
  SvgWriter empty(String element, Object... attributes) {
    open(element, attributes);
    svg.insert(svg.length() - 1, '/');
    return this;
  }

  SvgWriter line() {
    svg.append('\n');
    return this;
  }

  /** Text, with what XML would take for its own as references. */
  SvgWriter text(String text) {
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      switch (character) {
        case '&' -> svg.append("&amp;");
        case '<' -> svg.append("&lt;");
        case '>' -> svg.append("&gt;");
        case '"' -> svg.append("&quot;");
        case '\'' -> svg.append("&#39;");
        default -> svg.append(character);
      }
    }
    return this;
  }

  /** What is no text of anybody else. */
  SvgWriter raw(String own) {
    svg.append(own);
    return this;
  }

  /** In tenths of a pixel. */
  static String coordinate(double number) {
    long tenths = Math.round(number * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }

  @Override
  public String toString() {
    return svg.toString();
  }
}
