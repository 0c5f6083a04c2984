package dev.letsbackprop.diagram;

/** The colours of a picture in light or in darkness, and the rules that apply them. */
enum Palette {
  LIGHT("#fff", "#1f2328", "#59636e", "#f6f8fa", "#0550ae", "#b42318", "#2f81d6", "#e5684f"),
  DARK("#0d1117", "#e6edf3", "#9198a1", "#1c2430", "#79c0ff", "#ff9b85", "#4b95e0", "#e2694f");

  /** What does not depend on the light. */
  private static final String FORM =
      ".bp text{font:12px Helvetica,Arial,\"Liberation Sans\",\"DejaVu Sans\",sans-serif;"
          + "text-anchor:middle;white-space:pre}"
          + ".bp .op{font-size:15px}.bp .word{font-size:12px}.bp .name{font-size:10.5px}"
          + ".bp .shape{font-size:9.5px}.bp .const{font-size:11px;text-anchor:end}"
          + ".bp .node rect,.bp .node circle{stroke-width:1.4}"
          + ".bp .constant rect,.bp .beyond{stroke-dasharray:4 3}"
          + ".bp .wire{fill:none;stroke-width:1.4}.bp .cell{stroke-width:.4}"
          + ".bp .m1,.bp .p1{fill-opacity:.25}.bp .m2,.bp .p2{fill-opacity:.5}"
          + ".bp .m3,.bp .p3{fill-opacity:.75}";

  private final String rules;

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
        ".bp .ground,.bp .zero{fill:$ground}.bp text{fill:$ink}"
                .replace("$ground", ground)
                .replace("$ink", ink)
            + ".bp .node rect,.bp .node circle{fill:$body;stroke:$ink}"
                .replace("$body", body)
                .replace("$ink", ink)
            + ".bp .wire,.bp .cell{stroke:$faint}.bp .head,.bp .dot,.bp .name,.bp .const,.bp .nan{fill:$faint}"
                .replace("$faint", faint)
            + ".bp .value text{fill:$value}.bp .gradient text,.bp .end text{fill:$gradient}"
                .replace("$value", value)
                .replace("$gradient", gradient)
            + ".bp .p1,.bp .p2,.bp .p3,.bp .p4{fill:$positive}".replace("$positive", positive)
            + ".bp .m1,.bp .m2,.bp .m3,.bp .m4{fill:$negative}".replace("$negative", negative);
  }

  /** The style sheet of a theme; printed, each is light. */
  static String style(Theme theme) {
    return FORM
        + LIGHT.rules
        + switch (theme) {
          case LIGHT -> "";
          case DARK -> "@media screen{" + DARK.rules + "}";
          case AUTO -> "@media screen and (prefers-color-scheme:dark){" + DARK.rules + "}";
        };
  }
}
