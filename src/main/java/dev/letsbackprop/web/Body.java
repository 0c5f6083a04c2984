package dev.letsbackprop.web;

import dev.letsbackprop.admission.Ticket;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;

/** The bytes of a request's body: in time, no more than the limit, and only while there is room. */
final class Body {
  private static final int FIRST = 1 << 13;

  private Body() {}

  /**
   * All bytes of the body.
   *
   * @throws Refusal where there are more than the limit
   * @throws Late where they do not come in time
   * @throws UnsupportedEncoding where they are compressed
   * @throws dev.letsbackprop.admission.Overloaded where there is no room for them now
   */
  static byte[] read(HttpInputMessage message, Limits limits, Ticket ticket) throws IOException {
    checkEncoding(message.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING));
    int most = limits.count(Limit.BODY);
    long announced = message.getHeaders().getContentLength();
    if (announced > most) {
      throw tooLarge(most);
    }
    InputStream in = new Punctual(message.getBody(), limits.of(Limit.BODY_SECONDS));
    // What is announced need not come: room is taken as it does.
    int first = announced < 0 ? FIRST : (int) Math.min(FIRST, announced);
    ticket.receive(first);
    byte[] bytes = new byte[first];
    int count = 0;
    while (true) {
      int read = count < bytes.length ? in.read(bytes, count, bytes.length - count) : 0;
      if (read < 0) {
        return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
      }
      count += read;
      if (count == announced) {
        return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
      }
      if (count == bytes.length) {
        int next = in.read();
        if (next < 0) {
          return bytes;
        }
        if (count >= most) {
          throw tooLarge(most);
        }
        bytes = grown(bytes, announced, most, ticket);
        bytes[count++] = (byte) next;
      }
    }
  }

  /**
   * Checks that a body is as it is.
   *
   * @throws UnsupportedEncoding where it is compressed
   */
  static void checkEncoding(@Nullable String encoding) {
    if (encoding != null && !encoding.toLowerCase(Locale.ROOT).equals("identity")) {
      throw new UnsupportedEncoding();
    }
  }

  private static byte[] grown(byte[] bytes, long announced, int most, Ticket ticket) {
    long end = announced < 0 ? most : announced;
    int length = (int) Math.min(end, 4L * bytes.length);
    ticket.receive(length);
    byte[] grown = Arrays.copyOf(bytes, length);
    ticket.discard(bytes.length);
    return grown;
  }

  private static Refusal tooLarge(int most) {
    return Refusal.of(
        new Fault(
            Fault.Kind.BODY_TOO_LARGE,
            "",
            "The body is over " + most + " bytes, the most that is read.",
            Limit.BODY));
  }

  /** A compressed body, which this service does not read: a small one may unpack to anything. */
  static final class UnsupportedEncoding extends RuntimeException {
    UnsupportedEncoding() {
      super("", null, false, false);
    }
  }
}
