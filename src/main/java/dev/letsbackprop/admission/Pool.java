package dev.letsbackprop.admission;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Memory that is lent out, first come, first served. */
final class Pool {
  /** What is lent is counted in pieces of this size. */
  private static final long PIECE = 1 << 10;

  private final Semaphore pieces;
  private final int all;

  /**
   * A pool.
   *
   * @param bytes how much there is to lend
   */
  Pool(long bytes) {
    this.all = pieces(bytes);
    this.pieces = new Semaphore(all, true);
  }

  /** Takes so much if there is that much now, and nobody waits for it. */
  boolean takeNow(long bytes) {
    try {
      return pieces(bytes) <= all && pieces.tryAcquire(pieces(bytes), 0, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits for so much; false where it does not come in time, or there is never that much. */
  boolean take(long bytes, long nanos) throws InterruptedException {
    return pieces(bytes) <= all && pieces.tryAcquire(pieces(bytes), nanos, TimeUnit.NANOSECONDS);
  }

  void give(long bytes) {
    pieces.release(pieces(bytes));
  }

  /**
   * What more is to be taken, in whole pieces, by whoever has some bytes already and wants more: so
   * that many little ones cost no more than they are together.
   */
  static long more(long had, long wanted) {
    return PIECE * (pieces(had + wanted) - (long) pieces(had));
  }

  /** Bytes that are lent out. */
  long lent() {
    return PIECE * (all - pieces.availablePermits());
  }

  private static int pieces(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, (bytes + PIECE - 1) / PIECE);
  }
}
