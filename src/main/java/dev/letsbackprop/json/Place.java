package dev.letsbackprop.json;

/** Tells where a byte of a body stands as an editor would: lines and columns from 1. */
final class Place {
  private Place() {}

  /** The line and column, in characters, of a byte of UTF-8 that is well-formed up to there. */
  static String of(byte[] body, int offset) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < Math.min(offset, body.length); i++) {
      boolean newLine = body[i] == '\n' || (body[i] == '\r' && !isLineFeed(body, i + 1));
      if (newLine) {
        line++;
        column = 1;
      } else if ((body[i] & 0xC0) != 0x80) {
        column++;
      }
    }
    return "line " + line + ", column " + column;
  }

  private static boolean isLineFeed(byte[] body, int at) {
    return at < body.length && body[at] == '\n';
  }
}
