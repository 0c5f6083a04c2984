package dev.letsbackprop.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * A stream that is read in time or not at all: each single silence has a limit of the server's, but
 * a sender may say one byte before each.
 */
final class Punctual extends FilterInputStream {
  private final long seconds;
  private long began = System.nanoTime();

  /**
   * A stream of a body.
   *
   * @param seconds how long it may take from the beginning
   */
  Punctual(InputStream in, long seconds) {
    super(in);
    this.seconds = seconds;
  }

  /** From now on there is the whole time again. */
  void begin() {
    began = System.nanoTime();
  }

  @Override
  public int read() throws IOException {
    check();
    try {
      return in.read();
    } catch (IOException e) {
      if (isSilence(e)) {
        throw late(e);
      }
      throw e;
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    check();
    try {
      return in.read(bytes, offset, length);
    } catch (IOException e) {
      if (isSilence(e)) {
        throw late(e);
      }
      throw e;
    }
  }

  private void check() {
    if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(seconds)) {
      throw new Late(seconds);
    }
  }

  /** The server gives up a silent sender sooner than this limit would. */
  private static boolean isSilence(IOException e) {
    return e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
  }

  private Late late(IOException cause) {
    long waited = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    Late late = new Late(Math.max(1, Math.min(waited, seconds)));
    late.addSuppressed(cause);
    return late;
  }
}
