package dev.letsbackprop.json;

import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.limit.Limit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads little-endian float64 numbers from base64 with the standard alphabet and its padding.
 *
 * <p>Stricter than the decoder of the JDK, which takes text without padding and ignores bits left
 * over: an array of numbers shall have one spelling.
 */
final class Base64Elements {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final Tokens tokens;

  Base64Elements(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The numbers in the current string, or null and a fault. */
  double @Nullable [] read() {
    if (tokens.current() != JsonToken.VALUE_STRING) {
      tokens.mistyped("a string of base64");
      tokens.skip();
      return null;
    }
    RawString raw = tokens.rawString();
    int length = raw.plainLength();
    if (length >= 0 && length <= tokens.limits().count(Limit.STRING)) {
      // Straight from the body: the text itself, millions of characters, is never made.
      return decode(ByteBuffer.wrap(tokens.body(), raw.start(), length).slice());
    }
    return decode(ByteBuffer.wrap(tokens.text().getBytes(StandardCharsets.UTF_8)));
  }

  private double @Nullable [] decode(ByteBuffer text) {
    int length = text.remaining();
    if (length % 4 != 0) {
      return refuse("Base64 with its padding comes in groups of 4 characters; these are " + length);
    }
    int padding = padding(text);
    long bytes = length / 4 * 3L - padding;
    if (bytes % Double.BYTES != 0) {
      return refuse("A float64 has 8 bytes, and " + bytes + " is no multiple of 8");
    }
    int before = tokens.faults().count();
    TensorReader.checkCount(tokens, bytes / Double.BYTES);
    if (tokens.faults().count() != before) {
      return null;
    }
    if (hasBitsLeftOver(text, length - padding, padding)) {
      return refuse("The last character of the base64 has bits left over");
    }
    try {
      ByteBuffer decoded = Base64.getDecoder().decode(text).order(ByteOrder.LITTLE_ENDIAN);
      double[] elements = new double[(int) (bytes / Double.BYTES)];
      decoded.asDoubleBuffer().get(elements);
      return elements;
    } catch (IllegalArgumentException e) {
      // The decoder's sentence does not always tell where.
      return refuse("Not base64: see character " + firstWrong(text) + " of it, counted from 0");
    }
  }

  private double @Nullable [] refuse(String why) {
    tokens.fault(Kind.INVALID_REQUEST, () -> why + ".");
    return null;
  }

  private static int padding(ByteBuffer text) {
    int length = text.remaining();
    int padding = 0;
    while (padding < 2 && padding < length && text.get(length - 1 - padding) == '=') {
      padding++;
    }
    return padding;
  }

  private static boolean hasBitsLeftOver(ByteBuffer text, int end, int padding) {
    int unused = padding == 2 ? 0b1111 : padding == 1 ? 0b11 : 0;
    return end > 0 && (ALPHABET.indexOf(text.get(end - 1)) & unused) != 0;
  }

  private static int firstWrong(ByteBuffer text) {
    int place = 0;
    while (place < text.limit() && ALPHABET.indexOf(text.get(place)) >= 0) {
      place++;
    }
    return place;
  }
}
