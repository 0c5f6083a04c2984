package dev.letsbackprop.web;

import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;

/** The bytes of a request's body, of which no more are read than the limit allows. */
final class Body {
  private Body() {}

  /**
   * All bytes of the body.
   *
   * @throws Refusal where there are more than {@code most}
   * @throws UnsupportedEncoding where they are compressed
   */
  static byte[] read(HttpInputMessage message, int most) throws IOException {
    String encoding = message.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.toLowerCase(Locale.ROOT).equals("identity")) {
      throw new UnsupportedEncoding();
    }
    long announced = message.getHeaders().getContentLength();
    if (announced > most) {
      throw tooLarge(most);
    }
    InputStream stream = message.getBody();
    byte[] bytes = stream.readNBytes(announced < 0 ? most : (int) announced);
    if (announced < 0 && bytes.length == most && stream.read() >= 0) {
      throw tooLarge(most);
    }
    return bytes;
  }

  private static Refusal tooLarge(int most) {
    return Refusal.of(
        new Fault(
            Fault.Kind.BODY_TOO_LARGE,
            "",
            "The body is over " + most + " bytes, the most that is read."));
  }

  /** A compressed body, which this service does not read: a small one may unpack to anything. */
  static final class UnsupportedEncoding extends RuntimeException {
    UnsupportedEncoding() {
      super("", null, false, false);
    }
  }
}
