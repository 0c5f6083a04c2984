package dev.letsbackprop.json;

import dev.letsbackprop.limit.Limit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a stream one by one, and none further than a limit. */
public final class Lines {
  private final InputStream in;
  private final int most;
  private final byte[] chunk = new byte[1 << 16];
  private final LongConsumer growth;
  private int at;
  private int end;

  /**
   * The lines of a stream.
   *
   * @param most the most bytes of a line
   * @param growth told of bytes before they are kept
   */
  public Lines(InputStream in, int most, LongConsumer growth) {
    this.in = in;
    this.most = most;
    this.growth = growth;
  }

  /**
   * The next line without its end; blank ones are passed over. Null at the end of the stream.
   *
   * @throws Refusal where it is longer than the limit; the line after it can be read then
   */
  public byte @Nullable [] next() throws IOException {
    while (true) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long length = 0;
      boolean ended = false;
      while (!ended && (at < end || fill())) {
        int stop = at;
        while (stop < end && chunk[stop] != '\n') {
          stop++;
        }
        length += stop - at;
        if (length <= most) {
          growth.accept(stop - at);
          line.write(chunk, at, stop - at);
        }
        ended = stop < end;
        at = ended ? stop + 1 : stop;
      }
      if (length > most) {
        throw Refusal.of(
            new Fault(
                Fault.Kind.BODY_TOO_LARGE,
                "",
                "A line may have %d bytes %s; this one has %d."
                    .formatted(most, Limit.BATCH_LINE.mention(), length),
                Limit.BATCH_LINE));
      }
      byte[] bytes = line.toByteArray();
      if (!isBlank(bytes)) {
        return bytes;
      }
      if (!ended) {
        return null;
      }
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(chunk));
    return end > 0;
  }

  private static boolean isBlank(byte[] line) {
    for (byte each : line) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }
}
