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
    return character < 0x2E80 ? 0.85 : 1.15;
  }

  /**
   * Whether a text has characters of which one cannot know how wide they are, so that it had better
   * be told how much room it has: of those most scripts are made of, one can.
   */
  static boolean isUncertain(String text) {
    return text.codePoints().anyMatch(character -> !isKnown(character));
  }

  private static boolean isKnown(int character) {
    return character < 0x700
        || (character >= 0x2000 && character < 0x2300)
        || (character >= 0x3000 && character < 0xA000)
        || (character >= 0xAC00 && character < 0xD7B0);
  }
}
