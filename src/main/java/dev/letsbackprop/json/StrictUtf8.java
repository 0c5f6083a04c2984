package dev.letsbackprop.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * Refuses bodies that are not well-formed UTF-8, or that escape half a surrogate pair.
 *
 * <p>A parser would guess UTF-16 from the first bytes and let overlong forms through; what follows
 * here may rely on text that means one thing only. One pass over the body, eight bytes at a time
 * where they are plain ASCII.
 */
final class StrictUtf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  private static final long BACKSLASHES = '\\' * ONES;

  private final byte[] body;

  private StrictUtf8(byte[] body) {
    this.body = body;
  }

  /**
   * Returns where the body is text.
   *
   * @throws Refusal with the place of the first byte that is not
   */
  static void check(byte[] body) {
    StrictUtf8 text = new StrictUtf8(body);
    text.checkStart();
    int at = 0;
    while (at < body.length) {
      if (at + Long.BYTES <= body.length && isPlain((long) LONGS.get(body, at))) {
        at += Long.BYTES;
      } else if (body[at] == '\\') {
        at = text.escape(at);
      } else {
        at = body[at] >= 0 ? at + 1 : text.sequence(at);
      }
    }
  }

  /** Whether eight bytes are ASCII and none of them is a backslash. */
  private static boolean isPlain(long eight) {
    long zeroAtBackslash = eight ^ BACKSLASHES;
    long backslash = (zeroAtBackslash - ONES) & ~zeroAtBackslash;
    return ((eight | backslash) & HIGH_BITS) == 0;
  }

  /** JSON begins with ASCII, so UTF-16 and UTF-32 betray themselves within four bytes. */
  private void checkStart() {
    if (at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF) {
      throw Refusal.malformed(
          "The body starts with a byte order mark; JSON is UTF-8 without a byte order mark.");
    }
    boolean marked = (at(0) == 0xFE && at(1) == 0xFF) || (at(0) == 0xFF && at(1) == 0xFE);
    for (int i = 0; i < 4; i++) {
      if (marked || at(i) == 0) {
        throw Refusal.malformed(
            "The body is not UTF-8: it starts like UTF-16 or UTF-32; send it as UTF-8.");
      }
    }
  }

  /** The byte at a place, or -1 behind the end. */
  private int at(int place) {
    return place < body.length ? body[place] & 0xFF : -1;
  }

  /** Steps over a sequence of two to four bytes; the ranges are those of the Unicode standard. */
  private int sequence(int start) {
    int first = at(start);
    if (first < 0xC2 || first > 0xF4) {
      String why = first < 0xC0 ? "continues no character" : "starts no character";
      throw notUtf8(start, first == 0xC0 || first == 0xC1 ? "starts an overlong form" : why);
    }
    int second = at(start + 1);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90)) {
      throw notUtf8(start, "starts an overlong form or is cut off");
    }
    if (first == 0xED && second > 0x9F) {
      throw notUtf8(start, "starts a surrogate");
    }
    if (first == 0xF4 && second > 0x8F) {
      throw notUtf8(start, "starts a character beyond U+10FFFF");
    }
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    for (int i = 1; i < length; i++) {
      if ((at(start + i) & ~0x3F) != 0x80) {
        throw notUtf8(start, "starts a character that is cut off");
      }
    }
    return start + length;
  }

  /** Steps over a backslash and what it escapes; escapes that are none are left to the parser. */
  private int escape(int start) {
    int unit = unit(start);
    if (unit < 0) {
      return at(start + 1) == '\\' ? start + 2 : start + 1;
    }
    if (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE) {
      return start + 2;
    }
    int next = unit(start + 6);
    boolean pair =
        unit < Character.MIN_LOW_SURROGATE
            && next >= Character.MIN_LOW_SURROGATE
            && next <= Character.MAX_LOW_SURROGATE;
    if (!pair) {
      throw Refusal.malformed(
          String.format(
              Locale.ROOT,
              "Not Unicode at %s: \\u%04x is half of a surrogate pair, and the other half is"
                  + " missing.",
              Place.of(body, start),
              unit));
    }
    return start + 12;
  }

  /** The UTF-16 unit that is escaped there, or -1. */
  private int unit(int start) {
    if (at(start) != '\\' || at(start + 1) != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = 2; i < 6; i++) {
      int digit = Character.digit(at(start + i), 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  private Refusal notUtf8(int offset, String why) {
    return Refusal.malformed(
        String.format(
            Locale.ROOT,
            "Not UTF-8 at byte %d (%s): the byte 0x%02X %s.",
            offset,
            Place.of(body, offset),
            at(offset),
            why));
  }
}
