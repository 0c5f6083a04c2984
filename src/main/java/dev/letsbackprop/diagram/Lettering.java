package dev.letsbackprop.diagram;

/**
 * How wide a text is at most, as a share of its size, in any of the fonts that a picture may be
 * shown in: the widths are those of the widest, DejaVu Sans.
 */
final class Lettering {
  private static final String NARROW = "ijl.,:;|'!()[]·‖ ";
  private static final String WIDE = "mwMWOQGDHNU@%∞…×÷−+<>=≤≥~∂ΣΠΦ⊗√";

  private Lettering() {}

  static double width(String text, double size) {
    return size * text.codePoints().mapToDouble(Lettering::width).sum();
  }

  private static double width(int character) {
    if (Caption.isMark(character)) {
      return 0.2;
    }
    if (NARROW.indexOf(character) >= 0) {
      return 0.42;
    }
    if (WIDE.indexOf(character) >= 0) {
      return 1;
    }
    if (character < 0x250) {
      return Character.isUpperCase(character) ? 0.78 : 0.66;
    }
    return isKnown(character) ? 0.85 : 1.15;
  }

  private static boolean isKnown(int character) {
    return character < 0x530 || (character >= 0x2000 && character < 0x2300);
  }

  /** Whether a font may have any idea of how wide it is, so that it had better be told. */
  static boolean isUncertain(String text) {
    return text.codePoints().anyMatch(character -> !isKnown(character));
  }
}
