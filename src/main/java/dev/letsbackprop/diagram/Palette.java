package dev.letsbackprop.diagram;

/** The colours of a picture in light or in darkness, and the rules that apply them. */
enum Palette {
  LIGHT("#fff", "#1f2328", "#59636e", "#f6f8fa", "#0550ae", "#b42318", "#2f81d6", "#e5684f"),
  DARK("#0d1117", "#e6edf3", "#9198a1", "#1c2430", "#79c0ff", "#ff9b85", "#4b95e0", "#e2694f");

  /** What does not depend on the light. */
  private static final String FORM =
      ".bp text{font:12px Helvetica,Arial,\"Liberation Sans\",\"DejaVu Sans\",sans-serif;"
          + "text-anchor:middle;white-space:pre}"
          + ".bp .op{font-size:15px}.bp .name{font-size:10.5px}"
          + ".bp .const{font-size:11px;text-anchor:end}"
          + ".bp .body,.bp .wire{stroke-width:1.4}.bp .wire{fill:none}"
          + ".bp .constant .body,.bp .beyond{stroke-dasharray:4 3}";

  private static final String MAPS =
      ".bp .shape{font-size:9.5px}.bp .cell{stroke-width:.4}.bp .s1{fill-opacity:.25}"
          + ".bp .s2{fill-opacity:.5}.bp .s3{fill-opacity:.75}";

  private final String rules;
  private final String maps;

  Palette(
      String ground,
      String ink,
      String faint,
      String body,
      String value,
      String gradient,
      String positive,
      String negative) {
    rules =
        rule(".ground", "fill", ground)
            + rule("text", "fill", ink)
            + ".bp .body{fill:"
            + body
            + ";stroke:"
            + ink
            + "}"
            + rule(".wire", "stroke", faint)
            + rule(".head,.bp .dot,.bp .name,.bp .const", "fill", faint)
            + rule(".value text", "fill", value)
            + rule(".gradient text,.bp .end text", "fill", gradient);
    maps =
        rule(".cell", "stroke", faint)
            + rule(".zero", "fill", ground)
            + rule(".nan", "fill", faint)
            + rule(".p", "fill", positive)
            + rule(".m", "fill", negative);
  }

  private static String rule(String what, String property, String colour) {
    return ".bp " + what + "{" + property + ":" + colour + "}";
  }

  private String rules(boolean withMaps) {
    return withMaps ? rules + maps : rules;
  }

  /**
   * The style sheet of a theme; printed, each is light.
   *
   * @param withMaps whether there are maps of tensors
   */
  static String style(Theme theme, boolean withMaps) {
    String dark = DARK.rules(withMaps);
    return FORM
        + (withMaps ? MAPS : "")
        + LIGHT.rules(withMaps)
        + switch (theme) {
          case LIGHT -> "";
          case DARK -> "@media screen{" + dark + "}";
          case AUTO -> "@media screen and (prefers-color-scheme:dark){" + dark + "}";
        };
  }
}
