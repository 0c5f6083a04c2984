package dev.letsbackprop.platform;

/** Text within HTML or XML. */
final class Markup {
  private Markup() {}

  /** Text that no element or attribute, in whichever quotes, can be made of. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                // There are no such characters in XML.
                case 0xFFFE, 0xFFFF -> escaped.append('\uFFFD');
                default -> escaped.appendCodePoint(character);
              }
            });
    return escaped.toString();
  }
}
