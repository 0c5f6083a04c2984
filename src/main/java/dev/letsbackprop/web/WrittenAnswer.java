package dev.letsbackprop.web;

import dev.letsbackprop.admission.Ticket;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose first byte says that all is worked out, so that others may have the turn, and
 * which has to be taken away in time.
 */
final class WrittenAnswer extends HttpServletResponseWrapper {
  private final Ticket ticket;
  private final long seconds;
  private @Nullable ServletOutputStream stream;

  /**
   * An answer.
   *
   * @param seconds how long a client may take to read it
   */
  WrittenAnswer(HttpServletResponse response, Ticket ticket, long seconds) {
    super(response);
    this.ticket = ticket;
    this.seconds = seconds;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    ServletOutputStream open = stream;
    if (open == null) {
      ticket.done();
      open = new Timed(super.getOutputStream(), TimeUnit.SECONDS.toNanos(seconds));
      stream = open;
    }
    return open;
  }

  @Override
  public java.io.PrintWriter getWriter() throws IOException {
    ticket.done();
    return super.getWriter();
  }

  /** Gives up a client that does not read: what waits for it is memory. */
  private static final class Timed extends ServletOutputStream {
    /** The clock is looked at after so many bytes. */
    private static final int SLICE = 1 << 16;

    private final ServletOutputStream out;
    private final long nanos;
    private final long began = System.nanoTime();

    private Timed(ServletOutputStream out, long nanos) {
      this.out = out;
      this.nanos = nanos;
    }

    private void check() throws IOException {
      if (System.nanoTime() - began > nanos) {
        throw new IOException("the client takes its answer too slowly");
      }
    }

    @Override
    public void write(int single) throws IOException {
      check();
      out.write(single);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int end = offset + length;
      for (int at = offset; at < end; at += SLICE) {
        check();
        out.write(bytes, at, Math.min(SLICE, end - at));
      }
    }

    @Override
    public void flush() throws IOException {
      check();
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }
}
