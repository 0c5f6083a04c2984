package dev.letsbackprop.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A line on standard error that says how far a long job is, rewritten now and then.
 *
 * <p>It is for a person at a terminal, and gone once the job is done.
 */
final class Progress {
  private static final int WIDTH = 30;
  private static final long PAUSE = 100_000_000;
  private static final double SECOND = 1e9;

  /** What a terminal clears its line by. */
  private static final String CLEAR = "\r\u001b[2K";

  private final PrintStream err;
  private final LongSupplier read;
  private final long total;
  private final LongSupplier clock;
  private final long start;
  private long last;

  /**
   * A job that has not begun.
   *
   * @param read how many bytes of the input were read
   * @param total how many there are; 0 where nobody knows
   * @param clock nanoseconds
   */
  Progress(PrintStream err, LongSupplier read, long total, LongSupplier clock) {
    this.err = err;
    this.read = read;
    this.total = total;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.last = start;
  }

  /** Tells how many submissions there were. */
  void tell(long count) {
    long now = clock.getAsLong();
    if (now - last < PAUSE) {
      return;
    }
    last = now;
    err.print(CLEAR + line(count, now));
    err.flush();
  }

  private String line(long count, long now) {
    long rate = Math.round(count / ((now - start) / SECOND));
    String counts = String.format(Locale.ROOT, "%,d graded, %,d a second", count, rate);
    if (total <= 0) {
      return counts;
    }
    double share = Math.min(1, (double) read.getAsLong() / total);
    int done = (int) (share * WIDTH);
    return "[%s%s] %3d%%  %s"
        .formatted("#".repeat(done), "-".repeat(WIDTH - done), (int) (share * 100), counts);
  }

  /** Leaves nothing behind. */
  void end() {
    if (last != start) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
