package dev.letsbackprop.json;

import java.nio.charset.StandardCharsets;

/** A string as it stands in a body, escapes and all, without making the text of all of it. */
final class RawString {
  private static final int EXCERPT = 320;

  private final byte[] body;
  private final int start;

  /** The string whose opening quote stands at that byte. */
  RawString(byte[] body, int quote) {
    if (body[quote] != '"') {
      throw new IllegalStateException("no string begins at byte " + quote);
    }
    this.body = body;
    this.start = quote + 1;
  }

  /** The first byte between the quotes. */
  int start() {
    return start;
  }

  /** The number of bytes between the quotes, or -1 where there are escapes or no closing quote. */
  int plainLength() {
    for (int i = start; i < body.length; i++) {
      if (body[i] == '"') {
        return i - start;
      }
      if (body[i] == '\\') {
        return -1;
      }
    }
    return -1;
  }

  /** The beginning of it, enough for a sentence. */
  String excerpt() {
    int end = start;
    while (end < body.length && end - start < EXCERPT && body[end] != '"') {
      end += body[end] == '\\' ? 2 : 1;
    }
    return new String(body, start, Math.min(end, body.length) - start, StandardCharsets.UTF_8);
  }
}
